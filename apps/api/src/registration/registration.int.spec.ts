import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { SignedUp } from '@spolu/contracts/registration';
import { ask, command, givenSession, sessionOf } from '../sessions/given-session.ts';
import { givenApi, type TestApi } from '../testing/given-api.ts';
import { givenRegistration, signUpOf, type GivenRegistration } from './given-registration.ts';
import { RegistrationAgeing, REGISTRATION_KEPT_DAYS } from './registration-ageing.ts';
import { SIGN_UPS_PER_NETWORK } from './registration.service.ts';

let api: TestApi;
beforeAll(async () => {
  api = await givenApi({ trustProxy: 1 });
});
afterAll(() => api?.stop());

const states = async (given: GivenRegistration, secrets: readonly string[]) => Promise.all(secrets.map(async (secret) => (await given.receipt(secret)).state));
const DAY_MS = 86_400_000;

describe('the page that invites', () => {
  test('says what, when, where, for whom, and how many seats are left, to somebody without an account', async () => {
    const given = await givenRegistration(api, { capacity: 10 });
    await given.signUp({ people: 3 });
    expect(await given.page()).toMatchObject({
      title: 'Dielňa o energii', processTitle: 'Energetická udržateľnosť mesta', days: [{ on: '2026-11-22', startsAt: '17:00', endsAt: null }], place: 'Radnica', audience: 'Pre všetkých',
      open: true, capacity: 10, freeCount: 7, waitingCount: 0, may: { plan: false, keepDoor: false },
    });
  });

  test('names nobody who signed up', async () => {
    const given = await givenRegistration(api);
    await given.signUp({ name: 'Tajná Osoba', email: 'tajna@example.org' });
    expect(JSON.stringify(await given.page())).not.toMatch(/Tajná|tajna@/);
  });

  test('of a session that is not public is not there for those outside, nor are its calendar and its door (SEC-03)', async () => {
    const hidden = await givenSession(api, { open: false, visibility: 'internal' });
    await command(hidden.facilitator, 'put', `/sessions/${hidden.sessionId}/registration`, { open: true, capacity: null, audience: '' });
    for (const path of ['registration', 'calendar', 'registrations', 'registration-summary']) {
      const foreign = await ask(api.stranger(), 'get', `/sessions/${hidden.sessionId}/${path}`).expect(404);
      const missing = await ask(api.stranger(), 'get', `/sessions/${randomUUID()}/${path}`).expect(404);
      expect({ ...foreign.body, correlationId: '' }).toEqual({ ...missing.body, correlationId: '' });
    }
    await ask(api.stranger(), 'post', `/sessions/${hidden.sessionId}/registrations`, signUpOf()).expect(404);
  });

  test('of a process that is still a draft is not there for those outside', async () => {
    const given = await givenRegistration(api);
    await api.database.query(`update process set state = 'draft' where id = $1`, [given.session.processId]);
    await ask(api.stranger(), 'get', `/sessions/${given.id}/registration`).expect(404);
  });

  test('is planned only by those who edit the session', async () => {
    const given = await givenRegistration(api);
    const host = await given.session.staff('table-host');
    await ask(host, 'put', `/sessions/${given.id}/registration`, { open: false, capacity: 1, audience: '' }).expect(403);
    await ask(api.stranger(), 'put', `/sessions/${given.id}/registration`, { open: false, capacity: 1, audience: '' }).expect(401);
  });
});

