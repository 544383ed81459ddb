import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { OpenBallots, PublicVoteRow, SheetRead, SheetReading, WaitingSheets } from '@spolu/contracts/public-votes';
import type { Way } from '@spolu/contracts/provenance';
import type { Response } from 'supertest';
import { Transactions } from '../database/transactions.ts';
import { command, givenHarvest } from '../ideas/given-harvest.ts';
import { ProvenanceService } from '../provenance/provenance.service.ts';
import { givenApi, type Someone, type TestApi } from '../testing/given-api.ts';
import { BallotsService } from './ballots.service.ts';
import { count, givenIdeas, givenVote, publish, setUpOf, type GivenVote } from './given-public-vote.ts';

let api: TestApi;
const log: string[] = [];
beforeAll(async () => {
  api = await givenApi({ logLevel: 'trace', logTo: { write: (line) => void log.push(line) } });
});
afterAll(() => api?.stop());

const codeOf = async (request: PromiseLike<Response>) => ((await request).body as { code?: string }).code;
const cast = (who: Someone, { voteId }: GivenVote, optionIds: string[], { key = randomUUID(), code = null }: { key?: string; code?: string | null } = {}) =>
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

  test('and sends the words of an idea to nobody once it is hidden, until it is shown again; nor does its way, whatever the process does', async () => {
    const given = await givenOpenVote();
    const [ideaId, optionId] = [given.ideaIds[0]!, given.optionIds[0]!];
    const told = async (who: Someone) => {
      const way = await who.agent.get(`/api/records/${optionId}/way`);
      return { option: (await given.view(who)).categories[0]!.options[0]!, words: JSON.stringify([(await given.view(who)).categories, way.status === 200 ? way.body : null]).includes('Nápad 1') };
    };
    const hide = (hidden: boolean) => command(given.lead, 'put', `/ideas/${ideaId}/hiding`, hidden ? { hidden, reason: 'Uráža' } : { hidden }).expect(204);
    expect(await told(api.stranger())).toMatchObject({ option: { title: 'Nápad 1', hidden: false }, words: true });
    await hide(true);
    expect(await told(api.stranger())).toEqual({ option: { id: optionId, ideaId, title: '', summary: '', cost: null, hidden: true }, words: false });
    expect((await given.view(given.lead)).categories[0]!.options[0]).toMatchObject({ title: '', hidden: true });
    await api.app.get(ProvenanceService, { strict: false }).showProcessTo(api.app.get(Transactions).manager, given.processId, 'public');
    expect(await told(api.stranger())).toMatchObject({ words: false });
    // it stays on the ballot: what the vote asks is fixed
    await cast(await api.person(), given, [optionId]).expect(204);
    await hide(false);
    expect(await told(api.stranger())).toMatchObject({ option: { title: 'Nápad 1', hidden: false }, words: true });
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
    for (const optionIds of [[given.optionIds[0]!], given.optionIds, [randomUUID()]]) await cast(people[0]!, given, optionIds).expect(({ status }) => status >= 400);
    expect(log.length).toBeGreaterThan(0);
    expect(log.filter((line) => [...given.optionIds, ...people.map(({ personId }) => personId!)].some((id) => line.includes(id)))).toEqual([]);

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

  test('SEC-45: is cast with a printed code by whoever holds it: three hundred at once, twice the same and another choice, are one hundred', async () => {
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
    const [first, second, third] = given.optionIds as [string, string, string];
    expect(await codeOf(cast(given.lead, given, [first], { code: null }))).toBe('public-vote/code-invalid');
    expect(await codeOf(cast(given.lead, given, [first], { code: 'AAAA-AAAA-AAAA' }))).toBe('public-vote/code-invalid');

    const stored = await api.database.query<{ row: string }[]>('select t::text as row from public_vote_code t where vote_id = $1', [given.voteId]);
    expect(stored.some(({ row }) => codes.some((code) => row.includes(code)))).toBe(false);
    const send = (code: string, optionIds: string[], key: string) => cast(api.stranger(), given, optionIds, { code, key });
    const taken = await Promise.all(others.map(async (code, i) => {
      const [key, mine] = [randomUUID(), i % 3 === 0 ? [first, second] : [first]];
      // an impatient finger sends it twice; on another device she changes her mind at the same moment
      const [sent, again, other] = await Promise.all([send(code, mine, key), send(code, mine, key), send(code, [third], randomUUID())]);
      expect(again.status).toBe(sent.status);
      expect([sent, other].map(({ status }) => status).sort()).toEqual([204, 409]);
      expect((sent.status === 409 ? sent : other).body).toMatchObject({ code: 'public-vote/already-voted' });
      return sent.status === 204 ? mine : [third];
    }));
    const pointsOf = (id: string) => taken.filter((optionIds) => optionIds.includes(id)).length;
    expect((await given.view()).turnout).toEqual({ given: 100, eligible: 101 });
    expect((await lookUp(others[0]!)).body).toEqual({ used: true });
    await given.close();
    await count(given).expect(204);
    const { result } = await given.view();
    expect(result).toMatchObject({ ballotCount: 100, eligible: 101, abstentionCount: 0 });
    expect(new Map(result!.categories[0]!.options.map(({ optionId, points }) => [optionId, points]))).toEqual(new Map([first, second, third].map((id) => [id, pointsOf(id)])));
    expect(await codeOf((await givenOpenVote()).lead.agent.post(`/api/public-votes/${randomUUID()}/codes`).send({ count: 1 }))).toBe('not-found');
  });

  test('is not taken for a code where people vote with accounts', async () => {
    const given = await givenOpenVote();
    expect(await codeOf(given.lead.agent.post(`/api/public-votes/${given.voteId}/codes`).send({ count: 1 }))).toBe('conflict');
    expect(await codeOf(given.lead.agent.post(`/api/public-votes/${given.voteId}/code-lookups`).send({ code: 'AAAA' }))).toBe('public-vote/code-invalid');
  });
});

