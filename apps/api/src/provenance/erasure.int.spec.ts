import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { ReceiptView } from '@spolu/contracts/provenance';
import { erasedHow, NOT_PERSONAL, PERSONAL_FIELDS } from '../database/personal-fields.ts';
import { givenAccount, PASSWORD, signInCookie, type Account } from '../identity/given-account.ts';
import { givenApi, type Someone, type TestApi } from '../testing/given-api.ts';
import { givenSession } from './given-session.ts';
import { ProvenanceService } from './provenance.service.ts';
import { ReceiptsService } from './receipts.service.ts';

let api: TestApi;
let provenance: ProvenanceService;
let receipts: ReceiptsService;
let administrator: Someone;
beforeAll(async () => {
  api = await givenApi();
  provenance = api.app.get(ProvenanceService, { strict: false });
  receipts = api.app.get(ReceiptsService, { strict: false });
  administrator = await api.person({ roles: [{ scope: 'installation', scopeId: null, role: 'administrator' }] });
});
afterAll(() => api?.stop());

const rows = (sql: string, ...values: unknown[]) => api.database.query<Record<string, unknown>[]>(sql, values);

/** Where something stands in the database, as `table.column`. */
async function columnsWith(needle: string): Promise<string[]> {
  const found: string[] = [];
  const names = [...Object.entries(PERSONAL_FIELDS).flatMap(([table, fields]) => Object.keys(fields).map((column) => [table, column])), ...Object.entries(NOT_PERSONAL).flatMap(([table, columns]) => columns.split(' ').map((column) => [table, column]))];
  for (const [table, column] of names) {
    const [row] = await rows(`select exists (select from "${table}" where position($1 in "${column}"::text) > 0) as there`, needle);
    if (row!['there']) found.push(`${table}.${column}`);
  }
  return found;
}

interface Known extends Account {
  name: string;
  nickname: string;
  sessionId: string;
  seatId: string;
  guestId: string;
  secret: string;
  noteIds: string[];
}

/** Somebody with an account who took part in a session under her name and in another one as a guest, signed up, was told, follows something, and sat in a commission until last year. */
async function givenKnown(): Promise<Known> {
  const [name, nickname] = [`Xénia ${randomUUID()}`, `Xénka ${randomUUID()}`];
  const account = await givenAccount(api, { name });
  const given = await givenSession(api);
  const [seatId, guestId] = given.participants;
  await rows('update participant set person_id = $2, nickname = $3, sector = $4 where id = $1', seatId, account.id, nickname, 'residents');
  const noteIds = [randomUUID(), randomUUID()];
  await provenance.writeContributions(api.database.manager, [[seatId, account.id], [guestId, null]].map(([participantId, personId], i) => ({
    id: noteIds[i]!, kind: 'note' as const, participantId: participantId!, personId: personId ?? null, sessionId: given.sessionId, processId: given.processId, activityId: null, language: 'sk' as const,
    text: 'Zatepliť školy', createdAt: new Date(), visibility: 'public' as const,
  })));
  const secret = await receipts.issue(api.database.manager, guestId);
  await rows(`insert into consent_entry (id, session_id, subject_kind, subject_id, kind, given, text_version, language) values (gen_random_uuid(), $1, 'participant', $2, 'quote', true, 1, 'sk')`, given.sessionId, seatId);
  await rows(`insert into notice (id, person_id, about_id, followed, more_count, moved_id, at) values (gen_random_uuid(), $1, $2, false, 0, $2, now())`, account.id, noteIds[0]);
  await rows(`insert into following (person_id, record_id) values ($1, $2)`, account.id, noteIds[1]);
  await rows(`with told as (insert into notice_address (id, person_id, frequency) values (gen_random_uuid(), $1, 'daily') returning id) insert into notice_unsubscribe (secret_hash, address_id) select sha256(id::text::bytea), id from told`, account.id);
  await rows(
    `insert into report_version (session_id, number, draft, content, published_by, published_at) values ($1, 1, '{}', $2, $3, now())`,
    given.sessionId, JSON.stringify({ quoted: [{ contributionId: noteIds[0], text: 'Zatepliť školy', author: nickname }, { contributionId: noteIds[1], text: 'Tieň', author: 'Eva' }] }), administrator.personId);
  await rows(`insert into mail (id, to_address, language, subject) values (gen_random_uuid(), $1, 'sk', 'Správa')`, account.email);
  await rows(
    `insert into invitation (id, secret_hash, person_id, name, scope, role, invited_by, invited_at, expires_at)
      values (gen_random_uuid(), sha256(gen_random_uuid()::text::bytea), $1, $2, 'installation', 'administrator', $3, now(), now() + interval '1 day')`, account.id, name, administrator.personId);
  return { ...account, name, nickname, sessionId: given.sessionId, seatId, guestId, secret, noteIds };
}

