import type { EntityManager } from 'typeorm';
import type { PublicVote } from './public-vote.entity.ts';

/** How many have voted, of how many who could: accounts that somebody signs in with, or codes that were printed. */
export async function turnoutOf(em: EntityManager, { id, voters }: Pick<PublicVote, 'id' | 'voters'>): Promise<{ given: number; eligible: number }> {
  const [row] = await em.query<{ given: number; eligible: number }[]>(
    voters === 'codes'
      ? 'select count(command)::int as given, count(*)::int as eligible from public_vote_code where vote_id = $1'
      : `select (select count(*)::int from public_vote_given where vote_id = $1) as given,
          (select count(*)::int from person where active and email is not null) as eligible`,
    [id],
  );
  return row!;
}
