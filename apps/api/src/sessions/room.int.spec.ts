import { randomBytes, randomUUID } from 'node:crypto';
import { partOf } from '@spolu/contracts/activities/part-of';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { RoomEvent, ROOMS_PER_SOCKET_MAX, SOCKETS_PER_PARTICIPANT_MAX } from '@spolu/realtime/room-events';
import { createApp } from '../app.ts';
import { givenApi, type Someone, type TestApi } from '../testing/given-api.ts';
import { brainstorm, command, compose, givenSession, Screen, screenOf } from './given-session.ts';
import { STRAYS_MAX } from './room.gateway.ts';

let api: TestApi;
const screens: Screen[] = [];
const watch = (screen: Screen) => {
  screens.push(screen);
  return screen;
};
beforeAll(async () => {
  api = await givenApi();
});
afterEach(() => {
  for (const screen of screens.splice(0)) screen.socket.disconnect();
});
afterAll(() => api?.stop());

describe('the room', () => {
  test('brings every screen the same state, staff the staff’s part beside it', async () => {
    const given = await givenSession(api);
    const phones = await given.joinAll(3);
    const all = await Promise.all([...phones, given.facilitator].map(async (who) => watch(await screenOf(given, who))));
    const activityId = await given.started(brainstorm());
    await Promise.all(all.map((screen) => screen.until(({ room }) => room?.activity?.id === activityId)));
    const version = Math.max(...all.map(({ room }) => room!.version));
    await Promise.all(all.map((screen) => screen.until(({ room }) => room!.version === version)));
    expect(new Set(all.map(({ room }) => JSON.stringify(room))).size).toBe(1);
    expect(all.map(({ staff }) => staff !== undefined)).toEqual([false, false, false, true]);
    for (const phone of all.slice(0, 3)) expect(phone.frames.join()).not.toContain('Pripomenúť');
  });

  test('says who is here: online while a screen of hers is open, however many', async () => {
    const given = await givenSession(api);
    const phone = await given.join();
    const staff = watch(await screenOf(given, given.facilitator));
    const online = (expected: boolean) => staff.until((seen) => seen.staff?.participants[0]?.online === expected, `online: ${expected}`);
    await online(false);
    const [first, second] = [watch(await screenOf(given, phone)), watch(await screenOf(given, phone))];
    await online(true);
    first.socket.disconnect();
    await compose(phone, await given.started(brainstorm()), 'Stále tu');
    await staff.until((seen) => seen.staff?.participants[0]?.cardCount === 1);
    expect(staff.staff!.participants[0]!.online).toBe(true);
    second.socket.emit(RoomEvent.leave, { sessionId: given.sessionId });
    await online(false);
    expect(second.socket.connected).toBe(true);
  });

  test('is answered as it is after the last command, also while it is being read for the screens', async () => {
    const given = await givenSession(api);
    const activityId = await given.started(brainstorm());
    watch(await screenOf(given, given.facilitator));
    for (let i = 0; i < 40; i++) {
      const locked = i % 2 === 0;
      await given.step(activityId, 'lock', { locked });
      expect((await given.room()).room.activity!.locked).toBe(locked);
    }
  });

  test('makes few broadcasts of many changes, and the last one is right', async () => {
    const given = await givenSession(api);
    const phones = await given.joinAll(10);
    const activityId = await given.started(brainstorm());
    const screen = watch(await screenOf(given, given.facilitator));
    const [begun, before] = [Date.now(), screen.roomCount];
    await Promise.all(phones.flatMap((phone, p) => Array.from({ length: 10 }, (_, i) => compose(phone, activityId, `${p}/${i}`))));
    await screen.until(({ room }) => partOf(room?.activity, 'brainstorm')?.cardCount === 100);
    expect(screen.roomCount - before).toBeLessThanOrEqual(2 + Math.ceil((Date.now() - begun) / 150));
  });

  test('gives who comes later the newest state with the clock of that moment', async () => {
    const given = await givenSession(api);
    const first = watch(await screenOf(given, await given.join()));
    await given.started({ kind: 'information' });
    await first.until(({ room }) => room?.activity != null);
    const before = Date.now();
    const later = watch(await screenOf(given, await given.join()));
    expect(Date.parse(later.room!.serverNow)).toBeGreaterThanOrEqual(before);
    expect(later.room!.activity).toMatchObject({ kind: 'information', state: 'running' });
  });

  test('versions only grow, over a restart too', async () => {
    const given = await givenSession(api);
    const screen = watch(await screenOf(given, given.facilitator));
    const seen: number[] = [];
    screen.socket.on(RoomEvent.room, ({ version }: { version: number }) => seen.push(version));
    for (let i = 0; i < 5; i++) {
      await command(given.facilitator, 'post', `/sessions/${given.sessionId}/door`, { open: i % 2 === 0 });
      await screen.until(({ room }) => room?.doorOpen === (i % 2 === 0));
    }
    expect([...seen].sort((a, b) => a - b)).toEqual(seen);
    const restarted = await createApp({ ...api.config });
    await restarted.listen(0, '127.0.0.1');
    try {
      const { port } = restarted.getHttpServer().address() as { port: number };
      const url = `http://127.0.0.1:${port}`;
      const after = watch(new Screen({ ...api, url }, given.facilitator));
      expect(await after.enter(given.sessionId)).toEqual({ ok: true });
      await after.until(({ room }) => room !== undefined);
      expect(after.room!.version).toBeGreaterThan(Math.max(...seen));
      expect(after.room).toMatchObject({ doorOpen: true, state: 'open', code: await given.code() });
    } finally {
      await restarted.close();
    }
  });
});