describe('the calendar entry', () => {
  test('holds the hour of the wall in the town, whatever zone the server is in', async () => {
    const given = await givenRegistration(api);
    const { text, headers } = await ask(api.stranger(), 'get', `/sessions/${given.id}/calendar`).expect(200);
    expect(headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(text).toContain('DTSTART:20261122T160000Z');
    expect(text).toContain('SUMMARY:Dielňa o energii');
    expect(text.replaceAll('\r\n ', '')).toContain(`/sessions/${given.id}/registration`);
  });

  test('is the whole day where no hour is set, and there is none where no day is', async () => {
    const given = await givenRegistration(api);
    const edit = (changes: object) => command(given.session.facilitator, 'put', `/sessions/${given.id}`, { ...sessionOf({ visibility: 'public' }), ...changes });
    await edit({ plannedTime: null });
    expect((await ask(api.stranger(), 'get', `/sessions/${given.id}/calendar`)).text).toContain('DTSTART;VALUE=DATE:20261122');
    await edit({ plannedOn: null, plannedTime: null });
    await ask(api.stranger(), 'get', `/sessions/${given.id}/calendar`).expect(404);
  });
});

describe('signing up', () => {
  test('gives a receipt that finds it again; only its digest is kept', async () => {
    const given = await givenRegistration(api);
    const secret = await given.signUp({ name: 'Zuzana', email: ' Zuzana@Example.org ', people: 2, needs: ['step-free'], needsNote: 'Elektrický vozík', language: 'uk' });
    expect(await given.receipt(secret)).toMatchObject({
      state: 'registered', placeInLine: null, name: 'Zuzana', email: 'zuzana@example.org', people: 2, needs: ['step-free'], needsNote: 'Elektrický vozík', language: 'uk',
      may: { change: true, cancel: true },
    });
    const dump = JSON.stringify(await api.database.query('select * from registration where session_id = $1', [given.id]));
    expect(dump).not.toContain(secret);
    await given.withReceipt('cancellations', 'A'.repeat(43)).expect(404);
  });

  test('again after the answer was lost, has signed up once, and the newer receipt works', async () => {
    const given = await givenRegistration(api);
    const key = randomUUID();
    const [first, second] = [await given.signUp({}, key), await given.signUp({}, key)];
    expect(await given.rows()).toHaveLength(1);
    expect(await given.receipt(second)).toMatchObject({ name: 'Zuzana' });
    await ask(api.stranger(), 'post', '/registration-lookups', { secret: first }).expect(404);
    await api.database.query(`update registration set signed_up_at = signed_up_at - interval '11 minutes' where session_id = $1`, [given.id]);
    expect((await given.trySignUp({}, key)).body.code).toBe('idempotency-key-reused');
  });

  test('again with other words, is what was said last', async () => {
    const given = await givenRegistration(api, { capacity: 3 });
    const [key, photo] = [randomUUID(), { kind: 'photo', version: 1, language: 'sk' } as const];
    await given.signUp({ name: 'Zuzna', people: 2, consents: [photo] }, key);
    const second = await given.signUp({ name: 'Zuzana', people: 3, email: 'z@example.org', consents: [] }, key);
    expect(await given.receipt(second)).toMatchObject({ name: 'Zuzana', people: 3, email: 'z@example.org', state: 'registered' });
    expect((await given.rows()).map(({ photo: may }) => may)).toEqual([false]);
    expect((await given.page()).freeCount).toBe(0);
    // more than there are seats: she waits, and nobody sits on air
    const third = await given.signUp({ name: 'Zuzana', people: 4 }, key);
    expect((await given.receipt(third)).state).toBe('waiting');
    expect((await given.page()).freeCount).toBe(3);
  });

  test('is refused before it opens and once the session is over', async () => {
    const given = await givenRegistration(api, { open: false });
    expect((await given.trySignUp()).body.code).toBe('registration/closed');
    await given.plan({ open: true });
    await command(given.session.facilitator, 'post', `/sessions/${given.id}/open`, {});
    await given.signUp();
    await given.session.close();
    expect((await given.trySignUp()).body.code).toBe('registration/closed');
    expect((await given.page()).open).toBe(false);
  });

  test.each([
    ['no name', { name: ' ' }, 'name'],
    ['an address that is none', { email: 'nie je' }, 'email'],
    ['a party of eleven', { people: 11 }, 'people'],
    ['a need of her own making', { needs: ['throne'] }, 'needs.0'],
    ['a state that she gives herself (SEC-04)', { state: 'registered' }, 'state'],
  ])('is told of %s', async (_, changes, path) => {
    const given = await givenRegistration(api);
    const { body } = await given.trySignUp(changes as object).expect(400);
    expect(body.fields[0].path).toBe(path);
  });

  test('from one network stops after what a school would need', async () => {
    const given = await givenRegistration(api, { open: false });
    const codes = new Set<string>();
    for (let i = 0; i < SIGN_UPS_PER_NETWORK; i++) codes.add((await given.trySignUp().set('X-Forwarded-For', '203.0.113.7')).body.code);
    expect([...codes]).toEqual(['registration/closed']);
    expect((await given.trySignUp().set('X-Forwarded-For', '203.0.113.7')).body.code).toBe('too-many-requests');
    expect((await given.trySignUp().set('X-Forwarded-For', '203.0.113.8')).body.code).toBe('registration/closed');
  });
});

describe('seats and the waiting list', () => {
  test('50 who sign up at once get exactly the seats there are; the rest wait in one order', async () => {
    const given = await givenRegistration(api, { capacity: 20 });
    const answers = await Promise.all(Array.from({ length: 50 }, (_, i) => given.trySignUp({ name: `Hosť ${i}` }).expect(201)));
    const secrets = answers.map(({ body }) => (body as SignedUp).receipt.secret);
    expect(answers.filter(({ body }) => (body as SignedUp).state === 'registered')).toHaveLength(20);
    const places = (await Promise.all(secrets.map(async (secret) => (await given.receipt(secret)).placeInLine))).filter((place) => place !== null);
    expect(places.sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
    expect(await given.page()).toMatchObject({ freeCount: 0, waitingCount: 30 });
  });

  test('ten who cancel at once, each twice, let exactly ten move up, the longest waiting first', async () => {
    const given = await givenRegistration(api, { capacity: 10 });
    const secrets: string[] = [];
    for (let i = 0; i < 25; i++) secrets.push(await given.signUp({ name: `Hosť ${i}` }));
    await Promise.all([...secrets.slice(0, 10), ...secrets.slice(0, 10)].map((secret) => given.withReceipt('cancellations', secret).expect(204)));
    expect(await states(given, secrets)).toEqual([...Array<string>(10).fill('cancelled'), ...Array<string>(10).fill('registered'), ...Array<string>(5).fill('waiting')]);
  });

  test('more seats let people in at once, fewer take nobody out', async () => {
    const given = await givenRegistration(api, { capacity: 1 });
    const secrets = [await given.signUp(), await given.signUp(), await given.signUp({ people: 3 })];
    await given.plan({ capacity: 2 });
    expect(await states(given, secrets)).toEqual(['registered', 'registered', 'waiting']);
    await given.plan({ capacity: 1 });
    expect(await states(given, secrets)).toEqual(['registered', 'registered', 'waiting']);
    expect((await given.page()).freeCount).toBe(0);
    await given.plan({ capacity: null });
    expect(await states(given, secrets)).toEqual(['registered', 'registered', 'registered']);
  });

  test('a party grows only where there is room, and one that shrinks lets others in', async () => {
    const given = await givenRegistration(api, { capacity: 4 });
    const [big, waiting] = [await given.signUp({ people: 3 }), await given.signUp({ people: 2 })];
    const { consents: _, ...details } = signUpOf();
    expect((await given.withReceipt('changes', big, { ...details, people: 5 })).body.code).toBe('registration/no-room');
    expect((await given.receipt(big)).people).toBe(3);
    await given.withReceipt('changes', big, { ...details, people: 2, name: 'Iné meno' }).expect(204);
    expect(await given.receipt(big)).toMatchObject({ people: 2, name: 'Iné meno', state: 'registered' });
    expect((await given.receipt(waiting)).state).toBe('registered');
  });

  test('who cancelled is asked nothing more: her address and needs are gone, and she can change nothing', async () => {
    const given = await givenRegistration(api);
    const secret = await given.signUp({ email: 'z@example.org', needs: ['diet'], needsNote: 'bez lepku' });
    await given.withReceipt('cancellations', secret).expect(204);
    expect(await given.receipt(secret)).toMatchObject({ state: 'cancelled', email: null, needs: [], needsNote: '', may: { change: false, cancel: false } });
    const { consents: _, ...details } = signUpOf();
    expect((await given.withReceipt('changes', secret, details)).body.code).toBe('registration/cancelled');
  });
});

describe('the door', () => {
  test('shows who comes and what to prepare: people with a seat, not sign-ups', async () => {
    const given = await givenRegistration(api, { capacity: 5 });
    await given.signUp({ name: 'Anna', people: 3, needs: ['step-free', 'diet'], needsNote: 'bez lepku', language: 'sk' });
    await given.signUp({ name: 'Borys', people: 2, needs: ['interpreter'], language: 'uk' });
    await given.signUp({ name: 'Cyril', people: 4, needs: ['childcare'] });
    expect(await given.summary()).toEqual({
      registered: 5, waiting: 4, arrived: 0, walkIns: 0, capacity: 5,
      needs: [{ need: 'step-free', count: 1 }, { need: 'interpreter', count: 1 }, { need: 'diet', count: 1 }],
      needsNotes: ['bez lepku'], languages: [{ language: 'sk', count: 3 }, { language: 'uk', count: 2 }],
    });
    expect((await given.rows()).map(({ name, state }) => [name, state])).toEqual([['Anna', 'registered'], ['Borys', 'registered'], ['Cyril', 'waiting']]);
  });

  test('helpers see no addresses; people from outside see nothing', async () => {
    const given = await givenRegistration(api);
    await given.signUp({ email: 'z@example.org' });
    expect((await given.rows())[0]!.email).toBe('z@example.org');
    expect((await given.rows(await given.session.staff('table-host')))[0]).toMatchObject({ name: 'Zuzana', email: null });
    await ask(api.stranger(), 'get', `/sessions/${given.id}/registrations`).expect(401);
    await ask(await api.person(), 'get', `/sessions/${given.id}/registrations`).expect(403);
  });

  test('many helpers who tick the same person at once agree, and a tick is undone', async () => {
    const given = await givenRegistration(api);
    const secret = await given.signUp();
    const [row] = await given.rows();
    const helpers = [given.session.facilitator, await given.session.staff('table-host'), await given.session.staff('scribe')];
    await Promise.all(helpers.flatMap((helper) => [helper, helper]).map((helper) => ask(helper, 'put', `/registrations/${row!.id}/arrival`, { arrived: true }).expect(204)));
    const arrivedAt = (await given.rows())[0]!.arrivedAt;
    expect(arrivedAt).not.toBeNull();
    await ask(helpers[1]!, 'put', `/registrations/${row!.id}/arrival`, { arrived: true }).expect(204);
    expect((await given.rows())[0]!.arrivedAt).toBe(arrivedAt);
    expect((await given.withReceipt('cancellations', secret)).body.code).toBe('registration/closed');
    await ask(helpers[2]!, 'put', `/registrations/${row!.id}/arrival`, { arrived: false }).expect(204);
    expect((await given.rows())[0]!.arrivedAt).toBeNull();
    await ask(api.stranger(), 'put', `/registrations/${row!.id}/arrival`, { arrived: true }).expect(401);
  });

  test('lets in who was waiting, and who came without signing up, past the last seat too', async () => {
    const given = await givenRegistration(api, { capacity: 1 });
    await given.signUp({ name: 'Prvá' });
    await given.signUp({ name: 'Čakajúca' });
    const waiting = (await given.rows()).find(({ state }) => state === 'waiting');
    await command(given.session.facilitator, 'put', `/registrations/${waiting!.id}/arrival`, { arrived: true });
    await command(given.session.facilitator, 'post', `/sessions/${given.id}/walk-ins`, { name: 'Náhodná', people: 2, needs: [], needsNote: '', language: 'sk' });
    expect(await given.summary()).toMatchObject({ registered: 4, waiting: 0, arrived: 3, walkIns: 2 });
    expect((await given.page()).freeCount).toBe(0);
  });

  test('puts who was ticked by mistake back where she stood', async () => {
    const given = await givenRegistration(api, { capacity: 1 });
    await given.signUp({ name: 'Anna' });
    for (const name of ['Bibiána', 'Cyril']) await given.signUp({ name });
    const tick = async (name: string, arrived: boolean) =>
      command(given.session.facilitator, 'put', `/registrations/${(await given.rows()).find((row) => row.name === name)!.id}/arrival`, { arrived });
    const stand = async () => (await given.rows()).map(({ name, state }) => `${name} ${state}`);
    await tick('Cyril', true);
    expect(await stand()).toEqual(['Anna registered', 'Bibiána waiting', 'Cyril registered']);
    await tick('Cyril', false);
    expect(await stand()).toEqual(['Anna registered', 'Bibiána waiting', 'Cyril waiting']);
    await tick('Anna', true);
    await tick('Anna', false);
    expect(await stand()).toEqual(['Anna registered', 'Bibiána waiting', 'Cyril waiting']);
  });

  test('cancels for somebody who calls, and the next one moves up', async () => {
    const given = await givenRegistration(api, { capacity: 1 });
    await given.signUp({ name: 'Prvá' });
    const next = await given.signUp({ name: 'Druhá' });
    const [first] = (await given.rows()).filter(({ name }) => name === 'Prvá');
    await command(given.session.facilitator, 'post', `/registrations/${first!.id}/cancel`, {});
    expect((await given.receipt(next)).state).toBe('registered');
  });
});

describe('SEC-60: consent', () => {
  const log = (given: GivenRegistration) =>
    api.database.query<object[]>('select kind, given, text_version, language from consent_entry where session_id = $1 order by at, id', [given.id]);

  test('is a log of what was given and taken back, with the text and its language; saying the same again adds nothing', async () => {
    const given = await givenRegistration(api);
    const secret = await given.signUp({ email: 'z@example.org', consents: [{ kind: 'photo', version: 1, language: 'cs' }] });
    const decide = (kind: string, isGiven: boolean) => given.withReceipt('consents', secret, { kind, given: isGiven, version: 1, language: 'sk' });
    await decide('photo', true).expect(204);
    await decide('photo', false).expect(204);
    await decide('contact', false).expect(204);
    await decide('contact', true).expect(204);
    expect(await log(given)).toEqual([
      { kind: 'photo', given: true, text_version: 1, language: 'cs' },
      { kind: 'photo', given: false, text_version: 1, language: 'sk' },
      { kind: 'contact', given: true, text_version: 1, language: 'sk' },
    ]);
    expect((await given.receipt(secret)).consents.map(({ kind, given: stands }) => [kind, stands])).toEqual([['photo', false], ['contact', true]]);
    await expect(api.database.query('update consent_entry set given = true')).rejects.toThrow(/history/);
    await expect(api.database.query('delete from consent_entry')).rejects.toThrow(/history/);
  });

  test('to a text that nobody wrote yet is refused, to letters without an address is none', async () => {
    const given = await givenRegistration(api);
    const secret = await given.signUp({ consents: [{ kind: 'contact', version: 1, language: 'sk' }] });
    expect(await log(given)).toEqual([]);
    expect((await given.withReceipt('consents', secret, { kind: 'photo', given: true, version: 2, language: 'sk' })).body.code).toBe('changed-meanwhile');
    await given.withReceipt('consents', secret, { kind: 'contact', given: true, version: 1, language: 'sk' }).expect(400);
    // asked in the room, where it is said
    await given.withReceipt('consents', secret, { kind: 'quote', given: true, version: 1, language: 'sk' }).expect(400);
  });

  test('to photographs is shown at the door, by whom it is', async () => {
    const given = await givenRegistration(api);
    await given.signUp({ name: 'Áno', consents: [{ kind: 'photo', version: 1, language: 'sk' }] });
    await given.signUp({ name: 'Nie' });
    expect((await given.rows()).map(({ name, photo }) => [name, photo])).toEqual([['Nie', false], ['Áno', true]].sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)));
  });
});

