import { Injectable } from '@nestjs/common';
import { Problem } from '@spolu/contracts/problems';
import type { PublicVoteResult, SpoiledSheet } from '@spolu/contracts/public-votes';
import { isAbstention, tallyPublicVote } from '@spolu/deliberation/public-vote';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../database/transactions.ts';
import type { Viewer } from '../http/viewer.ts';
import { IdentityService } from '../identity/identity.service.ts';
import { ProvenanceService } from '../provenance/provenance.service.ts';
import { PublicVote, PublicVoteBallot, PublicVoteCode, PublicVoteGiven, PublicVoteGuestGiven } from './public-vote.entity.ts';
import { runPublicVote } from './public-votes.policy.ts';
import { turnoutOf } from './turnout.ts';
import { VoteAccess } from './vote-access.ts';
import { categoriesOf, holdBox, layAnew } from './vote-rows.ts';
import { stateOf } from './vote-state.ts';

/** A closed vote is counted once; what is told from then on is what was counted then. */
@Injectable()
export class CountingService {
  constructor(
    private readonly transactions: Transactions,
    private readonly identity: IdentityService,
    private readonly provenance: ProvenanceService,
    private readonly access: VoteAccess,
  ) {}

  /**
   * Counts, publishes the result and forgets who has voted.
   * @throws Problem `public-vote/not-published`, `public-vote/still-open`, `public-vote/counted`, `public-vote/paper-waits` while sheets of paper are not read by two
   */
  async count(me: Viewer, id: string): Promise<void> {
    return this.transactions.run(async (em) => {
      await holdBox(em, id);
      const { vote } = await this.access.found(em, me, id, runPublicVote, { lock: true });
      const now = new Date();
      const state = stateOf(vote, now);
      if (state === 'draft') throw new Problem('public-vote/not-published');
      if (state === 'counted') throw new Problem('public-vote/counted');
      if (state !== 'closed') throw new Problem('public-vote/still-open');

      const waiting = await em.query<{ count: number }[]>('select count(distinct number)::int as count from public_vote_reading where vote_id = $1', [id]);
      if (waiting[0]!.count > 0) throw new Problem('public-vote/paper-waits', { count: waiting[0]!.count });
      const turnout = await turnoutOf(em, vote);
      const ballots = (await em.findBy(PublicVoteBallot, { voteId: id })).map(({ value }) => value);
      if (ballots.length !== turnout.given) throw new Error(`public vote ${id}: ${String(ballots.length)} ballots of ${String(turnout.given)} voters`);
      const result: Omit<PublicVoteResult, 'countedAt'> = {
        ballotCount: ballots.length, ...(await paperOf(em, id)), abstentionCount: ballots.filter(isAbstention).length,
        eligible: turnout.eligible, categories: tallyPublicVote(ballots, vote.rule, await categoriesOf(em, id)),
      };
      await em.update(PublicVote, { id }, { result, countedAt: now });
      await layAnew(em, id);
      await em.delete(PublicVoteGiven, { voteId: id });
      await em.delete(PublicVoteGuestGiven, { voteId: id });
      await em.delete(PublicVoteCode, { voteId: id });
      for (const { optionId, outcome } of result.categories.flatMap(({ options }) => options)) await this.provenance.update(em, optionId, { outcome });
      await this.identity.audit(em, { by: me, action: 'public-vote.counted', subjectKind: 'public-vote', subjectId: id, facts: { ballotCount: result.ballotCount } });
    });
  }
}

/** How many of the ballots came on paper, and how many sheets are none of them and why. */
async function paperOf(em: EntityManager, voteId: string): Promise<Pick<PublicVoteResult, 'paperCount' | 'invalidPaperCount' | 'invalidPaper'>> {
  const rows = await em.query<{ reason: SpoiledSheet | null; count: number }[]>(
    'select spoiled as reason, count(*)::int as count from public_vote_code where vote_id = $1 and paper is not null group by spoiled order by spoiled', [voteId]);
  const invalidPaper = rows.flatMap(({ reason, count }) => (reason === null ? [] : [{ reason, count }]));
  return {
    paperCount: rows.find(({ reason }) => reason === null)?.count ?? 0,
    invalidPaperCount: invalidPaper.reduce((sum, { count }) => sum + count, 0),
    ...(invalidPaper.length > 0 ? { invalidPaper } : {}),
  };
}