describe('a restart', () => {
  test('forgets nothing: people, running activity, held cards, late cards, ballots are rows', async () => {
    const given = await givenSession(api);
    const activityId = await given.started(brainstorm('hidden'));
    const phone = await given.join({ nickname: 'Zuzka' });
    await compose(phone, activityId, 'Pred reštartom');
    const before = await given.room(phone);
    const restarted = await createApp({ ...api.config });
    await restarted.listen(0, '127.0.0.1');
    try {
      const { port } = restarted.getHttpServer().address() as { port: number };
      const url = `http://127.0.0.1:${port}`;
      const get = async (path: string) => (await fetch(`${url}/api${path}`, { headers: { cookie: phone.cookie } })).json() as Promise<{ room?: object; me?: object }>;
      const after = await get(`/sessions/${given.sessionId}/room`);
      expect({ ...after.room, version: 0, serverNow: '' }).toEqual({ ...before.room, version: 0, serverNow: '' });
      expect(after.me).toEqual(before.me);
      expect(await get(`/activities/${activityId}/cards`)).toMatchObject([{ text: 'Pred reštartom', state: 'held' }]);
    } finally {
      await restarted.close();
    }
  });
});

describe('who enters', () => {
  test('is checked for each room on its own, also on a shared socket (SEC-30)', async () => {
    const [own, foreign] = [await givenSession(api), await givenSession(api)];
    const screen = watch(await screenOf(own, await own.join()));
    const [refused, missing, nonsense] = await Promise.all([foreign.sessionId, randomUUID(), 'x'.repeat(100)].map((id) => screen.enter(id)));
    for (const answer of [refused, missing, nonsense]) expect(answer).toMatchObject({ ok: false, problem: { code: 'not-found', facts: {} } });
    expect(refused).toEqual(missing);
    const before = screen.roomCount;
    await foreign.started({ kind: 'information' });
    await own.started({ kind: 'information' });
    await screen.until(({ room }) => room?.activity != null);
    expect(screen.room!.sessionId).toBe(own.sessionId);
    expect(screen.frames.join()).not.toContain(foreign.sessionId);
    expect(screen.roomCount).toBeGreaterThan(before);
  });

  test('must be somebody and come from our own pages (SEC-28)', async () => {
    const given = await givenSession(api);
    const phone = await given.join();
    const refused = (who: Pick<Someone, 'cookie'>, headers: Record<string, string> = {}) => {
      const screen = watch(new Screen(api, who, headers));
      return new Promise<string>((resolve) => {
        screen.socket.on('connect_error', ({ message }) => resolve(message));
        screen.socket.on('connect', () => resolve('connected'));
      });
    };
    expect(await refused(phone)).toBe('connected');
    for (const origin of ['https://evil.example', 'null']) expect(await refused(phone, { origin })).not.toBe('connected');
    expect(await refused({ cookie: '' })).toBe('signed-out');
    expect(await refused({ cookie: 'spolu=s%3Amade-up.signature' })).toBe('signed-out');
    const polling = await fetch(`${api.url}/socket/?EIO=4&transport=polling`, { headers: { cookie: phone.cookie, origin: api.url } });
    expect(polling.status).toBe(400);
  });

  test('hears nothing before she was let in (SEC-29)', async () => {
    const given = await givenSession(api);
    const outside = watch(new Screen(api, await given.join()));
    const inside = watch(await screenOf(given, await given.join()));
    await outside.until(({ socket }) => socket.connected);
    await given.started({ kind: 'information' });
    await inside.until(({ room }) => room?.activity != null);
    expect(outside.roomCount).toBe(0);
    expect(outside.frames.join()).not.toContain(given.sessionId);
  });

  test('is in four rooms at most, and three of her screens in one (SEC-29, SEC-31)', async () => {
    const sessions = [];
    for (let i = 0; i <= ROOMS_PER_SOCKET_MAX; i++) sessions.push(await givenSession(api));
    const administrator = await api.person({ roles: [{ scope: 'installation', scopeId: null, role: 'administrator' }] });
    const screen = watch(new Screen(api, administrator));
    for (const { sessionId } of sessions.slice(0, ROOMS_PER_SOCKET_MAX)) expect(await screen.enter(sessionId)).toEqual({ ok: true });
    expect(await screen.enter(sessions[0]!.sessionId)).toEqual({ ok: true });
    expect(await screen.enter(sessions.at(-1)!.sessionId)).toMatchObject({ ok: false, problem: { code: 'too-many-requests' } });

    const phone = await sessions[0]!.join();
    const hers: Screen[] = [];
    for (let i = 0; i <= SOCKETS_PER_PARTICIPANT_MAX; i++) hers.push(watch(await screenOf(sessions[0]!, phone)));
    await hers[0]!.until(({ ended }) => ended !== undefined);
    expect(hers.map(({ ended }) => ended?.problem.code)).toEqual(['too-many-requests', ...Array(SOCKETS_PER_PARTICIPANT_MAX).fill(undefined)]);
  });
});

