import { randomUUID } from 'node:crypto';
import { type SurveyLink, type SurveyOffer, type SurveyPaper, SURVEY_GRACE_MINUTES } from '@spolu/contracts/feedback';
import type { ReadReport } from '@spolu/contracts/report-blocks';
import type { TestApi } from '../../testing/given-api.ts';
import { ask, command, givenSession, type GivenSession, type Phone } from '../given-session.ts';

export const link = (phone: Phone, given: GivenSession) => command<SurveyLink>(phone, 'post', `/sessions/${given.sessionId}/survey-links`, {});
export const send = ({ api }: Pick<GivenSession, 'api'>, secret: string, answers: object, key: string = randomUUID(), by: Parameters<typeof ask>[0] = api.stranger()) =>
  ask(by, 'post', '/survey-answers', { secret, answers: Object.entries(answers).map(([questionId, value]: [string, unknown]) => ({ questionId, value })) }, key);
export const paperOf = async ({ api }: Pick<GivenSession, 'api'>, secret: string) => (await ask(api.stranger(), 'post', '/survey-lookups', { secret })).body as SurveyPaper;
export const offerTo = async (phone: Phone, given: GivenSession) => (await ask(phone, 'get', `/sessions/${given.sessionId}/survey`)).body as SurveyOffer;
export const choose = (given: GivenSession, questionnaires: string[], by: Parameters<typeof ask>[0] = given.facilitator) =>
  ask(by, 'put', `/sessions/${given.sessionId}/questionnaires`, { questionnaires });
export const surveyIn = async (given: GivenSession) => ((await given.facilitator.agent.get(`/api/sessions/${given.sessionId}/report`)).body as ReadReport).survey;
/** Open for so many days after the close; 0 ends it. */
export const openFor = (given: GivenSession, days: number) => command(given.facilitator, 'put', `/sessions/${given.sessionId}/survey`, { days });

/** As if it had ended so much earlier: the grace is over after {@link SURVEY_GRACE_MINUTES}. */
export const backdateEnd = (given: GivenSession, minutes: number) =>
  given.api.database.query('update survey set closes_at = closes_at - make_interval(mins => $2) where session_id = $1', [given.sessionId, minutes]);
/** Ended by hand, and the grace is over. */
export async function endSurvey(given: GivenSession): Promise<void> {
  await openFor(given, 0);
  await backdateEnd(given, SURVEY_GRACE_MINUTES);
}

/** A closed session and everybody's key to its survey. */
export async function givenSurvey(api: TestApi, people: number, questionnaires?: string[]) {
  const given = await givenSession(api);
  if (questionnaires) await choose(given, questionnaires).expect(200);
  const phones = await given.joinAll(people);
  await given.close();
  return { given, phones, secrets: await Promise.all(phones.map(async (phone) => (await link(phone, given)).secret)) };
}
