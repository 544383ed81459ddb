import type { EntityManager } from 'typeorm';
import type { PublicVote } from './public-vote.entity.ts';
import { tookPartCount } from './took-part.ts';

/** How many have voted, of how many who could: accounts that somebody signs in with, codes that were printed, or people who took part before it opened. */
export async function turnoutOf(em: EntityManager, vote: Pick<PublicVote, 'id' | 'voters' | 'processId' | 'opensAt'>): Promise<{ given: number; eligible: number }> {
  const [row] = await em.query<{ given: number; eligible: number }[]>(TURNOUT[vote.voters], [vote.id]);
  return vote.voters === 'took-part' ? { given: row!.given, eligible: await tookPartCount(em, vote) } : row!;
}

const TURNOUT: Record<PublicVote['voters'], string> = {
  codes: 'select count(command)::int as given, count(*)::int as eligible from public_vote_code where vote_id = $1',
  accounts: `select (select count(*)::int from public_vote_given where vote_id = $1) as given,
    (select count(*)::int from person where active and email is not null) as eligible`,
  'took-part': `select ((select count(command) from public_vote_given where vote_id = $1) + (select count(command) from public_vote_guest_given where vote_id = $1))::int as given`,
};
