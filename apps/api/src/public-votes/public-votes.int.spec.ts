import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PublicVoteRow } from '@spolu/contracts/public-votes';
import type { Way } from '@spolu/contracts/provenance';
import type { Response } from 'supertest';
import { command, givenHarvest } from '../ideas/given-harvest.ts';
import { givenApi, type Someone, type TestApi } from '../testing/given-api.ts';
import { BallotsService } from './ballots.service.ts';
import { count, givenIdeas, givenVote, publish, setUpOf, type GivenVote } from './given-public-vote.ts';

let api: TestApi;
beforeAll(async () => {
  api = await givenApi();
});
afterAll(() => api?.stop());

const codeOf = async (request: PromiseLike<Response>) => ((await request).body as { code?: string }).code;
const cast = (who: Someone, { voteId }: GivenVote, optionIds: string[], { key = randomUUID(), code = null as string | null } = {}) =>
  who.agent.post(`/api/public-votes/${voteId}/ballots`).set('Idempotency-Key', key).send({ ballot: { kind: 'choice', optionIds }, code });

async function givenOpenVote(...options: Parameters<typeof givenVote> extends [TestApi, ...infer Rest] ? Rest : never) {
  const given = await givenVote(api, ...options);
  await publish(given).expect(204);
  await given.open();
  return given;
}

describe('a vote is prepared', () => {
  test('by the staff of its process, who change it until it is published; then it is fixed, and its options stand on the ways of their ideas', async () => {
    const given = await givenVote(api);
    const draft = await given.view(given.lead);
    expect(draft).toMatchObject({ state: 'draft', revision: 1, may: { run: true }, categories: [{ limit: 2, winners: 1 }] });
    const edit = (who: Someone, revision: number) => command(who, 'put', `/public-votes/${given.voteId}`, setUpOf(given.ideaIds, { title: 'Nový názov', closes: { on: '2099-06-08', time: '20:00' }, revision }));
    await edit(given.officer, 1).expect(204);
    expect(await codeOf(edit(given.lead, 1))).toBe('changed-meanwhile');
    // an idea that was named anew since stands in the vote as it is called now
    await api.database.query(`update idea set title = 'Nápad, ktorý dostal lepší názov' where id = $1`, [given.ideaIds[0]]);
    await publish(given).expect(204);
    expect(await codeOf(publish(given))).toBe('public-vote/published');
    expect(await codeOf(edit(given.lead, 2))).toBe('public-vote/published');
    const published = await given.view();
    expect(published).toMatchObject({ title: 'Nový názov', may: { run: false }, given: false });
    expect(published.opensAt).toBe('2026-05-25T06:00:00.000Z');
    const [option] = published.categories[0]!.options;
    expect(option).toMatchObject({ title: 'Nápad, ktorý dostal lepší názov', ideaId: given.ideaIds[0] });
    const way = (await api.stranger().agent.get(`/api/records/${given.ideaIds[0]}/way`).expect(200)).body as Way;
    expect(way.stations.map(({ kind, url, outcome }) => [kind, url, outcome])).toEqual([['idea', `/ideas/${given.ideaIds[0]}`, null], ['vote-option', `/public-votes/${given.voteId}`, null]]);
    const rows = (await api.stranger().agent.get(`/api/processes/${given.processId}/public-votes`)).body.items as PublicVoteRow[];
    expect(rows).toMatchObject([{ id: given.voteId, optionCount: 3 }]);
  });

  test('by nobody else; a draft looks to others like what is missing', async () => {
    const [given, other] = [await givenVote(api), await givenHarvest(api)];
    const path = `/public-votes/${given.voteId}`;
    for (const who of [api.stranger(), given.phone, given.facilitator, other.lead, await api.person()]) {
      await who.agent.get(`/api${path}`).expect(404);
      for (const [verb, at] of [['put', path], ['post', `${path}/publication`], ['post', `${path}/result`]] as const) {
        await command(who, verb, at, verb === 'put' ? setUpOf(given.ideaIds, { revision: 1 }) : {}).expect(404);
      }
      expect((await who.agent.get(`/api/processes/${given.processId}/public-votes`)).body.items).toEqual([]);
      expect(await codeOf(cast(who, given, []))).toBe('not-found');
    }
    await command(other.lead, 'post', `/processes/${given.processId}/public-votes`, setUpOf(given.ideaIds)).expect(403);
    await command(api.stranger(), 'post', `/processes/${given.processId}/public-votes`, setUpOf(given.ideaIds)).expect(401);
    await publish(given).expect(204);
    await command(other.lead, 'post', `${path}/result`).expect(403);
    await command(api.stranger(), 'post', `${path}/codes`, { count: 1 }).expect(401);
  });

  test('of what fits together only', async () => {
    const harvest = await givenHarvest(api);
    const ideaIds = await givenIdeas(api, harvest.processId, ['Jeden', 'Dva']);
    const foreign = await givenIdeas(api, (await givenHarvest(api)).processId, ['Cudzí']);
    const add = (change: Parameters<typeof setUpOf>[1], ids = ideaIds) => command(harvest.lead, 'post', `/processes/${harvest.processId}/public-votes`, setUpOf(ids, change));
    expect(await codeOf(add({}, foreign))).toBe('public-vote/unknown-idea');
    const [category] = setUpOf(ideaIds).categories;
    const faults = async (change: Parameters<typeof setUpOf>[1]) => ((await add(change)).body as { fields: { path: string }[] }).fields.map(({ path }) => path);
    expect(await faults({ closes: { on: '2026-05-25', time: '08:00' } })).toEqual(['closes.on']);
    expect(await faults({ categories: [category!, category!] })).toEqual(['categories.0.title', 'categories.1.title', 'categories.1.options.0.ideaId', 'categories.1.options.1.ideaId']);
    expect(await faults({ categories: [{ ...category!, limit: null }] })).toEqual(['categories.0.limit']);
    expect(await faults({ rule: { method: 'budget', count: 'greedy', currency: 'EUR' }, categories: [{ ...category!, budget: 10, options: [{ ideaId: ideaIds[0]!, cost: 11 }, { ideaId: ideaIds[1]!, cost: null }] }] }))
      .toEqual(['categories.0.options.0.cost', 'categories.0.options.1.cost']);
  });

  test('and published only where everybody may see it, with time left and, for codes, with codes', async () => {
    const given = await givenVote(api);
    await given.close();
    expect(await codeOf(publish(given))).toBe('public-vote/closing-passed');
    await api.database.query(`update process set visibility = 'participants' where id = $1`, [given.processId]);
    expect(await codeOf(publish(given))).toBe('public-vote/process-not-public');
    expect(await codeOf(publish(await givenVote(api, { change: () => ({ voters: 'codes' }) })))).toBe('public-vote/no-codes');
  });
});

