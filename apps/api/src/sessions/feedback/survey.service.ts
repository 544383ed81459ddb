import { randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AnswerSurvey, ChooseSurveys, SetSurvey, SurveyLink, SurveyOffer, SurveyPaper } from '@spolu/contracts/feedback';
import { Problem } from '@spolu/contracts/problems';
import { GROUP_MIN } from '@spolu/contracts/question-texts';
import { checkAnswers } from '@spolu/deliberation/questionnaire';
import { demographicsBeside, surveysOf } from '@spolu/methods/questionnaires/survey';
import type { EntityManager } from 'typeorm';
import { sha256, Transactions } from '../../database/transactions.ts';
import { demand } from '../../http/policy.ts';
import type { Viewer } from '../../http/viewer.ts';
import { JobsService } from '../../jobs/jobs.service.ts';
import { ReceiptsService } from '../../provenance/receipts.service.ts';
import { SessionAccess } from '../session-access.ts';
import { Participant, Session } from '../session.entity.ts';
import { editReport, takePart } from '../sessions.policy.ts';
import { askedAfter, closingAfter, graceOf, runningGrace } from './survey-results.ts';
import { SurveyGiven, SurveyRow, SurveySubmission, SurveyToken } from './survey.entity.ts';

/** So long after its end a survey is made longer by nobody; who had a key and comes still is asked to take a new one. */
const LINKS_KEPT_DAYS = 30;

/** The survey after a session: whoever was there answers once, and nobody can tell what (decision 127). */
@Injectable()
export class SurveyService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: SessionAccess,
    private readonly receipts: ReceiptsService,
    jobs: JobsService,
  ) {
    jobs.do('survey-links.aged', () => this.forgetLinks());
  }

  async offer(me: Viewer, sessionId: string): Promise<SurveyOffer | null> {
    const { facts } = await this.access.session(sessionId);
    demand(takePart, me, facts);
    const { id } = await this.access.participant(me, sessionId);
    return offerTo(this.transactions.manager, sessionId, id);
  }

  /** @throws Problem `survey/closed` */
  async link(me: Viewer, sessionId: string): Promise<SurveyLink> {
    return this.transactions.run(async (em) => {
      const { facts } = await this.access.session(sessionId, 'read', em);
      demand(takePart, me, facts);
      const { id } = await this.access.participant(me, sessionId, em);
      return linkFor(em, sessionId, id);
    });
  }

  /** @throws Problem `provenance/receipt-invalid`, `session/removed`, `survey/closed` */
  async linkByReceipt(secret: string): Promise<SurveyLink> {
    return this.transactions.run(async (em) => {
      const { participantId, sessionId } = await this.receipts.holderOf(em, secret);
      if (sessionId === null) throw new Problem('survey/closed');
      await demandNotRemoved(em, participantId);
      return linkFor(em, sessionId, participantId);
    });
  }

  /** @throws Problem `survey/link-invalid` */
  async paper(secret: string): Promise<SurveyPaper> {
    const em = this.transactions.manager;
    const { sessionId, participantId } = await tokenOf(em, secret);
    const { session } = await this.access.session(sessionId);
    const offer = await offerTo(em, sessionId, participantId);
    if (!offer) throw new Problem('survey/link-invalid');
    const questionnaires = surveysOf(await askedAfter(em, sessionId));
    return { ...offer, sessionTitle: session.title, questionnaires, demographics: demographicsBeside(questionnaires) };
  }

  /**
   * Takes the answers, once. All rows of the survey are laid anew with each of them, in a random order and by one transaction: neither places nor the
   * transaction that the database keeps with a row say which answers came with whose name.
   * @throws Problem `survey/link-invalid`, `session/removed`, `survey/closed`, `survey/already-given`, `invalid-input`
   */
  async answer(command: string, { secret, answers }: AnswerSurvey): Promise<void> {
    return this.transactions.run(async (em) => {
      const { sessionId, participantId } = await tokenOf(em, secret);
      const survey = await em.findOneOrFail(SurveyRow, { where: { sessionId }, lock: { mode: 'pessimistic_write' } });
      const before = await em.findOneBy(SurveyGiven, { sessionId, participantId });
      if (before?.command === command) return;
      if (before) throw new Problem('survey/already-given');
      await demandNotRemoved(em, participantId);
      // every key is from before the end: after it nobody gets a first one
      if (graceOf(survey) <= new Date()) throw new Problem('survey/closed');
      const questionnaires = surveysOf(await askedAfter(em, sessionId));
      const { scores, words } = checkAnswers(
        questionnaires.flatMap(({ questions }) => questions),
        Object.fromEntries(answers.map(({ questionId, value }) => [questionId, value])),
        demographicsBeside(questionnaires),
      );
      const hour = new Date();
      hour.setUTCMinutes(0, 0, 0);
      await em.insert(SurveyGiven, { sessionId, participantId, command });
      await em.insert(SurveySubmission, { id: randomUUID(), sessionId, scores, hour, told: false });
      for (const { questionId, text } of words) {
        await em.query(`insert into feedback_words (id, session_id, question_id, text, state) values (gen_random_uuid(), $1, $2, $3, 'held')`, [sessionId, questionId, text]);
      }
      const untold = await em.countBy(SurveySubmission, { sessionId, told: false });
      await shuffle(em, sessionId, untold >= GROUP_MIN);
    });
  }

  /** Keys of surveys that are long over lead from a person to a session and are of no use any more. */
  async forgetLinks(now = new Date()): Promise<void> {
    await this.transactions.manager.query(
      'delete from survey_token t using survey s where s.session_id = t.session_id and s.closes_at < $1::timestamptz - make_interval(days => $2)', [now, LINKS_KEPT_DAYS],
    );
  }

  /**
   * Who opens a paper, who answers and who chooses take the survey's row in turn: nobody's answers lose their questions, nor does what somebody is writing. Once a
   * paper was opened questions are only added, until the first answer.
   * @throws Problem `survey/has-answers`, `survey/being-filled-in`
   */
  async choose(me: Viewer, sessionId: string, { questionnaires }: ChooseSurveys): Promise<void> {
    return this.transactions.run(async (em) => {
      const { facts } = await this.access.session(sessionId, 'steer', em);
      demand(editReport, me, facts);
      await em.findOne(SurveyRow, { where: { sessionId }, lock: { mode: 'pessimistic_write' } });
      if (await em.existsBy(SurveyGiven, { sessionId })) throw new Problem('survey/has-answers');
      const isLess = (await askedAfter(em, sessionId)).some((id) => !questionnaires.includes(id));
      if (isLess && (await em.existsBy(SurveyToken, { sessionId }))) throw new Problem('survey/being-filled-in');
      await em.update(Session, { id: sessionId }, { questionnaires });
    });
  }

  /** @throws Problem `not-found` before the session is closed */
  async set(me: Viewer, sessionId: string, { days }: SetSurvey): Promise<void> {
    return this.transactions.run(async (em) => {
      const { facts } = await this.access.session(sessionId, 'read', em);
      demand(editReport, me, facts);
      const survey = await em.findOne(SurveyRow, { where: { sessionId }, lock: { mode: 'pessimistic_write' } });
      if (!survey) throw new Problem('not-found');
      await em.update(SurveyRow, { sessionId }, { closesAt: closingFrom(survey, days, new Date()) });
    });
  }
}

