import { Injectable } from '@nestjs/common';
import type { Made } from '@spolu/contracts/common';
import type { AnswerMeaning, AskMeaning, MeaningView } from '@spolu/contracts/meaning';
import { Problem } from '@spolu/contracts/problems';
import { type EntityManager, IsNull } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Transactions } from '../../../database/transactions.ts';
import { demand } from '../../../http/policy.ts';
import { participantIn, type Viewer } from '../../../http/viewer.ts';
import { Rooms } from '../../rooms.ts';
import { SessionAccess } from '../../session-access.ts';
import { enterRoom, runSession, takePart } from '../../sessions.policy.ts';
import { MeaningAnswerRow, MeaningCheck } from './meaning.entity.ts';
import { askedOf, meaningsOf } from './read-meanings.ts';

/** "Is this what we meant?": a summary goes to the phones, and people say yes, or what it misses. */
@Injectable()
export class MeaningService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: SessionAccess,
    private readonly rooms: Rooms,
  ) {}

  /** @throws Problem `session/not-open` */
  async ask(me: Viewer, sessionId: string, { summary, language }: AskMeaning): Promise<Made> {
    return this.transactions.run(async (em) => {
      const { session, facts } = await this.access.session(sessionId, 'steer', em);
      demand(runSession, me, facts);
      if (session.state !== 'open') throw new Problem('session/not-open');
      const id = newId();
      const now = new Date();
      await em.update(MeaningCheck, { sessionId, endedAt: IsNull() }, { endedAt: now });
      await em.insert(MeaningCheck, { id, sessionId, summary, language, askedAt: now, endedAt: null });
      this.transactions.afterCommit(() => this.rooms.changed(sessionId));
      return { id };
    });
  }

  async end(me: Viewer, checkId: string): Promise<void> {
    return this.transactions.run(async (em) => {
      const { sessionId } = await checkOf(em, checkId);
      const { facts } = await this.access.session(sessionId, 'steer', em);
      demand(runSession, me, facts);
      await em.update(MeaningCheck, { id: checkId, endedAt: IsNull() }, { endedAt: new Date() });
      this.transactions.afterCommit(() => this.rooms.changed(sessionId));
    });
  }

  /** @throws Problem `meaning/over` once it ended, or the session did */
  async answer(me: Viewer, checkId: string, input: AnswerMeaning): Promise<void> {
    return this.transactions.run(async (em) => {
      const { sessionId } = await checkOf(em, checkId);
      const { session, facts } = await this.access.session(sessionId, 'read', em);
      demand(takePart, me, facts);
      const { id: participantId } = await this.access.participant(me, sessionId, em);
      // held in common: an end finds this answer, or comes before it
      const [asked] = await em.query<{ endedAt: Date | null }[]>('select ended_at as "endedAt" from meaning_check where id = $1 for share', [checkId]);
      if (session.state !== 'open' || asked?.endedAt !== null) throw new Problem('meaning/over');
      await em.upsert(MeaningAnswerRow, { checkId, participantId, ...input, answeredAt: new Date() }, ['checkId', 'participantId']);
      this.transactions.afterCommit(() => this.rooms.staffChanged(sessionId));
    });
  }

  async view(me: Viewer, sessionId: string): Promise<MeaningView> {
    const { session, facts } = await this.access.session(sessionId);
    demand(enterRoom, me, facts);
    const em = this.transactions.manager;
    const asked = session.state === 'open' ? await askedOf(em, sessionId) : null;
    const participantId = participantIn(me, sessionId);
    const mine = asked && participantId !== null ? await em.findOneBy(MeaningAnswerRow, { checkId: asked.id, participantId }) : null;
    const newest = runSession.allows(me, facts) ? (await meaningsOf(em, sessionId)).at(-1) : undefined;
    return { asked, mine: mine && { verdict: mine.verdict, words: mine.words, language: mine.language }, result: newest ?? null };
  }
}

async function checkOf(em: EntityManager, id: string): Promise<MeaningCheck> {
  const check = await em.findOneBy(MeaningCheck, { id });
  if (!check) throw new Problem('not-found');
  return check;
}