describe('single ballots', () => {
  const BUDGET = { rule: { method: 'budget', count: 'equal-shares', currency: 'EUR' } as const, voters: 'codes' as const };
  /** So many ballots as if people had cast them; `openBallots` is what they were told. */
  async function givenBallots(ballotCount: number, openBallots: boolean) {
    const given = await givenVote(api, {
      change: (ideaIds) => ({ ...BUDGET, openBallots, categories: [{ title: '', limit: null, winners: null, budget: 1_000, options: ideaIds.map((ideaId, i) => ({ ideaId, cost: 400 + 100 * i })) }] }),
    });
    await given.lead.agent.post(`/api/public-votes/${given.voteId}/codes`).send({ count: ballotCount }).expect(201);
    await publish(given).expect(204);
    await given.open();
    await api.database.query('update public_vote_code set command = gen_random_uuid() where vote_id = $1', [given.voteId]);
    await api.database.query(
      `insert into public_vote_ballot (id, vote_id, value) select gen_random_uuid(), $1, jsonb_build_object('kind', 'choice', 'optionIds', case n % 3 when 0 then jsonb_build_array($2::text) else jsonb_build_array($3::text) end)
        from generate_series(1, $4::int) n`, [given.voteId, given.optionIds[0], given.optionIds[1], ballotCount]);
    const file = (format: string, category = '') => api.stranger().agent.get(`/api/public-votes/${given.voteId}/open-ballots?format=${format}${category}`);
    return { given, file };
  }

  test('SEC-47: are published after the count, where people were told so before and there are enough; in a random order, without a name, a moment or an id', async () => {
    const { given, file } = await givenBallots(100, true);
    expect((await given.view()).openBallots).toBe(true);
    expect(await codeOf(file('csv'))).toBe('public-vote/ballots-not-published');
    await given.close();
    expect(await codeOf(file('json'))).toBe('public-vote/ballots-not-published');
    await count(given).expect(204);
    const pabulib = (await file('pb').expect(200).expect('Content-Type', 'text/plain; charset=utf-8').expect('Content-Disposition', 'attachment; filename="ballots.pb"')).text;
    expect(pabulib).toContain('\nbudget;1000\n');
    const votes = pabulib.split('VOTES\nvoter_id;vote\n')[1]!.trim().split('\n').map((line) => line.split(';'));
    expect(votes.map(([voter]) => voter)).toEqual(Array.from({ length: 100 }, (_, i) => String(i + 1)));
    const chosen = votes.map(([, vote]) => vote);
    expect([chosen.filter((vote) => vote === '1').length, chosen.filter((vote) => vote === '2').length]).toEqual([33, 67]);
    expect(chosen).not.toEqual(Array.from({ length: 100 }, (_, i) => ((i + 1) % 3 === 0 ? '1' : '2')));
    const { text: csv } = await file('csv').expect(200).expect('Content-Type', 'text/csv; charset=utf-8');
    expect(csv.trim().split('\r\n')).toHaveLength(101);
    const json = await file('json').expect(200);
    expect((json.body as OpenBallots).ballots.map(({ chosen: [one] }) => String(one!.proposal))).toEqual(chosen);
    for (const text of [pabulib, csv, json.text]) expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/);
    await command(given.lead, 'put', `/ideas/${given.ideaIds[0]}/hiding`, { hidden: true, reason: 'Uráža' }).expect(204);
    for (const format of ['pb', 'csv', 'json']) {
      const { text } = await file(format).expect(200);
      expect(text).not.toContain('Nápad 1');
      expect(text).toContain('Nápad 2');
    }
    await file('pb', '&category=2').expect(404);
    await file('xlsx').expect(400);
  });

  test('are not published where people were told nothing of it, nor where they are few', async () => {
    for (const [ballotCount, openBallots] of [[100, false], [99, true]] as const) {
      const { given, file } = await givenBallots(ballotCount, openBallots);
      await given.close();
      await count(given).expect(204);
      for (const format of ['csv', 'json', 'pb']) expect(await codeOf(file(format))).toBe('public-vote/ballots-not-published');
    }
  });
});

