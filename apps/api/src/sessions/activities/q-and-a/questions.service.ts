import { Injectable } from '@nestjs/common';
import {
  type AskQuestion, type OwnQuestion, type OwnQuestions, QUESTIONS_PER_PARTICIPANT_MAX, type StaffQuestion, type SupportQuestion, type TendQuestion,
} from '@spolu/contracts/activities/q-and-a';
import { Problem } from '@spolu/contracts/problems';
import { type EntityManager, Not } from 'typeorm';
import { Transactions } from '../../../database/transactions.ts';
import { demand } from '../../../http/policy.ts';
import { participantIn, type Viewer } from '../../../http/viewer.ts';
import { ProvenanceService } from '../../../provenance/provenance.service.ts';
import { demandRunning } from '../../activity.ts';
import { Rooms } from '../../rooms.ts';
import { type FoundActivity, SessionAccess } from '../../session-access.ts';
import { Participant } from '../../session.entity.ts';
import { takePart, tendQuestions } from '../../sessions.policy.ts';
import { Question, QuestionSupport } from './question.entity.ts';
import { checkTakingBack, firstState, isInRoom, tended } from './question.ts';

/** Questions of the hall: asked and supported on phones, taken up and answered by staff. */
@Injectable()
export class QuestionsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: SessionAccess,
    private readonly provenance: ProvenanceService,
    private readonly rooms: Rooms,
  ) {}

  /**
   * Sent again under its id it is answered as it stands now.
   * @throws Problem `activity/not-running`, `board/read-only` while locked, `activity/note-limit`, `idempotency-key-reused`
   */
  async ask(me: Viewer, activityId: string, questionId: string, { text, language }: AskQuestion): Promise<OwnQuestion> {
    return this.transactions.run(async (em) => {
      const found = await this.access.activity(activityId, 'contribute', em);
      demand(takePart, me, found.facts);
      const { activity, session } = found;
      const participant = await this.access.participant(me, session.id, em);
      const before = await em.findOneBy(Question, { id: questionId });
      if (before) return askedAgain(before, { activityId, participantId: participant.id, text });
      if (activity.settings.kind !== 'q-and-a') throw new Problem('conflict', { kind: activity.settings.kind });
      demandRunning(activity);
      if (activity.lockedAt) throw new Problem('board/read-only');
      // one after the other, so that two of hers at once can't both be the last that fits
      await em.findOne(Participant, { where: { id: participant.id }, lock: { mode: 'pessimistic_write' } });
      const count = await em.countBy(Question, { activityId, participantId: participant.id, state: Not('removed') });
      if (count >= QUESTIONS_PER_PARTICIPANT_MAX) throw new Problem('activity/note-limit', { limit: QUESTIONS_PER_PARTICIPANT_MAX });

      // the id is the device's: under somebody else's her words would be taken back with the question
      if (await this.provenance.isKnown(em, questionId)) throw new Problem('idempotency-key-reused');
      const now = new Date();
      const state = firstState(activity.settings);
      const question: Question = { id: questionId, activityId, participantId: participant.id, text, language, state, answer: '', askedAt: now, shownAt: null };
      await em.insert(Question, question);
      if (isInRoom(state)) await this.contribute(em, found, question, now);
      this.announce(session.id);
      return { id: questionId, text, state };
    });
  }

  /** Taken back by who asked. @throws Problem `not-found` for somebody else's, `question/answered` */
  async takeBack(me: Viewer, questionId: string): Promise<void> {
    return this.transactions.run(async (em) => {
      const { question, ...found } = await this.questionFor(em, questionId);
      demand(takePart, me, found.facts);
      if (question.participantId !== participantIn(me, found.session.id)) throw new Problem('not-found');
      checkTakingBack(question.state);
      await em.update(Question, { id: questionId }, { state: 'removed', text: '' });
      if (question.shownAt) await this.provenance.update(em, questionId, { visibility: 'internal' });
      this.announce(found.session.id);
    });
  }

  /** Saying twice that one would ask it too is saying it once. @throws Problem `not-found` for one that is not in the room, `question/own` */
  async support(me: Viewer, questionId: string, { supported }: SupportQuestion): Promise<void> {
    return this.transactions.run(async (em) => {
      const { activityId } = await placeOf(em, questionId);
      const found = await this.access.activity(activityId, 'contribute', em);
      demand(takePart, me, found.facts);
      const { id: participantId } = await this.access.participant(me, found.session.id, em);
      demandRunning(found.activity);
      const question = await em.findOneByOrFail(Question, { id: questionId });
      if (!isInRoom(question.state)) throw new Problem('not-found');
      if (question.participantId === participantId) throw new Problem('question/own');
      if (supported) await em.createQueryBuilder().insert().into(QuestionSupport).values({ questionId, participantId }).orIgnore().execute();
      else await em.delete(QuestionSupport, { questionId, participantId });
      this.announce(found.session.id);
    });
  }

  /** Her own. */
  async own(me: Viewer, activityId: string): Promise<OwnQuestions> {
    const { facts, session } = await this.access.activity(activityId);
    demand(takePart, me, facts);
    const { id: participantId } = await this.access.participant(me, session.id);
    const em = this.transactions.manager;
    const asked = await em.find(Question, { where: { activityId, participantId, state: Not('removed') }, order: { askedAt: 'DESC', id: 'DESC' } });
    const supported = await em.query<{ id: string }[]>(
      'select s.question_id as id from question_support s join question q on q.id = s.question_id where q.activity_id = $1 and s.participant_id = $2',
      [activityId, participantId],
    );
    return { asked: asked.map(({ id, text, state }) => ({ id, text, state })), supported: supported.map(({ id }) => id) };
  }

  /** Everything that was asked, for those who choose; what waits first, as it came. */
  async all(me: Viewer, activityId: string): Promise<StaffQuestion[]> {
    const { facts } = await this.access.activity(activityId);
    demand(tendQuestions, me, facts);
    const rows = await this.transactions.manager.query<(StaffQuestion & { askedAt: Date })[]>(
      `select q.id, q.text, q.language, q.state, q.answer, q.asked_at as "askedAt", (select count(*)::int from question_support s where s.question_id = q.id) as "supportCount"
        from question q where q.activity_id = $1 and q.state <> 'removed' order by q.state <> 'waiting', q.asked_at, q.id`,
      [activityId],
    );
    return rows.map((row) => ({ ...row, askedAt: row.askedAt.toISOString() }));
  }

  /** Lets through, takes up, answers, hides, and back. @throws Problem `not-found` */
  async tend(me: Viewer, questionId: string, input: TendQuestion): Promise<void> {
    return this.transactions.run(async (em) => {
      // staff one after the other: only one question is answered at a time
      const { activityId } = await placeOf(em, questionId);
      const found = await this.access.activity(activityId, 'steer', em);
      demand(tendQuestions, me, found.facts);
      const question = await em.findOneOrFail(Question, { where: { id: questionId }, lock: { mode: 'pessimistic_write' } });
      const next = tended(question, input);
      if (next.state === 'current') await em.update(Question, { activityId, state: 'current' }, { state: 'shown' });
      await em.update(Question, { id: questionId }, next);
      if (isInRoom(next.state)) {
        if (question.shownAt) await this.provenance.update(em, questionId, { visibility: found.session.visibility });
        else await this.contribute(em, found, question, new Date());
      } else if (question.shownAt) await this.provenance.update(em, questionId, { visibility: 'internal' });
      this.announce(found.session.id);
    });
  }

  /** Nothing is being answered any more. */
  async rest(em: EntityManager, activityId: string): Promise<void> {
    await em.update(Question, { activityId, state: 'current' }, { state: 'shown' });
  }

  private async contribute(em: EntityManager, { activity, session }: FoundActivity, { id, participantId, text, language }: Question, now: Date): Promise<void> {
    const participant = await em.findOneOrFail(Participant, { where: { id: participantId }, select: { id: true, personId: true } });
    await em.update(Question, { id }, { shownAt: now });
    await this.provenance.writeContributions(em, [
      {
        id, kind: 'note', participantId, personId: participant.personId, sessionId: session.id, processId: session.processId, activityId: activity.id, language, text,
        createdAt: now, visibility: session.visibility,
      },
    ]);
  }

  private announce(sessionId: string): void {
    this.transactions.afterCommit(() => this.rooms.countsChanged(sessionId));
  }

  private async questionFor(em: EntityManager, questionId: string): Promise<FoundActivity & { question: Question }> {
    const { activityId } = await placeOf(em, questionId);
    const found = await this.access.activity(activityId, 'contribute', em);
    const question = await em.findOneOrFail(Question, { where: { id: questionId }, lock: { mode: 'pessimistic_write' } });
    return { ...found, question };
  }
}

/** @throws Problem `not-found` */
async function placeOf(em: EntityManager, questionId: string): Promise<{ activityId: string }> {
  const place = await em.findOne(Question, { where: { id: questionId }, select: { id: true, activityId: true } });
  if (!place) throw new Problem('not-found');
  return place;
}

function askedAgain(question: Question, asked: Pick<Question, 'activityId' | 'participantId' | 'text'>): OwnQuestion {
  const same = question.activityId === asked.activityId && question.participantId === asked.participantId && (question.text === asked.text || question.state === 'removed');
  if (!same) throw new Problem('idempotency-key-reused');
  return { id: question.id, text: question.text, state: question.state };
}
