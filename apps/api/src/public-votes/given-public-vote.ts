import { randomUUID } from 'node:crypto';
import type { EditPublicVote, PublicVoteView } from '@spolu/contracts/public-votes';
import { command, givenHarvest, made, type Harvest } from '../ideas/given-harvest.ts';
import type { Someone, TestApi } from '../testing/given-api.ts';

export interface GivenVote extends Harvest {
  voteId: string;
  ideaIds: string[];
  /** In the order of the ideas. */
  optionIds: string[];
  view(who?: Someone): Promise<PublicVoteView>;
  /** Moves the clock by moving the vote: it opened an hour ago, or is over. */
  open(): Promise<void>;
  close(): Promise<void>;
}

/** Ideas of a process, put straight into the table. */
export async function givenIdeas(api: TestApi, processId: string, titles: readonly string[]): Promise<string[]> {
  const ids = titles.map(() => randomUUID());
  for (const [i, id] of ids.entries()) {
    await api.database.query(`insert into idea (id, process_id, title, summary, revision, created_at) values ($1, $2, $3, 'Prečo', 1, now())`, [id, processId, titles[i]]);
    await api.database.query(
      `insert into record (id, kind, title, url, visibility, process_id, at) values ($1::uuid, 'idea', $2, '/ideas/' || $1::text, 'public', $3, now())`, [id, titles[i], processId]);
  }
  return ids;
}

export function setUpOf(ideaIds: readonly string[], change: Partial<EditPublicVote> = {}): EditPublicVote {
  return {
    title: 'Projekty pre mesto', intro: '', rule: { method: 'fixed-number' }, voters: 'accounts', opens: { on: '2026-05-25', time: '08:00' }, closes: { on: '2026-06-08', time: '20:00' },
    categories: [{ title: '', limit: 2, winners: 1, budget: null, options: ideaIds.map((ideaId) => ({ ideaId, cost: null })) }], openBallots: false, revision: 0, ...change,
  };
}

/** A vote on three ideas that is published and opens tomorrow; `codes` so many are printed. */
export async function givenVote(api: TestApi, { change = () => ({}), ideaCount = 3 }: { change?: (ideaIds: string[]) => Partial<EditPublicVote>; ideaCount?: number } = {}): Promise<GivenVote> {
  const harvest = await givenHarvest(api);
  const ideaIds = await givenIdeas(api, harvest.processId, Array.from({ length: ideaCount }, (_, i) => `Nápad ${i + 1}`));
  const voteId = await made(command(harvest.lead, 'post', `/processes/${harvest.processId}/public-votes`, setUpOf(ideaIds, change(ideaIds))));
  const at = (opens: string, closes: string) =>
    api.database.query('update public_vote set opens_at = now() + $2::interval, closes_at = now() + $3::interval where id = $1', [voteId, opens, closes]);
  await at('1 day', '2 days');
  const view = async (who = api.stranger()) => (await who.agent.get(`/api/public-votes/${voteId}`).expect(200)).body as PublicVoteView;
  const { categories } = await view(harvest.lead);
  return {
    ...harvest, voteId, ideaIds, view,
    optionIds: ideaIds.map((ideaId) => categories.flatMap(({ options }) => options).find((option) => option.ideaId === ideaId)!.id),
    open: async () => void (await at('-1 hour', '1 day')),
    close: async () => void (await at('-2 days', '-1 second')),
  };
}

export const publish = ({ lead, voteId }: GivenVote) => command(lead, 'post', `/public-votes/${voteId}/publication`);
export const count = ({ lead, voteId }: GivenVote) => command(lead, 'post', `/public-votes/${voteId}/result`);
