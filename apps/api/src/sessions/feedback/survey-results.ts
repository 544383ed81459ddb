import { SURVEY_DAYS, SURVEY_GRACE_MINUTES, type ReportSurvey, type SurveyId, type SurveyResults } from '@spolu/contracts/feedback';
import { GROUP_MIN, type ScaleValue } from '@spolu/contracts/question-texts';
import { dimensionScore, tallyScale } from '@spolu/deliberation/questionnaire';
import { tellGroups } from '@spolu/deliberation/survey-groups';
import { demographicsBeside, surveysOf, USUAL_SURVEYS } from '@spolu/methods/questionnaires/survey';
import { type EntityManager, IsNull } from 'typeorm';
import { Session } from '../session.entity.ts';
import { SurveyRow, SurveySubmission } from './survey.entity.ts';

const DAY_MS = 86_400_000;
/** With no group of fewer than five told before: a survey that is ended, made longer and ended again would tell each answer by itself. */
const MAY_TELL_REST = `(select count(*) >= $2 and count(*) filter (where told) % $2 = 0 from survey_submission where session_id = $1)`;

/** Until when whoever had opened hers may send it. */
export const graceOf = ({ closesAt }: Pick<SurveyRow, 'closesAt'>): Date => new Date(closesAt.getTime() + SURVEY_GRACE_MINUTES * 60_000);
/** The same, but null while it is open and once it is over. */
export function runningGrace(survey: Pick<SurveyRow, 'closesAt'>, now: Date): Date | null {
  const until = graceOf(survey);
  return survey.closesAt <= now && now < until ? until : null;
}
export const closingAfter = (openedAt: Date, days: number) => new Date(openedAt.getTime() + days * DAY_MS);

/** What people are asked after a session. */
export async function askedAfter(em: EntityManager, sessionId: string): Promise<SurveyId[]> {
  const { questionnaires } = await em.findOneOrFail(Session, { where: { id: sessionId }, select: { id: true, questionnaires: true } });
  return questionnaires ?? [...USUAL_SURVEYS];
}

/** Everybody who was there is asked from now on. */
export async function openSurvey(em: EntityManager, sessionId: string, now: Date): Promise<void> {
  await em.upsert(SurveyRow, { sessionId, openedAt: now, closesAt: closingAfter(now, SURVEY_DAYS) }, ['sessionId']);
}

/** Once it is over and nobody may send any more, the last ones are told too, and that but once; below five nobody is. What groups said is told then, and never again otherwise. */
export async function tellAtTheEnd(em: EntityManager, sessionId: string): Promise<void> {
  // Waits for whoever is sending at the last moment: told without her, she would be told never.
  const [survey] = await em.query<Pick<SurveyRow, 'closesAt' | 'groups'>[]>('select closes_at as "closesAt", groups from survey where session_id = $1 for share', [sessionId]);
  if (!survey || graceOf(survey) > new Date()) return;
  await em.query(`update feedback_words set state = 'waiting' where session_id = $1 and activity_id is null and state = 'held' and ${MAY_TELL_REST}`, [sessionId, GROUP_MIN]);
  await em.query(`update survey_submission set told = true where session_id = $1 and not told and ${MAY_TELL_REST}`, [sessionId, GROUP_MIN]);
  if (survey.groups !== null) return;
  const questionnaires = surveysOf(await askedAfter(em, sessionId));
  const told = await em.findBy(SurveySubmission, { sessionId, told: true });
  if (told.length < GROUP_MIN) return;
  const groups = tellGroups(demographicsBeside(questionnaires), questionnaires.flatMap(({ questions }) => questions), told.map(({ scores }) => scores));
  await em.update(SurveyRow, { sessionId, groups: IsNull() }, { groups });
}

/** Null: nothing is asked, the session is not closed, or was before there were surveys. */
export async function surveyResults(em: EntityManager, sessionId: string): Promise<SurveyResults | null> {
  await tellAtTheEnd(em, sessionId);
  const survey = await em.findOneBy(SurveyRow, { sessionId });
  const questionnaires = surveysOf(await askedAfter(em, sessionId));
  if (!survey || questionnaires.length === 0) return null;
  const [counts] = await em.query<{ eligible: number; given: number }[]>(
    `select (select count(*)::int from participant p where session_id = $1
        and (removed_at is null or exists (select 1 from survey_given g where g.session_id = $1 and g.participant_id = p.id))) as eligible,
      (select count(*)::int from survey_given where session_id = $1) as given`,
    [sessionId],
  );
  const told = await em.findBy(SurveySubmission, { sessionId, told: true });
  const now = new Date();
  const results = questionnaires.flatMap(({ questions }) => questions).flatMap(({ id, type, dimension }) =>
    type === 'text' ? [] : [{ questionId: id, dimension, scale: tallyScale(type, told.flatMap(({ scores }): ScaleValue[] => (scores[id] === undefined ? [] : [scores[id]]))) }],
  );
  const dimensions = [...new Set(results.flatMap(({ dimension }) => dimension ?? []))].map((dimension) => ({
    dimension, score: dimensionScore(results.filter((one) => one.dimension === dimension).map(({ scale }) => scale)),
  }));
  return {
    questionnaires,
    closesAt: survey.closesAt.toISOString(),
    isOpen: survey.closesAt > now,
    graceUntil: runningGrace(survey, now)?.toISOString() ?? null,
    eligible: counts?.eligible ?? 0,
    given: counts?.given ?? 0,
    told: told.length,
    results: results.map(({ questionId, scale }) => ({ questionId, scale })),
    dimensions,
    groups: survey.groups ?? [],
  };
}

/** From five answers on, with the words that somebody looked through. */
export async function surveyInReport(em: EntityManager, sessionId: string): Promise<ReportSurvey | null> {
  const results = await surveyResults(em, sessionId);
  if (!results || results.told < GROUP_MIN) return null;
  const { isOpen: _, graceUntil: __, ...told } = results;
  return {
    ...told,
    words: await em.query(
      `select question_id as "questionId", text from feedback_words where session_id = $1 and activity_id is null and state = 'shown' order by question_id, md5(text)`, [sessionId],
    ),
  };
}