/** What one may know of somebody before and must not afterwards. */
const tells = async ({ name, nickname, email }: Known) => Promise.all([name, nickname, email].map((words) => columnsWith(words)));

async function signedIn({ email }: Account): Promise<Someone> {
  const device = api.stranger();
  const answer = await device.agent.post('/api/sign-ins').send({ email, password: PASSWORD }).expect(201);
  device.agent.set('Cookie', signInCookie(answer));
  return device;
}

describe('SEC-57: somebody asks to be forgotten', () => {
  test('with her password: her words stay, and nothing tells whose they were; nothing says her name or address; she is signed out for good', async () => {
    const known = await givenKnown();
    const she = await signedIn(known);
    expect((await she.agent.get('/api/me/erasure').expect(200)).body).toEqual({ contributionCount: 1, placeCount: 1, holdsRole: false });
    expect(await tells(known)).toEqual([['person.name', 'invitation.name'], ['participant.nickname', 'report_version.content'], expect.arrayContaining(['person.email', 'mail.to_address'])]);
    await she.agent.post('/api/me/erasures').send({ password: 'zle heslo' }).expect(401);
    expect(await columnsWith(known.nickname)).toHaveLength(2);

    await she.agent.post('/api/me/erasures').send({ password: PASSWORD }).expect(204);
    expect(await tells(known)).toEqual([[], [], []]);
    for (const id of [known.id, known.seatId]) for (const column of await columnsWith(id)) expect([column, erasedHow(...(column.split('.') as [string, string]))]).toEqual([column, expect.stringMatching(/nameless|law/)]);
    expect((await she.agent.get('/api/me').expect(200)).body).toMatchObject({ person: null, participants: [] });
    await api.stranger().agent.post('/api/sign-ins').send({ email: known.email, password: PASSWORD }).expect(401);
    expect(await provenance.contributionsOf(api.database.manager, [known.noteIds[0]!])).toMatchObject([{ text: 'Zatepliť školy', personId: null, participantId: null }]);
    expect(await rows(`select content #>> '{quoted,1,author}' as other from report_version where session_id = $1`, known.sessionId)).toEqual([{ other: 'Eva' }]);
    expect(await rows('select kind, given from consent_entry where subject_id = $1 order by at, id', known.seatId)).toEqual([{ kind: 'quote', given: true }, { kind: 'quote', given: false }]);
    expect(await rows(`select person_id = subject_id as self, facts from audit_entry where action = 'person.erased' and subject_id = $1`, known.id)).toEqual([{ self: true, facts: { check: 'password', seats: 1 } }]);
  });

  test('what she claimed as a guest is forgotten with her, and the receipt finds it no more', async () => {
    const known = await givenKnown();
    const she = await signedIn(known);
    await she.agent.post('/api/claims').send({ participantIds: [known.guestId], secret: known.secret }).expect(200);
    await api.stranger().agent.post('/api/receipt-erasures').send({ secret: known.secret }).expect(409);
    expect((await she.agent.get('/api/me/erasure').expect(200)).body).toMatchObject({ contributionCount: 2, placeCount: 2 });
    await she.agent.post('/api/me/erasures').send({ password: PASSWORD }).expect(204);
    expect(await rows('select id from contribution where id = any($1) and (participant_id is not null or person_id is not null)', known.noteIds)).toEqual([]);
    await api.stranger().agent.post('/api/receipt-lookups').send({ secret: known.secret }).expect(404);
  });

  test('as a guest with her receipt, on every device that she was', async () => {
    const known = await givenKnown();
    await rows('update participant set nickname = $2 where id = $1', known.guestId, 'Iná prezývka');
    const phone = await api.device({ participants: [{ id: known.guestId, sessionId: known.sessionId }] });
    const before: ReceiptView = (await api.stranger().agent.post('/api/receipt-lookups').send({ secret: known.secret }).expect(200)).body;
    expect(before.contributions).toHaveLength(1);
    await api.stranger().agent.post('/api/receipt-erasures').send({ secret: known.secret }).expect(204);
    expect(await rows('select nickname, sector, person_id from participant where id = $1', known.guestId)).toEqual([{ nickname: null, sector: null, person_id: null }]);
    expect((await phone.agent.get('/api/me').expect(200)).body).toMatchObject({ participants: [] });
    await api.stranger().agent.post('/api/receipt-erasures').send({ secret: known.secret }).expect(404);
    // the account of somebody else in the same session is as it was
    expect(await rows('select nickname from participant where id = $1', known.seatId)).toEqual([{ nickname: known.nickname }]);
  });

  test('at the desk, by an administrator who notes how she showed who she is, and by nobody else', async () => {
    const known = await givenKnown();
    const path = `/api/people/${known.id}/erasures`;
    await (await api.person()).agent.post(path).send({ check: 'identity-card' }).expect(403);
    await administrator.agent.post(path).send({ check: 'whatever' }).expect(400);
    await administrator.agent.post(path).send({ check: 'identity-card' }).expect(204);
    await administrator.agent.post(path).send({ check: 'identity-card' }).expect(404);
    expect(await tells(known)).toEqual([[], [], []]);
    expect(await rows(`select person_id, facts from audit_entry where action = 'person.erased' and subject_id = $1`, known.id)).toEqual([{ person_id: administrator.personId, facts: { check: 'identity-card', seats: 1 } }]);
    const people = (await administrator.agent.get('/api/people?limit=100').expect(200)).body as { items: { id: string; name: string }[] };
    expect(people.items.filter(({ id, name }) => id === known.id || name === '')).toEqual([]);
  });

  test('not while she holds a role; and of a body where she sat, public records keep her name', async () => {
    const known = await givenKnown();
    const bodyId = randomUUID();
    await rows(`with town as (insert into organisation (id, name, sector) values (gen_random_uuid(), 'Mesto ' || $1::text, 'public') returning id)
      insert into body (id, name, kind, organisation_id, member_count) select $1::uuid, 'Komisia ' || $1::text, 'commission', id, 5 from town`, bodyId);
    await rows(`insert into role (id, person_id, scope, scope_id, role) values (gen_random_uuid(), $1, 'body', $2, 'member')`, known.id, bodyId);
    const she = await signedIn(known);
    expect((await she.agent.get('/api/me/erasure').expect(200)).body).toMatchObject({ holdsRole: true });
    expect((await she.agent.post('/api/me/erasures').send({ password: PASSWORD }).expect(409)).body).toMatchObject({ type: expect.stringContaining('erasure/holds-role') });
    await rows('update role set ended_at = now() where person_id = $1', known.id);
    await she.agent.post('/api/me/erasures').send({ password: PASSWORD }).expect(204);
    expect(await rows('select name, name_in_office, email from person where id = $1', known.id)).toEqual([{ name: '', name_in_office: known.name, email: null }]);
  });
});
