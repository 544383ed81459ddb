import { Injectable } from '@nestjs/common';
import type { OwnHand, RaiseHand, TendHand } from '@spolu/contracts/hands';
import { Problem } from '@spolu/contracts/problems';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../../database/transactions.ts';
import { demand } from '../../http/policy.ts';
import type { Viewer } from '../../http/viewer.ts';
import { demandOpen } from '../activity.ts';
import { Rooms } from '../rooms.ts';
import { SessionAccess } from '../session-access.ts';
import { Participant } from '../session.entity.ts';
import { takePart, tendHands } from '../sessions.policy.ts';
import { Hand } from './hand.entity.ts';
import { ownHand } from './read-hands.ts';

/** Who wants to speak, in the order in which the server heard of it. */
@Injectable()
export class HandsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: SessionAccess,
    private readonly rooms: Rooms,
  ) {}

  async own(me: Viewer, sessionId: string): Promise<OwnHand> {
    const { facts } = await this.access.session(sessionId);
    demand(takePart, me, facts);
    const { id } = await this.access.participant(me, sessionId);
    return ownHand(this.transactions.manager, sessionId, id);
  }

  /** @throws Problem `session/not-open`, `session/closed` */
  async raise(me: Viewer, sessionId: string, { raised }: RaiseHand): Promise<OwnHand> {
    return this.transactions.run(async (em) => {
      const { facts, session } = await this.access.session(sessionId, 'read', em);
      demand(takePart, me, facts);
      const { id } = await this.access.participant(me, sessionId, em);
      demandOpen(session.state);
      if (raised) {
        await em.query(
          `insert into hand (participant_id, session_id, raised_at) values ($1, $2, clock_timestamp())
            on conflict (participant_id) do update set raised_at = excluded.raised_at, called_at = null, lowered_at = null where hand.lowered_at is not null`,
          [id, sessionId],
        );
      } else {
        await em.query('update hand set lowered_at = clock_timestamp() where participant_id = $1 and lowered_at is null', [id]);
      }
      this.transactions.afterCommit(() => this.rooms.countsChanged(sessionId));
      return ownHand(em, sessionId, id);
    });
  }

  /** @throws Problem `not-found` where no hand was raised, `hand/other-called` */
  async tend(me: Viewer, participantId: string, { state, called }: TendHand): Promise<void> {
    return this.transactions.run(async (em) => {
      const participant = await em.findOneBy(Participant, { id: participantId });
      if (!participant?.sessionId) throw new Problem('not-found');
      const { sessionId } = participant;
      const { facts, session } = await this.access.session(sessionId, 'steer', em);
      demand(tendHands, me, facts);
      demandOpen(session.state);
      if (participant.removedAt || !(await em.existsBy(Hand, { participantId }))) throw new Problem('not-found');
      const [before] = await em.query<{ id: string }[]>(
        'select participant_id as id from hand where session_id = $1 and called_at is not null and lowered_at is null', [sessionId],
      );
      if (state === 'called' && before?.id !== participantId) {
        if ((before?.id ?? null) !== called) throw new Problem('hand/other-called');
        if (before) await em.query('update hand set lowered_at = clock_timestamp() where participant_id = $1', [before.id]);
      }
      await em.query(CHANGE[state], [participantId]);
      this.transactions.afterCommit(() => this.rooms.countsChanged(sessionId));
    });
  }

  /** The session is over: nobody waits to speak any more. */
  async forget(em: EntityManager, sessionId: string): Promise<void> {
    await em.delete(Hand, { sessionId });
  }
}

const CHANGE: Record<TendHand['state'], string> = {
  waiting: 'update hand set called_at = null, lowered_at = null where participant_id = $1',
  called: 'update hand set called_at = coalesce(called_at, clock_timestamp()), lowered_at = null where participant_id = $1',
  lowered: 'update hand set lowered_at = coalesce(lowered_at, clock_timestamp()) where participant_id = $1',
};
