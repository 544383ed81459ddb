import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { v7 as newId } from 'uuid';
import { DemoService } from '../demo/demo.service.ts';
import { IdentityService } from '../identity/identity.service.ts';
import { givenApi, type Someone, type TestApi } from '../testing/given-api.ts';
import { carryOut, operationsOf, type Operation } from '../testing/operations.ts';

/** The table whose ids stand behind a part of a path. */
const TABLES: Record<string, string> = {
  'action-plans': 'action_plan',
  'activities': 'activity',
  'assessments': 'assessment',
  'attendees': 'participant',
  'boards': 'board',
  'bodies': 'body',
  'cards': 'card',
  'comments': 'board_comment',
  'commitment-comments': 'commitment_comment',
  'commitments': 'commitment',
  'decision-items': 'decision_item',
  'decisions': 'decision',
  'dossiers': 'dossier',
  'feedback-words': 'feedback_words',
  'idea-comments': 'idea_comment',
  'idea-plans': 'file',
  'ideas': 'idea',
  'invitations': 'invitation',
  'mandates': 'mandate',
  'meaning-checks': 'meaning_check',
  'items': 'meeting_item',
  'meetings': 'meeting',
  'members': 'person',
  'seats': 'meeting_seat',
  'milestones': 'milestone',
  'notices': 'notice',
  'organisations': 'organisation',
  'participants': 'participant',
  'people': 'person',
  'pictures': 'file',
  'processes': 'process', 'public-votes': 'public_vote',
  'questions': 'question',
  'recommendations': 'recommendation',
  'records': 'record',
  'referral-questions': 'referral_question',
  'referrals': 'referral',
  'registrations': 'registration',
  'report-pictures': 'file',
  'roles': 'role',
  'sessions': 'session',
  'sheet-templates': 'sheet_template',
  'sign-ins': 'sign_in',
  'steps': 'referral_step',
  'teams': 'ideathon_team',
};
const MARKER = 'Neverejný zámer 7f3a';

let api: TestApi;
let operations: Operation[];
/** Of each table the newest row of the demo's own. */
const existing = new Map<string, string>();
const OUTSIDERS = ['stranger', 'account', 'officer elsewhere', 'lead elsewhere', 'facilitator elsewhere', 'secretary elsewhere', 'participant elsewhere'] as const;
const outsiders = {} as Record<(typeof OUTSIDERS)[number], Someone>;

beforeAll(async () => {
  api = await givenApi({ demo: true });
  await api.app.get(DemoService).load(() => undefined);
  const { agent } = api.stranger();
  await agent.post('/api/demo-sign-ins').send({ role: 'administrator' }).expect(201);
  await agent.post('/api/invitations').send({ email: 'invited@example.org', name: 'Pozvaná', language: 'sk', scope: 'installation', scopeId: null, role: 'administrator' }).expect(201);
  const [board] = await api.database.query<{ id: string }[]>(`select id from board where (rule ->> 'open')::boolean and not (rule ->> 'locked')::boolean order by id limit 1`);
  const dot = await sharp({ create: { width: 1, height: 1, channels: 3, background: 'red' } }).png().toBuffer();
  await agent.post(`/api/boards/${board!.id}/pictures`).set('Idempotency-Key', newId()).type('image/png').send(dot).expect(201);
  await api.database.query(
    `with talk as (insert into board_talk (board_id, revision) values ($1, 1)), thread as (insert into board_thread (board_id, object_id, revision) values ($1, 'x', 1))
    insert into board_comment (id, board_id, object_id, number) select id, $1, 'x', 1 from contribution limit 1`, [board!.id]);
  await api.database.query(
    `insert into registration (id, session_id, number, name, people, needs, needs_note, language, state, walk_in, signed_up_at)
      select gen_random_uuid(), session_id, 1, 'Prihlásená', 1, '{}', '', 'sk', 'registered', false, now() from session_registration limit 1`);
  await api.database.query(`insert into feedback_words (id, session_id, question_id, text, state) select gen_random_uuid(), id, 'ps20', 'Káva', 'waiting' from session limit 1`);
  await api.database.query(`insert into meaning_check (id, session_id, summary, language, asked_at) select $1, id, 'x', 'sk', now() from session limit 1`, [newId()]);
  await api.database.query(
    `insert into question (id, activity_id, participant_id, text, language, state, answer, asked_at)
      select gen_random_uuid(), a.id, p.id, 'Kedy?', 'sk', 'waiting', '', now() from activity a join participant p on p.session_id = a.session_id limit 1`);
  await api.database.query(
    `with held as (insert into ideathon (activity_id, stage, pitch_order, pitched_team_ids) select id, 'brief', '{}', '{}' from activity limit 1 returning activity_id)
    insert into ideathon_team (id, activity_id, number, name, idea, language, version) select gen_random_uuid(), activity_id, 1, 'Stromy', 'Tieň', 'sk', 1 from held`);
  await api.database.query(
    `insert into notice (id, person_id, about_id, followed, more_count, moved_id, at)
      select gen_random_uuid(), p.id, r.id, false, 0, r.id, now() from person p, record r limit 1`);
  await api.database.query(`insert into idea_comment (id, idea_id, by_staff, at) select c.id, i.id, false, now() from contribution c, idea i limit 1`);
  await api.database.query(`insert into commitment_comment (id, commitment_id, block, version, by_staff, at)
    select c.id, b.commitment_id, b.block, b.number, false, now() from contribution c, commitment_block b limit 1`);
  await api.database.query(`insert into meeting_seat (id, meeting_id, person_id, role) select gen_random_uuid(), m.id, p.id, 'member' from meeting m, person p limit 1`);
  for (const table of Object.values(TABLES)) {
    const [row] = await api.database.query<{ id: string }[]>(`select id from ${table} order by id desc limit 1`);
    if (row) existing.set(table, row.id);
  }
  const identity = api.app.get(IdentityService);
  const [organisationId, bodyId, processId, sessionId] = [newId(), newId(), newId(), newId()];
  await api.database.transaction(async (em) => {
    await identity.addOrganisation(em, { id: organisationId, name: 'Iné mesto', sector: 'public', parentId: null });
    await identity.addBody(em, { id: bodyId, name: 'Iná komisia', kind: 'commission', organisationId, memberCount: 5 });
    await identity.placeRoles(em, { scope: 'process', id: processId, title: 'Iný proces', organisationIds: [organisationId] });
    await identity.placeRoles(em, { scope: 'session', id: sessionId, title: 'Iné stretnutie', processId });
  });
  // nothing of the demo's process is for others' eyes
  const shown = await api.database.query<{ table: string }[]>(`select table_name as "table" from information_schema.columns where table_schema = 'public' and column_name = 'visibility'`);
  // past the triggers that guard history: it is as if it had never been for others
  const hide = shown.map(({ table }) => `update ${table} set visibility = 'internal';`).join('\n');
  await api.database.query(`set session_replication_role = replica; ${hide} set session_replication_role = origin;`);
  await api.database.query('update process set title = $1', [MARKER]);
  await api.database.query('update session set title = $1', [MARKER]);
  await api.database.query('update dossier set title = $1', [MARKER]);
  await api.database.query('update public_vote set title = $1', [MARKER]);

  outsiders['stranger'] = api.stranger();
  outsiders['account'] = await api.person();
  outsiders['officer elsewhere'] = await api.person({ roles: [{ scope: 'organisation', scopeId: organisationId, role: 'officer' }] });
  outsiders['lead elsewhere'] = await api.person({ roles: [{ scope: 'process', scopeId: processId, role: 'lead' }] });
  outsiders['facilitator elsewhere'] = await api.person({ roles: [{ scope: 'session', scopeId: sessionId, role: 'lead-facilitator' }] });
  outsiders['secretary elsewhere'] = await api.person({ roles: [{ scope: 'body', scopeId: bodyId, role: 'secretary' }] });
  outsiders['participant elsewhere'] = await api.device({ participants: [{ id: newId(), sessionId }] });
  operations = await operationsOf(api);
});
afterAll(() => api?.stop());

