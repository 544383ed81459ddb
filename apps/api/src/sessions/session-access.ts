import { Injectable } from '@nestjs/common';
import { Problem } from '@spolu/contracts/problems';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../database/transactions.ts';
import { participantIn, type Viewer } from '../http/viewer.ts';
import { ParticipationService, type ProcessSummary } from '../participation/participation.service.ts';
import { Activity, Participant, Session, SessionBoard } from './session.entity.ts';
import type { SessionFacts } from './sessions.policy.ts';

export interface FoundSession {
  session: Session;
  facts: SessionFacts;
  process: ProcessSummary;
  /** The plenary's. */
  boardId: string;
}
export interface FoundActivity extends FoundSession {
  activity: Activity;
}

/** `steer`: one at a time changes how the session goes. `contribute`: many at once, but never while somebody steers. */
export type Purpose = 'read' | 'contribute' | 'steer';

/** Finds sessions and activities with the facts that policies want. */
@Injectable()
export class SessionAccess {
  constructor(
    private readonly transactions: Transactions,
    private readonly participation: ParticipationService,
  ) {}

  /** @throws Problem `not-found` */
  async session(sessionId: string, purpose: Purpose = 'read', em: EntityManager = this.transactions.manager): Promise<FoundSession> {
    // One statement for both: each way to the database counts when a whole hall votes.
    const query = em
      .createQueryBuilder(Session, 'session')
      .innerJoin(SessionBoard, 'board', 'board.sessionId = session.id and board.position = 0')
      .addSelect('board.boardId', 'plenary')
      .where('session.id = :sessionId', { sessionId });
    if (purpose === 'steer') query.setLock('pessimistic_write', undefined, ['session']);
    const { entities: [session], raw: [beside] } = await query.getRawAndEntities<{ plenary: string }>();
    if (!session || !beside) throw new Problem('not-found');
    const process = await this.participation.factsOf(session.processId, em);
    const { processId, visibility, state: sessionState } = session;
    return { session, process, boardId: beside.plenary, facts: { sessionId, processId, organisationIds: process.organisationIds, visibility, sessionState } };
  }

  /** The session whose board it is. @throws Problem `not-found` */
  async ofBoard(boardId: string, em: EntityManager = this.transactions.manager): Promise<FoundSession> {
    const board = await em.findOneBy(SessionBoard, { boardId });
    if (!board) throw new Problem('not-found');
    return { ...(await this.session(board.sessionId, 'read', em)), boardId };
  }

  /**
   * A steering command locks the session, then its activities as it changes them; what people contribute holds its activity in common, so that a
   * reveal or an end finds all of it or comes before it.
   * @throws Problem `not-found`
   */
  async activity(activityId: string, purpose: Purpose = 'read', em: EntityManager = this.transactions.manager): Promise<FoundActivity> {
    const found = await em.findOne(Activity, { where: { id: activityId }, ...(purpose === 'contribute' ? { lock: { mode: 'pessimistic_read' } as const } : {}) });
    if (!found) throw new Problem('not-found');
    const rest = await this.session(found.sessionId, purpose, em);
    // whoever steered before may have changed it while this one waited for the session
    const activity = purpose === 'steer' ? await em.findOneBy(Activity, { id: activityId }) : found;
    if (!activity) throw new Problem('not-found');
    return { ...rest, activity };
  }

  /**
   * The participant that the viewer is in this session.
   * @throws Problem `session/removed`, also where the removal is younger than her sign-in knows
   */
  async participant(me: Viewer, sessionId: string, em: EntityManager = this.transactions.manager): Promise<Participant> {
    const id = participantIn(me, sessionId);
    const participant = id === null ? null : await em.findOneBy(Participant, { id, sessionId });
    if (!participant) throw new Problem('not-found');
    if (participant.removedAt) throw new Problem('session/removed');
    return participant;
  }
}
