import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { PageQuery } from '@spolu/contracts/common';
import { Problem } from '@spolu/contracts/problems';
import type { SheetRead, SheetReading, SheetRef, WaitingSheet, WaitingSheets } from '@spolu/contracts/public-votes';
import { checkPublicBallot } from '@spolu/deliberation/public-vote';
import { type EntityManager, In, Not } from 'typeorm';
import { z } from 'zod';
import { Transactions } from '../database/transactions.ts';
import { page, startOf } from '../http/page.ts';
import type { Viewer } from '../http/viewer.ts';
import { IdentityService } from '../identity/identity.service.ts';
import { type PublicVote, PublicVoteBallot, PublicVoteCode, PublicVoteReading } from './public-vote.entity.ts';
import { runPublicVote } from './public-votes.policy.ts';
import { VoteAccess } from './vote-access.ts';
import { categoriesOf, shareBox } from './vote-rows.ts';
import { stateOf } from './vote-state.ts';

/** Sheets of paper: each is read by two people who do not see what the other one read, and counts once they read the same (decision 204). */
@Injectable()
export class SheetsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly identity: IdentityService,
    private readonly access: VoteAccess,
  ) {}

  /**
   * Sent again it is the same reading; another one takes the place of her own.
   * @throws Problem `public-vote/not-open`, `public-vote/counted`, `public-vote/unknown-sheet`, and what the rule refuses: such a sheet is spoiled
   */
  async read(me: Viewer, { id, number }: SheetRef, reading: SheetReading): Promise<SheetRead> {
    return this.transactions.run(async (em) => {
      const { vote } = await this.access.found(em, me, id, runPublicVote);
      await shareBox(em, id);
      demandBox(vote);
      const sheet = await em.findOne(PublicVoteCode, { where: { voteId: id, number }, lock: { mode: 'pessimistic_write' } });
      if (!sheet) throw new Problem('public-vote/unknown-sheet');
      if (sheet.paper) return { state: sheet.spoiled === 'voted-online' ? 'voted-online' : sheet.paper };
      const value: SheetReading = reading.kind === 'ballot' ? { kind: 'ballot', ballot: checkPublicBallot(reading.ballot, vote.rule, await categoriesOf(em, id)) } : reading;
      const personId = me.person!.id;
      const others = await em.findBy(PublicVoteReading, { voteId: id, number, personId: Not(personId) });
      // that two have the sheet in hand: one who slips in the number spoils none
      if (sheet.command !== null && others.length > 0) {
        await settle(em, sheet, { paper: 'spoiled', spoiled: 'voted-online' });
        return { state: 'voted-online' };
      }
      if (!others.some((other) => isDeepStrictEqual(other.value, value))) {
        await em.upsert(PublicVoteReading, { voteId: id, number, personId, value }, ['voteId', 'number', 'personId']);
        return { state: others.length === 0 ? 'waits' : 'differs' };
      }
      if (value.kind === 'spoiled') {
        await settle(em, sheet, { paper: 'spoiled', spoiled: value.reason });
        return { state: 'spoiled' };
      }
      await settle(em, sheet, { paper: 'counted', command: randomUUID() });
      await em.insert(PublicVoteBallot, { id: randomUUID(), voteId: id, value: value.ballot });
      return { state: 'counted' };
    });
  }

  /** A number that was typed by mistake: its sheet is in no box, so nobody will ever read the same on it. Whoever did it is named in the audit. */
  async takeBack(me: Viewer, { id, number }: SheetRef): Promise<void> {
    return this.transactions.run(async (em) => {
      await this.access.found(em, me, id, runPublicVote);
      await shareBox(em, id);
      await em.findOne(PublicVoteCode, { where: { voteId: id, number }, lock: { mode: 'pessimistic_write' } });
      const { affected } = await em.delete(PublicVoteReading, { voteId: id, number });
      if (affected) await this.identity.audit(em, { by: me, action: 'public-vote.sheet-taken-back', subjectKind: 'public-vote', subjectId: id, facts: { number } });
    });
  }

  /** Nobody sees what another read before she read it herself. */
  async waiting(me: Viewer, id: string, query: PageQuery): Promise<WaitingSheets> {
    const em = this.transactions.manager;
    await this.access.found(em, me, id, runPublicVote);
    const [from] = startOf(query, NumberKey) ?? [0];
    const numbers = await em.query<{ number: number }[]>(
      'select distinct number from public_vote_reading where vote_id = $1 and number > $2 order by number limit $3', [id, from, query.limit + 1]);
    const readings = await em.findBy(PublicVoteReading, { voteId: id, number: In(numbers.map(({ number }) => number)) });
    const [counts] = await em.query<{ countedCount: number; spoiledCount: number }[]>(
      `select count(*) filter (where paper = 'counted')::int as "countedCount", count(*) filter (where paper = 'spoiled')::int as "spoiledCount" from public_vote_code where vote_id = $1`, [id]);
    return {
      ...counts!,
      ...page(numbers, query, ({ number }) => [number], ({ number }): WaitingSheet => {
        const read = readings.filter((reading) => reading.number === number);
        const readByMe = read.some(({ personId }) => personId === me.person?.id);
        const told = read.length > 1 && readByMe ? read : [];
        return {
          number, readByMe, state: read.length > 1 ? 'differs' : 'waits',
          readings: told.map(({ personId, value }) => ({ mine: personId === me.person?.id, reading: value })),
        };
      }),
    };
  }
}

const NumberKey = z.tuple([z.int()]);

/** What becomes of the sheet is all that stays: what was read on it goes. */
async function settle(em: EntityManager, { voteId, digest, number }: PublicVoteCode, fate: Partial<PublicVoteCode>): Promise<void> {
  await em.update(PublicVoteCode, { voteId, digest }, fate);
  await em.delete(PublicVoteReading, { voteId, number: number! });
}

/** Sheets are read from the opening on, and after the end until the count. */
function demandBox(vote: PublicVote): void {
  const state = stateOf(vote, new Date());
  if (state === 'counted') throw new Problem('public-vote/counted');
  if (state !== 'open' && state !== 'closed') throw new Problem('public-vote/not-open');
}