describe('a sheet of paper', () => {
  async function givenPaper(sheetCount = 6) {
    const given = await givenVote(api, { change: () => ({ voters: 'codes' }) });
    const { codes } = (await given.lead.agent.post(`/api/public-votes/${given.voteId}/codes`).send({ count: sheetCount }).expect(201)).body as { codes: string[] };
    await publish(given).expect(204);
    await given.open();
    const read = (who: Someone, number: number, reading: SheetReading) => who.agent.put(`/api/public-votes/${given.voteId}/sheets/${number}`).send(reading);
    const chose = (...at: number[]): SheetReading => ({ kind: 'ballot', ballot: { kind: 'choice', optionIds: at.map((i) => given.optionIds[i]!) } });
    const stateOf = async (request: ReturnType<typeof read>) => ((await request.expect(200)).body as SheetRead).state;
    const waiting = async (who: Someone) => (await who.agent.get(`/api/public-votes/${given.voteId}/sheets`).expect(200)).body as WaitingSheets;
    return { given, codes, read, chose, stateOf, waiting };
  }

  test('counts once two officials read the same on it, neither seeing what the other read; where they differ, who looks again settles it', async () => {
    const { given, codes, read, chose, stateOf, waiting } = await givenPaper();
    const { lead, officer } = given;
    expect(await stateOf(read(lead, 1, chose(0, 1)))).toBe('waits');
    // one person alone never makes it count, however often she types it
    expect(await stateOf(read(lead, 1, chose(1, 0)))).toBe('waits');
    expect((await waiting(officer)).items).toEqual([{ number: 1, state: 'waits', readByMe: false, readings: [] }]);
    expect(await stateOf(read(officer, 1, chose(0)))).toBe('differs');
    for (const [who, mine] of [[lead, chose(0, 1)], [officer, chose(0)]] as const) {
      const [sheet] = (await waiting(who)).items;
      expect(sheet).toMatchObject({ number: 1, state: 'differs', readByMe: true });
      expect(sheet!.readings.find((reading) => reading.mine)?.reading).toEqual(mine);
      expect(sheet!.readings).toHaveLength(2);
    }
    expect(await stateOf(read(officer, 1, chose(1, 0)))).toBe('counted');
    expect(await stateOf(read(officer, 1, chose(1, 0)))).toBe('counted');
    expect(await waiting(lead)).toEqual({ items: [], next: null, countedCount: 1, spoiledCount: 0 });

    // whoever voted on paper does not vote with the code of her sheet, and the other way round
    expect(await codeOf(cast(api.stranger(), given, [given.optionIds[2]!], { code: codes[0]! }))).toBe('public-vote/already-voted');
    await cast(api.stranger(), given, [given.optionIds[2]!], { code: codes[1]! }).expect(204);
    expect(await stateOf(read(lead, 2, chose(2)))).toBe('waits');
    expect(await stateOf(read(officer, 2, chose(0)))).toBe('voted-online');
    for (const who of [lead, officer]) await read(who, 3, { kind: 'spoiled', reason: 'signed' }).expect(200);
    expect(await codeOf(cast(api.stranger(), given, [given.optionIds[2]!], { code: codes[2]! }))).toBe('public-vote/already-voted');
    expect(await codeOf(read(lead, 4, chose(0, 1, 2)))).toBe('vote/over-limit');
    expect(await codeOf(read(lead, 7, chose(0)))).toBe('public-vote/unknown-sheet');
    expect(await codeOf(read(api.stranger(), 4, chose(0)))).toBe('signed-out');
    expect(await codeOf(read(await api.person(), 4, chose(0)))).toBe('forbidden');
    await given.phone.agent.get(`/api/public-votes/${given.voteId}/sheets`).expect(403);

    // sheets of the box are read after the end
    await given.close();
    expect(await stateOf(read(lead, 4, chose(0)))).toBe('waits');
    expect(await codeOf(count(given))).toBe('public-vote/paper-waits');
    expect(await stateOf(read(officer, 4, chose(0)))).toBe('counted');
    await count(given).expect(204);
    expect(await codeOf(read(lead, 5, chose(0)))).toBe('public-vote/counted');
    expect((await given.view()).result).toMatchObject({
      ballotCount: 3, paperCount: 2, invalidPaperCount: 2, invalidPaper: [{ reason: 'signed', count: 1 }, { reason: 'voted-online', count: 1 }],
      categories: [{ options: [{ optionId: given.optionIds[0], points: 2 }, { points: 1 }, { points: 1 }] }],
    });
  });

  test('a number that was typed by mistake is taken back: the vote is counted without it, and its sheet still votes', async () => {
    const { given, codes, read, chose, stateOf, waiting } = await givenPaper();
    const { lead, officer } = given;
    const takeBack = (who: Someone, number: number) => command(who, 'delete', `/public-votes/${given.voteId}/sheets/${number}`);
    await cast(api.stranger(), given, [given.optionIds[2]!], { code: codes[1]! }).expect(204);
    // neither a sheet whose code was used nor one that nobody brought: one person's slip decides nothing
    for (const number of [2, 3]) expect(await stateOf(read(lead, number, chose(0)))).toBe('waits');
    expect(await codeOf(takeBack(await api.person(), 3))).toBe('forbidden');
    for (const number of [2, 3, 3]) await takeBack(officer, number).expect(204);
    expect(await waiting(lead)).toEqual({ items: [], next: null, countedCount: 0, spoiledCount: 0 });
    await cast(api.stranger(), given, [given.optionIds[1]!], { code: codes[2]! }).expect(204);
    // what counts is not taken back
    for (const who of [lead, officer]) await read(who, 1, chose(0)).expect(200);
    await takeBack(lead, 1).expect(204);
    await given.close();
    await count(given).expect(204);
    expect((await given.view()).result).toMatchObject({ ballotCount: 3, paperCount: 1, invalidPaperCount: 0 });
  });

  test('SEC-47: leaves nothing beside its number or its officials of what was read on it', async () => {
    const { given, read, chose, stateOf } = await givenPaper(3);
    for (const who of [given.lead, given.officer]) await read(who, 2, chose(1)).expect(200);
    expect(await api.database.query('select 1 from public_vote_reading where vote_id = $1', [given.voteId])).toEqual([]);
    const [sheet] = await api.database.query<object[]>('select number, paper, spoiled from public_vote_code where vote_id = $1 and paper is not null', [given.voteId]);
    expect(sheet).toEqual({ number: 2, paper: 'counted', spoiled: null });
    await api.app.get(BallotsService).mix();
    expect(await stateOf(read(given.lead, 2, chose(1)))).toBe('counted');
    const told = await api.database.query<{ row: string }[]>(`select to_jsonb(t)::text as row from audit_entry t union all select to_jsonb(t)::text from idempotency_key t`);
    expect(told.filter(({ row }) => given.optionIds.some((id) => row.includes(id)))).toEqual([]);
  });

  test('two who read it at the same moment make one ballot', async () => {
    const { given, read, chose } = await givenPaper(20);
    await Promise.all(Array.from({ length: 20 }, (_, i) => [given.lead, given.officer, given.lead].map((who) => read(who, i + 1, chose(i % 3)).expect(200))).flat());
    await given.close();
    await count(given).expect(204);
    expect((await given.view()).result).toMatchObject({ ballotCount: 20, paperCount: 20 });
  });
});
