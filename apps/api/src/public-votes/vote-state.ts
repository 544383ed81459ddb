import type { VoteState } from '@spolu/contracts/public-votes';
import type { PublicVote } from './public-vote.entity.ts';

/** Where a vote stands by the server's clock: it opens and closes by itself, and is counted by a person. */
export function stateOf({ publishedAt, opensAt, closesAt, result }: Pick<PublicVote, 'publishedAt' | 'opensAt' | 'closesAt' | 'result'>, now: Date): VoteState {
  if (publishedAt === null) return 'draft';
  if (result !== null) return 'counted';
  if (now < opensAt) return 'published';
  return now < closesAt ? 'open' : 'closed';
}