describe('a role that is taken away', () => {
  test('ends what only staff hear, on open sockets too (SEC-07)', async () => {
    const given = await givenSession(api);
    const [co, phone] = [await given.staff('co-facilitator'), await given.join()];
    const staff = watch(await screenOf(given, co));
    const chief = watch(await screenOf(given, given.facilitator));
    await staff.until((seen) => seen.staff !== undefined);
    const [role] = await api.database.query<{ id: string }[]>('select id from role where person_id = $1', [co.personId]);
    await command(given.facilitator, 'delete', `/roles/${role!.id}`);
    await staff.until(({ ended }) => ended !== undefined);
    expect(staff.ended).toMatchObject({ sessionId: given.sessionId, problem: { code: 'forbidden' } });
    const heard = staff.frames.length;
    await compose(phone, await given.started(brainstorm()), 'Bez nej');
    await chief.until((seen) => seen.staff?.participants[0]?.cardCount === 1);
    expect(staff.frames.slice(heard).join()).not.toContain(given.sessionId);
    expect(await staff.enter(given.sessionId)).toMatchObject({ ok: false, problem: { code: 'not-found' } });
  });

  test('leaves her the guest she is beside it', async () => {
    const given = await givenSession(api);
    const co = await given.staff('co-facilitator');
    await command(co, 'post', '/joins', { code: await given.code(), nickname: null, sector: null, language: 'sk' });
    const screen = watch(await screenOf(given, co));
    await screen.until((seen) => seen.staff !== undefined);
    const [role] = await api.database.query<{ id: string }[]>('select id from role where person_id = $1', [co.personId]);
    await command(given.facilitator, 'delete', `/roles/${role!.id}`);
    const chief = watch(await screenOf(given, given.facilitator));
    await given.started({ kind: 'information' });
    await screen.until(({ room }) => room?.activity != null);
    await chief.until((seen) => seen.staff?.staffNotes !== '');
    expect(screen.ended).toBeUndefined();
    expect(screen.staff!.staffNotes).toBe('');
  });
});

describe('garbage (SEC-33, a sample)', () => {
  const wrong: unknown[] = [
    null, undefined, 0, '', 'x'.repeat(10_000), [], {}, { sessionId: null }, { sessionId: 'not-an-id' }, { sessionId: randomUUID(), extra: true },
    { sessionId: { $ne: null } }, JSON.parse('{"__proto__": {"polluted": true}, "sessionId": "x"}'), randomBytes(64),
  ];

  test('never reaches anybody else and ends only who sends it', async () => {
    const given = await givenSession(api);
    const control = watch(await screenOf(given, given.facilitator));
    const attacker = watch(new Screen(api, await given.join()));
    await attacker.until(({ socket }) => socket.connected);
    const gone = new Promise<void>((resolve) => attacker.socket.once('disconnect', () => resolve()));
    for (let round = 0; round < 10; round++) {
      for (const payload of wrong) {
        for (const event of [RoomEvent.enter, RoomEvent.leave]) {
          attacker.socket.emit(event, payload);
          attacker.socket.emit(event, payload, () => undefined);
        }
        for (const event of [RoomEvent.room, RoomEvent.staff, RoomEvent.ended, 'constructor', 'nothing-such']) attacker.socket.emit(event, payload);
      }
    }
    await gone;
    await given.started({ kind: 'information' });
    await control.until(({ room }) => room?.activity != null);
    expect(control.socket.connected).toBe(true);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test('of a few messages is borne: a phone that lost its place is not thrown out', async () => {
    const given = await givenSession(api);
    const screen = watch(await screenOf(given, await given.join()));
    for (let i = 0; i < STRAYS_MAX - 1; i++) expect(await screen.enter(randomUUID())).toMatchObject({ ok: false });
    await given.started({ kind: 'information' });
    await screen.until(({ room }) => room?.activity != null);
  });
});