describe('forgetting', () => {
  const whole = (given: GivenRegistration) => api.database.query<{ name: string; email: string | null; people: number }[]>('select * from registration where session_id = $1 order by number', [given.id]);

  test('at her wish: at once, wholly, and the seat goes to the next', async () => {
    const given = await givenRegistration(api, { capacity: 2 });
    const secret = await given.signUp({ name: 'Zmazaná', email: 'z@example.org', people: 2, needs: ['diet'], needsNote: 'vegánske', consents: [{ kind: 'photo', version: 1, language: 'sk' }] });
    const next = await given.signUp({ name: 'Ďalšia' });
    await given.withReceipt('erasures', secret).expect(204);
    await given.withReceipt('erasures', secret).expect(204);
    expect(JSON.stringify(await whole(given))).not.toMatch(/Zmazaná|z@example|vegánske/);
    expect(await given.receipt(secret)).toMatchObject({ erased: true, name: '', may: { change: false, cancel: false } });
    expect((await given.receipt(secret)).consents.some(({ given: stands }) => stands)).toBe(false);
    expect((await given.receipt(next)).state).toBe('registered');
  });

  test('waits for the last of several days', async () => {
    const given = await givenRegistration(api);
    await given.signUp({ name: 'Prvá' });
    const days = ['2026-12-01', '2027-01-15'].map((on) => ({ on, startsAt: null, endsAt: null }));
    await command(given.session.facilitator, 'put', `/sessions/${given.id}/run-sheet`, { days, tracks: [], seen: (await given.session.view()).sheet });
    const ageing = api.app.get(RegistrationAgeing, { strict: false });
    const after = (day: string, count: number) => new Date(Date.parse(`${day}T12:00:00Z`) + count * DAY_MS);
    await ageing.forget(after('2026-12-01', REGISTRATION_KEPT_DAYS + 2));
    expect(await whole(given)).toMatchObject([{ name: 'Prvá' }]);
    await ageing.forget(after('2027-01-15', REGISTRATION_KEPT_DAYS + 2));
    expect(await whole(given)).toMatchObject([{ name: '' }]);
  });

  test('by itself, so many days after the session: who it was, not how many; whoever wants to hear of the results is kept until she takes it back', async () => {
    const given = await givenRegistration(api);
    const [, reachable] = [
      await given.signUp({ name: 'Prvá', email: 'prva@example.org', needs: ['diet'], people: 3 }),
      await given.signUp({ name: 'Druhá', email: 'druha@example.org', needs: ['diet'], consents: [{ kind: 'contact', version: 1, language: 'sk' }] }),
    ];
    await command(given.session.facilitator, 'post', `/sessions/${given.id}/open`, {});
    await given.session.close();
    const ageing = api.app.get(RegistrationAgeing, { strict: false });
    await ageing.forget(new Date(Date.now() + (REGISTRATION_KEPT_DAYS - 1) * DAY_MS));
    expect(await whole(given)).toMatchObject([{ name: 'Prvá' }, { name: 'Druhá' }]);
    await ageing.forget(new Date(Date.now() + (REGISTRATION_KEPT_DAYS + 1) * DAY_MS));
    expect(await whole(given)).toMatchObject([{ name: '', email: null, people: 3, needs: [] }, { name: 'Druhá', email: 'druha@example.org', needs: [] }]);
    await given.withReceipt('consents', reachable, { kind: 'contact', given: false, version: 1, language: 'sk' }).expect(204);
    await ageing.forget(new Date(Date.now() + (REGISTRATION_KEPT_DAYS + 2) * DAY_MS));
    expect(await whole(given)).toMatchObject([{ name: '' }, { name: '', email: null }]);
    expect(await given.summary()).toMatchObject({ registered: 4 });
  });
});
