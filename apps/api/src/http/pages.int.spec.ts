import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PAGE_SIZE_MAX, type Page } from '@spolu/contracts/common';
import { givenVersion, type GivenVersion } from '../outputs/given-version.ts';
import { givenIdeas, setUpOf } from '../public-votes/given-public-vote.ts';
import { command, sessionOf } from '../sessions/given-session.ts';
import { givenApi, type Someone, type TestApi } from '../testing/given-api.ts';
import { operationsOf } from '../testing/operations.ts';

let api: TestApi;
let admin: Someone;
let given: GivenVersion;
let sessionId: string;
beforeAll(async () => {
  api = await givenApi();
  given = await givenVersion(api);
  admin = await api.person({ roles: [{ scope: 'installation', scopeId: null, role: 'administrator' }] });
  const session = await command<{ id: string }>(admin, 'post', `/processes/${given.harvest.processId}/sessions`, sessionOf());
  sessionId = session.id;
  await command(admin, 'put', `/sessions/${sessionId}/registration`, { open: true, capacity: null, audience: '' });
});
afterAll(() => api?.stop());

const LONG = 'Žltučký kôň úpel ďábelské ódy '.repeat(4).slice(0, 118);
/** `count` rows of a list, put straight into its table; ids and moments so that many share the rest of their key. */
const MANY: [path: () => string, add: (count: number) => Promise<unknown>][] = [
  [() => '/api/processes', (count) => api.database.query(
    `insert into process (id, title, problem, status_quo, goals, state, visibility, revision, created_at, updated_at)
      select gen_random_uuid(), 'P' || n, '', '', '{}', (array['draft', 'running', 'finished'])[1 + n % 3], 'public', 1, now(), date_trunc('minute', now()) from generate_series(1, $1::int) n`, [count])],
  [() => '/api/sessions', (count) => api.database.query(
    `insert into session (id, process_id, kind, title, welcome, planned_on, planned_time, place, language, visibility, state, door_open, created_at)
      select gen_random_uuid(), $2, 'workshop', 'S' || n, '', case when n % 4 = 0 then null else current_date + n % 5 end, case when n % 3 = 0 then null else '17:00' end, '', 'sk', 'public',
        'preparing', true, now() from generate_series(1, $1::int) n`, [count, given.harvest.processId])],
  [() => '/api/people', (count) => api.database.query(
    `insert into person (id, name, language, active, created_at) select gen_random_uuid(), $2 || (n % 7), 'sk', true, now() from generate_series(1, $1::int) n`, [count, LONG])],
  [() => '/api/organisations', (count) => api.database.query(
    `insert into organisation (id, name, sector) select gen_random_uuid(), left(gen_random_uuid()::text || $2, 120), 'ngo' from generate_series(1, $1::int) n`, [count, LONG])],
  [() => '/api/bodies', (count) => api.database.query(
    `insert into body (id, name, kind, organisation_id, member_count) select gen_random_uuid(), gen_random_uuid()::text, 'commission', $2, 5 from generate_series(1, $1::int) n`,
    [count, given.harvest.organisationId])],
  [() => '/api/audit-entries', (count) => api.database.query(
    `insert into audit_entry (id, action, subject_kind, outcome, facts) select gen_random_uuid(), 'a.b', 'x', 'done', '{}' from generate_series(1, $1::int) n`, [count])],
  [() => '/api/action-plans', (count) => api.database.query(
    `insert into action_plan (id, organisation_id, title, vision, from_on, until_on, language, created_at)
      select gen_random_uuid(), $2, 'A' || n, '', case when n % 2 = 0 then null else current_date end, null, 'sk', now() from generate_series(1, $1::int) n`, [count, given.harvest.organisationId])],
  [() => `/api/processes/${given.harvest.processId}/ideas`, (count) => api.database.query(
    `insert into idea (id, process_id, title, summary, created_at)
      select gen_random_uuid(), $2, 'I' || n, '', now() from generate_series(1, $1::int) n`, [count, given.harvest.processId])],
  [() => `/api/processes/${given.harvest.processId}/waiting-ideas`, (count) => api.database.query(
    `insert into idea (id, process_id, title, summary, created_at, published_at)
      select gen_random_uuid(), $2, 'W' || n, '', now(), null from generate_series(1, $1::int) n`, [count, given.harvest.processId])],
  [() => `/api/processes/${given.harvest.processId}/dossiers`, (count) => api.database.query(
    `insert into dossier (id, process_id, title, summary, recommendations, visibility, created_at, updated_at)
      select gen_random_uuid(), $2, 'D' || n, '', '[]', 'public', now(), now() from generate_series(1, $1::int) n`, [count, given.harvest.processId])],
  [() => `/api/sessions/${sessionId}/registrations`, (count) => api.database.query(
    `insert into registration (id, session_id, number, name, people, needs, needs_note, language, state, walk_in, signed_up_at)
      select gen_random_uuid(), $2, n + (select count(*) from registration), 'R' || (n % 7), 1, '{}', '', 'sk', 'registered', false, now() from generate_series(1, $1::int) n`, [count, sessionId])],
];

