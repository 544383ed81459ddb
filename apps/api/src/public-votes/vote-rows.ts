import type { PublicVoteOption, VoteCategory } from '@spolu/contracts/public-votes';
import type { EntityManager } from 'typeorm';
import type { IdeasService } from '../ideas/ideas.service.ts';
import { PublicVoteCategory, PublicVoteOptionRow } from './public-vote.entity.ts';

/** What a vote asks, whatever became of its ideas since. */
interface KeptCategory extends Omit<VoteCategory, 'options'> {
  options: Omit<PublicVoteOption, 'hidden'>[];
}

/** What there is to be voted on, in the order in which people see it. */
export async function categoriesOf(em: EntityManager, voteId: string): Promise<KeptCategory[]> {
  const categories = await em.find(PublicVoteCategory, { where: { voteId }, order: { position: 'ASC' } });
  const options = await em.find(PublicVoteOptionRow, { where: { voteId }, order: { position: 'ASC' } });
  return categories.map(({ id, title, most, winners, budget }) => ({
    id, title, limit: most, winners, budget,
    options: options.filter(({ categoryId }) => categoryId === id).map(({ id, ideaId, title, summary, cost }) => ({ id, ideaId, title, summary, cost })),
  }));
}

/** The same as it is told: without the words of ideas that were hidden since. */
export async function shownCategoriesOf(em: EntityManager, ideas: Pick<IdeasService, 'summariesOf'>, voteId: string): Promise<VoteCategory[]> {
  const categories = await categoriesOf(em, voteId);
  const known = await ideas.summariesOf(em, categories.flatMap(({ options }) => options.map(({ ideaId }) => ideaId)));
  return categories.map((category) => ({
    ...category,
    options: category.options.map((option) => (known.get(option.ideaId)?.hidden ? { ...option, title: '', summary: '', hidden: true } : { ...option, hidden: false })),
  }));
}

/**
 * Ballots are cast side by side; what lays them anew or counts them waits until those under way are in, and lets none in meanwhile. Held to the end of
 * the transaction.
 */
export async function shareBox(em: EntityManager, voteId: string): Promise<void> {
  await em.query(`select pg_advisory_xact_lock_shared(hashtextextended($1, 175))`, [voteId]);
}
export async function holdBox(em: EntityManager, voteId: string): Promise<void> {
  await em.query(`select pg_advisory_xact_lock(hashtextextended($1, 175))`, [voteId]);
}

/**
 * Lays ballots and marks anew, each in a random order, in one transaction and under new ids: neither places nor the number of the transaction that the database
 * keeps with a row tell which ballot came with which mark.
 */
export async function layAnew(em: EntityManager, voteId: string): Promise<void> {
  await em.query(
    `with taken as (delete from public_vote_ballot where vote_id = $1 returning value)
      insert into public_vote_ballot (id, vote_id, value) select gen_random_uuid(), $1, value from taken order by random()`,
    [voteId],
  );
  await em.query(
    `with taken as (delete from public_vote_given where vote_id = $1 returning person_id, command)
      insert into public_vote_given (vote_id, person_id, command) select $1, person_id, command from taken order by random()`,
    [voteId],
  );
  await em.query(
    `with taken as (delete from public_vote_guest_given where vote_id = $1 returning participant_id, command)
      insert into public_vote_guest_given (vote_id, participant_id, command) select $1, participant_id, command from taken order by random()`,
    [voteId],
  );
  await em.query(
    `with taken as (delete from public_vote_code where vote_id = $1 returning digest, command, number, paper, spoiled)
      insert into public_vote_code (vote_id, digest, command, number, paper, spoiled) select $1, digest, command, number, paper, spoiled from taken order by random()`,
    [voteId],
  );
}