/** For each name in a path an id that exists; null where the demo has none. */
function idsOf(path: string): Record<string, string> | null {
  const ids: Record<string, string> = {};
  for (const [, part, name] of path.matchAll(/\/([\w-]+)\/\{(\w+)\}/g)) {
    if (name === 'version' || name === 'number' || name === 'methodId' || name === 'key') continue;
    const table = TABLES[part!];
    if (!table) throw new Error(`no table is named for ${part} of ${path}`);
    const id = existing.get(table);
    if (!id) return null;
    ids[name!] = id;
  }
  return ids;
}

/** A commitment of an action plan is public: that it exists is no secret, and who may not change it is told so. */
const KNOWN_TO_ALL = new Set(['everybody', 'edit-action-plan', 'talk-about-commitment']);
/** What a council decided binds and is public, whatever process it came from; the title of what was decided is part of it. */
const PUBLIC_BY_LAW = new Set(['get /api/decisions', 'get /api/decisions/{id}']);

describe('SEC-03: a foreign thing answers like a missing one', () => {
  it.each(OUTSIDERS)('for every handler, asked from outside by: %s. The same status and the same words, and nothing is done', async (name) => {
    const outsider = outsiders[name];
    const different: string[] = [];
    const without: string[] = [];
    let compared = 0;
    for (const operation of operations) {
      if (!operation.path.includes('{') || KNOWN_TO_ALL.has(operation.policy)) continue;
      const ids = idsOf(operation.path);
      if (!ids) {
        without.push(operation.name);
        continue;
      }
      const [foreign, missing] = [await carryOut(outsider, operation, ids), await carryOut(outsider, operation)];
      const said = ({ status, body }: typeof foreign) => JSON.stringify({ status, ...(body as object), correlationId: '' });
      compared++;
      if (foreign.status < 400 || said(foreign) !== said(missing)) different.push(`${operation.name}: ${said(foreign)} | ${said(missing)}`);
    }
    expect(different).toEqual([]);
    expect(without).toEqual([]);
    expect(compared).toBeGreaterThan(100);
  });

  it('an internal process is reached by no path that everybody may read', async () => {
    const found: string[] = [];
    for (const operation of operations.filter(({ verb, name }) => verb === 'get' && !PUBLIC_BY_LAW.has(name))) {
      const { status, text } = await carryOut(api.stranger(), operation, idsOf(operation.path) ?? {});
      if (text.includes(MARKER)) found.push(`${operation.name}: ${status}`);
    }
    expect(found).toEqual([]);
  });
});