describe('SEC-26: lists come in pages', () => {
  test.each(MANY.map(([path, add], i) => [['processes', 'sessions', 'people', 'organisations', 'bodies', 'audit entries', 'action plans', 'ideas', 'waiting ideas', 'dossiers', 'sign-ups'][i]!, path, add] as const))(
    'paging through 250 %s loses and doubles nothing while others are added', async (_, path, add) => {
      const read = async (query: string) => (await admin.agent.get(`${path()}?${query}`).expect(200)).body as Page<{ id: string }>;
      await add(250);
      const before = new Set<string>();
      for (let page = await read('limit=100'); ; page = await read(`limit=100&after=${page.next}`)) {
        expect(page.items.length).toBeLessThanOrEqual(PAGE_SIZE_MAX);
        for (const { id } of page.items) before.add(id);
        if (page.next === null) break;
      }
      expect(before.size).toBeGreaterThanOrEqual(250);

      const seen: string[] = [];
      for (let page = await read('limit=30'); ; page = await read(`limit=30&after=${page.next}`)) {
        seen.push(...page.items.map(({ id }) => id));
        if (page.next === null) break;
        await add(3);
      }
      expect(new Set(seen).size).toBe(seen.length);
      expect([...before].filter((id) => !seen.includes(id))).toEqual([]);
    });

  test('a filter holds on every page', async () => {
    const states: string[] = [];
    let after = '';
    do {
      const { items, next } = (await admin.agent.get(`/api/processes?state=finished&limit=20${after}`).expect(200)).body as Page<{ state: string }>;
      states.push(...items.map(({ state }) => state));
      after = next === null ? '' : `&after=${next}`;
    } while (after);
    expect(states.length).toBeGreaterThan(80);
    expect(new Set(states)).toEqual(new Set(['finished']));
  });

  test('whatever answers a list has pages of a hundred at most, and begins where no page ended for nobody', async () => {
    const whole: string[] = [];
    const ideaId = randomUUID();
    await api.database.query(`insert into idea (id, process_id, title, summary, created_at) values ($1, $2, 'Nápad', '', now())`, [ideaId, given.harvest.processId]);
    const { id: planId } = await command<{ id: string }>(admin, 'post', '/action-plans', {
      title: 'Plán', fromOn: null, untilOn: null, vision: '', language: 'sk', organisationId: given.harvest.organisationId, revision: 0,
    });
    const { id: commitmentId } = await command<{ id: string }>(admin, 'post', `/action-plans/${planId}/commitments`, {
      title: 'Záväzok', summary: '', problem: '', statusQuo: '', action: '', contribution: '', vision: '', values: [], resources: '', language: 'sk', revision: 0,
    });
    const { id: voteId } = await command<{ id: string }>(
      admin, 'post', `/processes/${given.harvest.processId}/public-votes`, setUpOf(await givenIdeas(api, given.harvest.processId, ['Lavičky', 'Stromy', 'Svetlá'])));
    for (const { name, path, verb, query } of await operationsOf(api)) {
      if (verb !== 'get') continue;
      const parameters = query.map((each) => each.name);
      if (!parameters.includes('after')) {
        const { body } = await admin.agent.get(path.replace(/\{\w+\}/g, randomUUID()).concat(parameters.includes('lang') ? '?lang=sk' : ''));
        if (Array.isArray(body)) whole.push(name);
        continue;
      }
      const filled = path.replace('{processId}', given.harvest.processId).replace('/sessions/{id}', `/sessions/${sessionId}`).replace('/ideas/{id}', `/ideas/${ideaId}`).replace('/public-votes/{id}', `/public-votes/${voteId}`).replace('/commitments/{id}', `/commitments/${commitmentId}`);
      const place = parameters.includes('scope') ? 'scope=installation&' : parameters.includes('processId') ? `processId=${given.harvest.processId}&` : '';
      expect([name, filled]).toEqual([name, expect.not.stringContaining('{')]);
      await admin.agent.get(`${filled}?${place}limit=100`).expect(200);
      for (const wrong of ['limit=101', 'limit=0', 'after=nonsense', `after=${Buffer.from('["x"]').toString('base64url')}`]) {
        expect([name, wrong, (await admin.agent.get(`${filled}?${place}${wrong}`)).status]).toEqual([name, wrong, 400]);
      }
    }
    // the library of methods and the ready-made run sheets are part of the program
    expect(whole.sort()).toEqual(['get /api/methods', 'get /api/ready-sheets']);
  });
});