/** Ended again, or for a day that is past, it ends when it first did: whoever is filling it in has her grace, and has it once. */
function closingFrom({ openedAt, closesAt }: SurveyRow, days: number, now: Date): Date {
  const later = closingAfter(openedAt, days);
  if (days > 0 && later > now) return later;
  return closesAt < now ? closesAt : now;
}

async function offerTo(em: EntityManager, sessionId: string, participantId: string): Promise<SurveyOffer | null> {
  const survey = await em.findOneBy(SurveyRow, { sessionId });
  if (!survey || (await askedAfter(em, sessionId)).length === 0) return null;
  const now = new Date();
  const until = runningGrace(survey, now);
  const hadOpened = until !== null && (await em.existsBy(SurveyToken, { sessionId, participantId }));
  return {
    isOpen: survey.closesAt > now,
    closesAt: survey.closesAt.toISOString(),
    graceUntil: hadOpened ? until.toISOString() : null,
    given: await em.existsBy(SurveyGiven, { sessionId, participantId }),
  };
}

/** A new key each time; the first that is used spends them all. */
async function linkFor(em: EntityManager, sessionId: string, participantId: string): Promise<SurveyLink> {
  await em.findOne(SurveyRow, { where: { sessionId }, lock: { mode: 'pessimistic_read' } });
  const offer = await offerTo(em, sessionId, participantId);
  if (!offer?.isOpen && !offer?.graceUntil) throw new Problem('survey/closed');
  const secret = randomBytes(32).toString('base64url');
  await em.insert(SurveyToken, { digest: sha256(secret), sessionId, participantId });
  return { secret };
}

async function tokenOf(em: EntityManager, secret: string): Promise<SurveyToken> {
  const token = await em.findOneBy(SurveyToken, { digest: sha256(secret) });
  if (!token) throw new Problem('survey/link-invalid');
  return token;
}

/** A key that asks for no sign-in: whoever was removed is refused here as she is elsewhere. */
async function demandNotRemoved(em: EntityManager, id: string): Promise<void> {
  const { removedAt } = await em.findOneByOrFail(Participant, { id });
  if (removedAt) throw new Problem('session/removed');
}

/** @param tell five more are there: they are counted, and their words may be looked through */
async function shuffle(em: EntityManager, sessionId: string, tell: boolean): Promise<void> {
  await em.query(
    `with taken as (delete from survey_submission where session_id = $1 returning id, scores, hour, told)
      insert into survey_submission (id, session_id, scores, hour, told) select id, $1, scores, hour, told or $2 from taken order by random()`,
    [sessionId, tell],
  );
  await em.query(
    `with taken as (delete from feedback_words where session_id = $1 and activity_id is null returning id, question_id, text, state)
      insert into feedback_words (id, session_id, question_id, text, state)
        select id, $1, question_id, text, case when $2 and state = 'held' then 'waiting' else state end from taken order by random()`,
    [sessionId, tell],
  );
  await em.query(
    `with taken as (delete from survey_given where session_id = $1 returning participant_id, command)
      insert into survey_given (session_id, participant_id, command) select $1, participant_id, command from taken order by random()`,
    [sessionId],
  );
}