describe('a ballot', () => {
  test('is taken from whoever has an account, once, while the vote is open', async () => {
    const given = await givenVote(api);
    await publish(given).expect(204);
    const [someone, late] = [await api.person(), await api.person()];
    const [first, second, third] = given.optionIds as [string, string, string];
    expect(await codeOf(cast(someone, given, [first]))).toBe('public-vote/not-open');
    await given.open();
    expect(await codeOf(cast(api.stranger(), given, [first]))).toBe('signed-out');
    expect(await codeOf(cast(someone, given, [first, second, third]))).toBe('vote/over-limit');
    expect(await codeOf(someone.agent.post(`/api/public-votes/${given.voteId}/ballots`).send({ ballot: { kind: 'choice', optionIds: [] }, code: null }))).toBe('idempotency-key-missing');
    expect((await given.view(someone)).given).toBe(false);
    const key = randomUUID();
    await cast(someone, given, [second, first], { key }).expect(204);
    await cast(someone, given, [second, first], { key }).expect(204);
    expect(await codeOf(cast(someone, given, [third]))).toBe('public-vote/already-voted');
    expect(await given.view(someone)).toMatchObject({ given: true, state: 'open', turnout: { given: 1 }, result: null });
    expect(await codeOf(count(given))).toBe('public-vote/still-open');
    await given.close();
    expect(await codeOf(cast(late, given, [first]))).toBe('public-vote/closed');
    // her phone lost the answer, and sends again when it is over
    await cast(someone, given, [second, first], { key }).expect(204);

    await count(given).expect(204);
    expect(await codeOf(count(given))).toBe('public-vote/counted');
    expect(await codeOf(cast(late, given, [first]))).toBe('public-vote/closed');
    const { result, state } = await given.view();
    expect(state).toBe('counted');
    expect(result).toMatchObject({ ballotCount: 1, abstentionCount: 0, categories: [{ options: [{ optionId: first, points: 1, outcome: 'tied' }, { optionId: second, outcome: 'tied' }, { optionId: third, outcome: 'not-chosen' }] }] });
    const way = (await api.stranger().agent.get(`/api/records/${given.ideaIds[2]}/way`)).body as Way;
    expect(way.stations.at(-1)).toMatchObject({ kind: 'vote-option', outcome: 'not-chosen' });
  });

  test('SEC-47: names nobody anywhere, has no moment and no order; who voted is forgotten when it is counted', async () => {
    const given = await givenOpenVote({ ideaCount: 12 });
    const keysBefore = await api.database.query('select 1 from idempotency_key');
    const people = await Promise.all(given.optionIds.map(() => api.person()));
    for (const [i, someone] of people.entries()) await cast(someone, given, [given.optionIds[i]!]).expect(204);
    expect(await api.database.query('select 1 from idempotency_key')).toHaveLength(keysBefore.length);

    const tables = await api.database.query<{ name: string }[]>(`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`);
    for (const { name } of tables) {
      const rows = await api.database.query<{ row: string }[]>(`select t::text as row from ${name} t`);
      const both = rows.filter(({ row }) => people.some(({ personId }) => row.includes(personId!)) && given.optionIds.some((id) => row.includes(id)));
      expect([name, both]).toEqual([name, []]);
    }
    const columns = await api.database.query<{ column: string }[]>(`select column_name as "column" from information_schema.columns where table_name = 'public_vote_ballot' order by 1`);
    expect(columns.map(({ column }) => column)).toEqual(['id', 'value', 'vote_id']);

    const inPlace = async () => {
      const ballots = await api.database.query<{ id: string; option: string; xmin: string }[]>(
        `select id, value->'optionIds'->>0 as option, xmin::text from public_vote_ballot where vote_id = $1 order by ctid`, [given.voteId]);
      const marks = await api.database.query<{ person: string; xmin: string }[]>(`select person_id as person, xmin::text from public_vote_given where vote_id = $1 order by ctid`, [given.voteId]);
      return { ballots, marks };
    };
    const before = await inPlace();
    await api.app.get(BallotsService).mix();
    const { ballots, marks } = await inPlace();
    expect([ballots.length, marks.length]).toEqual([12, 12]);
    expect(new Set([...ballots, ...marks].map(({ xmin }) => xmin)).size).toBe(1);
    expect(ballots.every(({ id }) => id[14] === '4' && !before.ballots.some((old) => old.id === id))).toBe(true);
    const told = ballots.map(({ option }, at) => given.optionIds.indexOf(option) === people.findIndex(({ personId }) => personId === marks[at]!.person));
    expect(told.every(Boolean)).toBe(false);
    expect(ballots.map(({ option }) => option)).not.toEqual(given.optionIds);

    await given.close();
    await count(given).expect(204);
    expect((await inPlace()).marks).toEqual([]);
    expect((await given.view()).result).toMatchObject({ ballotCount: 12 });
  });

  test('SEC-45: is cast with a printed code by whoever holds it: two hundred at once are one hundred', async () => {
    const given = await givenVote(api, { change: () => ({ voters: 'codes' }) });
    const make = (howMany: number, who = given.lead) => who.agent.post(`/api/public-votes/${given.voteId}/codes`).send({ count: howMany });
    const [old] = ((await make(1).expect(201)).body as { codes: string[] }).codes;
    const { codes } = (await make(101).expect(201)).body as { codes: string[] };
    expect(new Set(codes).size).toBe(101);
    expect(codes.every((code) => /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/.test(code))).toBe(true);
    await publish(given).expect(204);
    await given.open();
    expect(await codeOf(make(1))).toBe('public-vote/opened');
    const lookUp = (code: string) => api.stranger().agent.post(`/api/public-votes/${given.voteId}/code-lookups`).send({ code });
    const [one, ...others] = codes as [string, ...string[]];
    expect((await lookUp(` ${one.toLowerCase().replaceAll('-', ' ')} `).expect(200)).body).toEqual({ used: false });
    // letters printed before were replaced by these
    expect(await codeOf(lookUp(old!))).toBe('public-vote/code-invalid');
    const [first, second] = given.optionIds as [string, string];
    expect(await codeOf(cast(given.lead, given, [first], { code: null }))).toBe('public-vote/code-invalid');
    expect(await codeOf(cast(given.lead, given, [first], { code: 'AAAA-AAAA-AAAA' }))).toBe('public-vote/code-invalid');

    const stored = await api.database.query<{ row: string }[]>('select t::text as row from public_vote_code t where vote_id = $1', [given.voteId]);
    expect(stored.some(({ row }) => codes.some((code) => row.includes(code)))).toBe(false);
    const { agent } = api.stranger();
    const send = (code: string, i: number) => agent.post(`/api/public-votes/${given.voteId}/ballots`).set('Idempotency-Key', randomUUID()).send({ ballot: { kind: 'choice', optionIds: i % 3 === 0 ? [first, second] : [first] }, code });
    const answers = await Promise.all([...others, ...others].map((code, i) => send(code, i % others.length)));
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(100);
    expect(answers.filter(({ status, body }) => status === 409 && (body as { code: string }).code === 'public-vote/already-voted')).toHaveLength(100);
    expect((await given.view()).turnout).toEqual({ given: 100, eligible: 101 });
    expect((await lookUp(others[0]!)).body).toEqual({ used: true });
    await given.close();
    await count(given).expect(204);
    expect((await given.view()).result).toMatchObject({ ballotCount: 100, eligible: 101, categories: [{ options: [{ optionId: first, points: 100, outcome: 'chosen' }, { optionId: second, points: 34 }, { points: 0 }] }] });
    expect(await codeOf((await givenOpenVote()).lead.agent.post(`/api/public-votes/${randomUUID()}/codes`).send({ count: 1 }))).toBe('not-found');
  });

  test('is not taken for a code where people vote with accounts', async () => {
    const given = await givenOpenVote();
    expect(await codeOf(given.lead.agent.post(`/api/public-votes/${given.voteId}/codes`).send({ count: 1 }))).toBe('conflict');
    expect(await codeOf(given.lead.agent.post(`/api/public-votes/${given.voteId}/code-lookups`).send({ code: 'AAAA' }))).toBe('public-vote/code-invalid');
  });
});
