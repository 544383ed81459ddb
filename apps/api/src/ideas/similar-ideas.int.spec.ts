import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { IdeaRow, SimilarIdea } from '@spolu/contracts/ideas';
import { givenApi, type TestApi } from '../testing/given-api.ts';
import { givenHarvest, type Harvest } from './given-harvest.ts';
import { OTHER, SAME } from './similar-pairs.ts';

let api: TestApi;
let harvest: Harvest;
beforeAll(async () => {
  api = await givenApi();
  harvest = await givenHarvest(api);
  await given(harvest.processId, [...new Set([...SAME, ...OTHER].map(([, second]) => second))]);
});
afterAll(() => api?.stop());

const given = (processId: string, titles: readonly string[], summary = '') =>
  api.database.query(
    `insert into idea (id, process_id, title, summary, revision, created_at) select gen_random_uuid(), $1, title, $3, 1, now() from unnest($2::text[]) as title`,
    [processId, titles, summary],
  );
async function similarTo(text: string, { processId = harvest.processId, who = api.stranger() } = {}): Promise<string[]> {
  const { body } = await who.agent.get(`/api/processes/${processId}/similar-ideas`).query({ text }).expect(200);
  return (body as SimilarIdea[]).map(({ title }) => title);
}
async function found(search: string, processId: string): Promise<string[]> {
  const { body } = await api.stranger().agent.get(`/api/processes/${processId}/ideas`).query({ search }).expect(200);
  return (body as { items: IdeaRow[] }).items.map(({ title }) => title).sort();
}
const proposed = async (pairs: readonly (readonly [string, string])[]) => {
  let count = 0;
  for (const [first, second] of pairs) if ((await similarTo(first)).includes(second)) count += 1;
  return count;
};

describe('similar ideas', () => {
  test('of a hundred labelled pairs most that mean the same are proposed, and hardly any of the others', async () => {
    expect([SAME.length, OTHER.length]).toEqual([50, 50]);
    // PostgreSQL 18 proposes 33 and 1, among a hundred ideas of four topics.
    expect(await proposed(SAME)).toBeGreaterThanOrEqual(30);
    expect(await proposed(OTHER)).toBeLessThanOrEqual(2);
  });

  test('are those of the process alone, five at most, the most alike first, whatever case and diacritics', async () => {
    const { processId } = await givenHarvest(api);
    await given(processId, ['Lavičky pri fontáne', 'Lavičky pri fontáne 1', 'Lavičky pri fontáne 2', 'Lavičky pri fontáne 3', 'Lavičky pri fontáne 4', 'Lavičky pri fontáne 5', 'Zastávka autobusu']);
    const titles = await similarTo('LAVICKY PRI FONTANE', { processId });
    expect(titles).toHaveLength(5);
    expect(titles).not.toContain('Zastávka autobusu');
    expect(await similarTo('Lavičky pri fontáne')).not.toContain('Lavičky pri fontáne');
    expect(await similarTo('', { processId })).toEqual([]);
  });

  test('are found among many, whatever signs stand in the text', async () => {
    const { processId } = await givenHarvest(api);
    await given(processId, Array.from({ length: 300 }, (_, i) => `Nová lavička ${i}`), 'Pri škole aj v parku by sa zišla.');
    await given(processId, ['Ohrada'], 'Pre alpaky, na lúke za mestom.');
    expect((await similarTo('Alpaky! :* & (na lúke) pri škole', { processId }))[0]).toBe('Ohrada');
    expect(await similarTo('Nikde nič: & | ! <-> * \' (', { processId })).toEqual([]);
  });

  test('are as good as missing for who may not see the process', async () => {
    const { processId, officer } = await givenHarvest(api, { visibility: 'internal' });
    await given(processId, ['Lavičky pri fontáne']);
    await api.stranger().agent.get(`/api/processes/${processId}/similar-ideas`).query({ text: 'Lavičky' }).expect(404);
    expect(await similarTo('Lavičky', { processId, who: officer })).toEqual(['Lavičky pri fontáne']);
    await officer.agent.get(`/api/processes/${randomUUID()}/similar-ideas`).query({ text: 'Lavičky' }).expect(404);
    await officer.agent.get(`/api/processes/${processId}/similar-ideas`).query({ text: 'a'.repeat(501) }).expect(400);
  });
});

describe('searching ideas', () => {
  test('finds all words by their beginnings, in title and summary; signs are no words', async () => {
    const { processId } = await givenHarvest(api);
    await given(processId, ['Viac lavičiek v parku', 'Park pre psov']);
    await given(processId, ['Nová škôlka'], 'Na sídlisku pri parku, 100 % z rozpočtu mesta');
    expect(await found('lavička', processId)).toEqual(['Viac lavičiek v parku']);
    expect(await found('PARKOVANIE', processId)).toEqual([]);
    expect(await found('park', processId)).toEqual(['Nová škôlka', 'Park pre psov', 'Viac lavičiek v parku']);
    expect(await found(' skôlka,  park ', processId)).toEqual(['Nová škôlka']);
    expect(await found('100 %', processId)).toEqual(['Nová škôlka']);
    expect(await found('%_\\', processId)).toHaveLength(3);
    expect(await found('', processId)).toHaveLength(3);
  });
});

test('words with control characters are refused, as everywhere', async () => {
  const ask = (path: string, query: object) => api.stranger().agent.get(`/api/processes/${harvest.processId}/${path}`).query(query);
  await ask('ideas', { search: 'lavi\u0000čky' }).expect(400);
  await ask('similar-ideas', { text: 'lavi\u0000čky' }).expect(400);
  // out of a table
  await ask('ideas', { search: 'lavičky\tfontána' }).expect(200);
  await ask('similar-ideas', { text: 'Lavičky\npri fontáne' }).expect(200);
});
