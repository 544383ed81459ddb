import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { partOf } from '@spolu/contracts/activities/part-of';
import type { Join, Joined, JoinOffer, RoomView } from '@spolu/contracts/sessions';
import type { ReceiptView } from '@spolu/contracts/provenance';
import { CodeGuard, CODE_GUARD_LIMITS } from './code-guard.ts';
import { givenApi, type Someone, type TestApi } from '../testing/given-api.ts';
import { ask, brainstorm, command, compose, givenSession, Screen, screenOf, type GivenSession } from './given-session.ts';
import { newJoinCode } from './join-code.ts';

let api: TestApi;
const screens: Screen[] = [];
beforeAll(async () => {
  // Behind a proxy each request may name its address: one hall, or fifty guessers.
  api = await givenApi({ trustProxy: 1 });
});
afterEach(() => {
  for (const screen of screens.splice(0)) screen.socket.disconnect();
});
afterAll(() => api?.stop());

const lookUp = (code: string, address = '198.51.100.1', who: Pick<Someone, 'agent'> = api.stranger()) => ask(who, 'post', '/join-lookups', { code }).set('X-Forwarded-For', address);
interface Joining {
  who?: Pick<Someone, 'agent'>;
  key?: string;
  address?: string;
}
const join = (code: string, changes: Partial<Join> = {}, { who = api.stranger(), key = randomUUID(), address = '198.51.100.1' }: Joining = {}) =>
  ask(who, 'post', '/joins', { code, nickname: 'Zuzka', sector: null, language: 'sk', ...changes }, key).set('X-Forwarded-For', address);
const participants = (given: GivenSession): Promise<{ nickname: string | null }[]> =>
  api.database.query('select * from participant where session_id = $1 order by joined_at', [given.sessionId]);

describe('a guest', () => {
  test('finds the session by its code, however it is typed', async () => {
    const given = await givenSession(api);
    const code = await given.code();
    const { body }: { body: JoinOffer } = await lookUp(`${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `).expect(200);
    expect(body).toEqual({ sessionId: given.sessionId, sessionTitle: 'Dielňa o energii', welcome: 'Vitajte!', language: 'sk' });
  });

  test('joins without an account, by a name or none, and stays who she is', async () => {
    const given = await givenSession(api);
    const [named, anonymous] = [await given.join({ nickname: 'Zuzka', sector: 'ngo', language: 'uk' }), await given.join()];
    for (const [phone, nickname, sector] of [[named, 'Zuzka', 'ngo'], [anonymous, null, null]] as const) {
      const again: RoomView = await given.room(phone);
      expect(again.me).toMatchObject({ participantId: phone.participantId, nickname, sector });
    }
    expect(named.cookie).not.toBe('');
    expect(await participants(given)).toHaveLength(2);
  });

  test('is given a receipt, once, by which her words are found', async () => {
    const given = await givenSession(api);
    const activityId = await given.started(brainstorm());
    const phone = await given.join();
    await compose(phone, activityId, 'Solárne strechy');
    const receipt = await command<ReceiptView>(api.stranger(), 'post', '/receipt-lookups', { secret: phone.receipt! });
    expect(receipt.contributions.map(({ text }) => text)).toEqual(['Solárne strechy']);
  });

  test('who is in already gets her own participant back, also when the door is closed', async () => {
    const given = await givenSession(api);
    const phone = await given.join();
    await command(given.facilitator, 'post', `/sessions/${given.sessionId}/door`, { open: false });
    const { body }: { body: Joined } = await join(await given.code(), { nickname: 'Iná' }, { who: phone }).expect(201);
    expect(body).toEqual({ participantId: phone.participantId, sessionId: given.sessionId, receipt: null });
    expect(await participants(given)).toHaveLength(1);
  });

  test('whose answer was lost asks again and is one participant, with a receipt that works', async () => {
    const given = await givenSession(api);
    const code = await given.code();
    const key = randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => join(code, {}, { key })));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    const { body: last }: { body: Joined } = await join(code, {}, { key }).expect(201);
    expect(new Set([...answers.map(({ body }) => (body as Joined).participantId), last.participantId]).size).toBe(1);
    expect(await participants(given)).toHaveLength(1);
    await ask(api.stranger(), 'post', '/receipt-lookups', { secret: last.receipt!.secret }).expect(200);
    // the key is worth nothing to whoever finds it later
    await api.database.query(`update participant set joined_at = joined_at - interval '11 minutes' where session_id = $1`, [given.sessionId]);
    expect((await join(code, {}, { key })).body.code).toBe('idempotency-key-reused');
  });

  test('changes her name, sector and language', async () => {
    const given = await givenSession(api);
    const phone = await given.join();
    await command(phone, 'put', `/sessions/${given.sessionId}/participant`, { nickname: 'Nové meno', sector: 'academia', language: 'cs' });
    expect((await given.room(phone)).me).toMatchObject({ nickname: 'Nové meno', sector: 'academia', language: 'cs' });
  });

  test('with an account is remembered with it', async () => {
    const given = await givenSession(api);
    const person = await api.person();
    await join(await given.code(), {}, { who: person }).expect(201);
    expect(await participants(given)).toMatchObject([{ person_id: person.personId }]);
  });

  test.each([
    ['an empty name', { nickname: ' ' }, 'nickname'],
    ['a name of 41 letters', { nickname: 'x'.repeat(41) }, 'nickname'],
    ['a sector of her own', { sector: 'royalty' }, 'sector'],
    ['a role (SEC-48)', { role: 'lead-facilitator' }, 'role'],
    ['a code with a sign that no code has', { code: 'ABCD0123' }, 'code'],
  ])('is told of %s', async (_, changes, path) => {
    const given = await givenSession(api);
    const { body } = await join(await given.code(), changes as Partial<Join>).expect(400);
    expect(body.fields[0].path).toBe(path);
    expect(await participants(given)).toEqual([]);
  });

  test('without a key of the command is asked for one', async () => {
    const given = await givenSession(api);
    expect((await join(await given.code(), {}, { key: 'short' })).body.code).toBe('idempotency-key-missing');
  });
});

describe('the door', () => {
  test('refuses who is not in while it is closed, and lets in again', async () => {
    const given = await givenSession(api);
    const code = await given.code();
    await command(given.facilitator, 'post', `/sessions/${given.sessionId}/door`, { open: false });
    expect((await join(code).expect(403)).body.code).toBe('session/door-closed');
    expect((await lookUp(code).expect(403)).body.code).toBe('session/door-closed');
    await command(given.facilitator, 'post', `/sessions/${given.sessionId}/door`, { open: true });
    await join(code).expect(201);
  });

  test('has a new code when the facilitator wants one; the old one dies, people inside go on', async () => {
    const given = await givenSession(api);
    const phone = await given.join();
    const old = await given.code();
    await command(given.facilitator, 'post', `/sessions/${given.sessionId}/code`, {});
    expect(await given.code()).not.toBe(old);
    expect((await join(old).expect(404)).body.code).toBe('session/code-invalid');
    expect((await given.room(phone)).me?.participantId).toBe(phone.participantId);
  });

  test('answers alike for a code of a closed session and one that never was (SEC-48)', async () => {
    const given = await givenSession(api);
    const code = await given.code();
    await given.close();
    const [ended, wrong] = [await join(code, {}, { address: '198.51.100.77' }), await join(newJoinCode(), {}, { address: '198.51.100.77' })];
    expect(ended.status).toBe(404);
    expect({ ...ended.body, correlationId: '' }).toEqual({ ...wrong.body, correlationId: '' });
    expect(wrong.status).toBe(404);
  });

  test('lets a whole hall in from one address at once: 150 join, none is refused', async () => {
    const given = await givenSession(api);
    const code = await given.code();
    const answers = await Promise.all(Array.from({ length: 150 }, (_, i) => join(code, { nickname: `Hosť ${i}` }, { address: '203.0.113.5' })));
    expect(answers.filter(({ status }) => status !== 201).map(({ body }) => body)).toEqual([]);
    expect(new Set(answers.map(({ body }) => (body as Joined).participantId)).size).toBe(150);
    expect((await given.room()).room.participantCount).toBe(150);
  });
});

describe('a room', () => {
  test('holds two thousand people and no more', async () => {
    const given = await givenSession(api);
    await api.database.query(
      `insert into participant (id, session_id, language, joined_at, join_digest)
        select gen_random_uuid(), $1::uuid, 'sk', now(), decode(md5($1::uuid::text || n), 'hex') from generate_series(1, 1999) n`,
      [given.sessionId],
    );
    await join(await given.code()).expect(201);
    expect((await join(await given.code()).expect(409)).body.code).toBe('session/full');
  });
});

describe('codes are not guessed (SEC-49)', () => {
  test('an address that guesses is asked to wait, with right codes too; others come in', async () => {
    const given = await givenSession(api);
    const code = await given.code();
    const guesser = '192.0.2.10';
    for (let i = 0; i < CODE_GUARD_LIMITS.wrongPerAddress; i++) await lookUp(newJoinCode(), guesser).expect(404);
    const refused = await join(code, {}, { address: guesser }).expect(429);
    expect(refused.body.code).toBe('too-many-requests');
    expect(Number(refused.get('Retry-After'))).toBeGreaterThan(0);
    await join(code, {}, { address: '192.0.2.11' }).expect(201);
  });

  test('ten thousand guesses from fifty addresses find nothing; the facilitator is told; who is inside notices nothing', async () => {
    const given = await givenSession(api);
    const phone = await given.join();
    const [staff, guest] = [await screenOf(given, given.facilitator), await screenOf(given, phone)];
    screens.push(staff, guest);
    const activityId = await given.started(brainstorm());
    const guard = api.app.get(CodeGuard, { strict: false });
    const code = await given.code();

    let found = 0;
    let tried = 0;
    const guess = async (i: number) => {
      const address = `192.0.2.${100 + (i % 50)}`;
      const { status } = await lookUp(newJoinCode(), address);
      if (status === 200) found += 1;
      if (status === 404) tried += 1;
    };
    // over the wire until the budget is spent, the rest of the ten thousand at the guard itself
    for (let i = 0; i < 400; i += 20) await Promise.all(Array.from({ length: 20 }, (_, j) => guess(i + j)));
    const now = new Date();
    for (let i = 400; i < 10_000; i++) expect(guard.waitSeconds(`192.0.2.${100 + (i % 50)}`, now)).toBeGreaterThan(0);
    expect(found).toBe(0);
    // a busy machine may need more than the minute of one budget
    expect(tried).toBeLessThanOrEqual(2 * CODE_GUARD_LIMITS.wrongPerMinute);
    await staff.until(({ staff }) => staff?.codeAlarm === true, 'the alarm');

    await compose(phone, activityId, 'Nič som nezbadala');
    await guest.until(({ room }) => partOf(room?.activity, 'brainstorm')?.cardCount === 1);
    expect(guest.socket.connected).toBe(true);
    await join(code, {}, { who: phone, address: '192.0.2.100' }).expect(201);
    // the hall, where somebody came in before, comes in as if nothing happened
    await join(code, {}, { address: '127.0.0.1' }).expect(201);
  });
});

describe('somebody who is asked to leave', () => {
  test('is out at once on every device; her words stay (SEC-07)', async () => {
    const given = await givenSession(api);
    const activityId = await given.started(brainstorm());
    const [phone, other] = [await given.join({ nickname: 'Rušič' }), await given.join()];
    await compose(phone, activityId, 'Zostane');
    const [own, staff] = [await screenOf(given, phone), await screenOf(given, given.facilitator)];
    screens.push(own, staff);
    await command(given.facilitator, 'post', `/participants/${phone.participantId}/remove`, {});

    await own.until(({ ended }) => ended !== undefined);
    expect(own.ended).toMatchObject({ sessionId: given.sessionId, problem: { code: 'session/removed' } });
    await staff.until((seen) => seen.staff?.participants.find(({ id }) => id === phone.participantId)?.removed === true);
    for (const request of [ask(phone, 'get', `/sessions/${given.sessionId}/room`), ask(phone, 'get', `/activities/${activityId}/cards`)]) await request.expect(404);
    await expect(compose(phone, activityId, 'Ešte niečo')).rejects.toThrow('not-found');
    const seen = own.roomCount;
    await compose(other, activityId, 'Ďalej bez nej');
    await staff.until(({ room }) => partOf(room?.activity, 'brainstorm')?.cardCount === 2);
    expect(own.roomCount).toBe(seen);
    expect((await given.room()).room.participantCount).toBe(1);
    expect(partOf((await given.report()).activities[0], 'brainstorm')!.noteCount).toBe(2);
  });

  test('does not come in again with the code: not on her device, nor under her account elsewhere', async () => {
    const given = await givenSession(api);
    const code = await given.code();
    const [phone, other] = await given.joinAll(2);
    const refused = async (who: Pick<Someone, 'agent'>) => {
      for (const request of [lookUp(code, undefined, who), join(code, { nickname: 'Niekto iný' }, { who })]) {
        expect((await request.expect(403)).body).toMatchObject({ code: 'session/removed' });
      }
    };
    await command(given.facilitator, 'post', `/participants/${phone!.participantId}/remove`, {});
    await refused(phone!);
    expect(await participants(given)).toHaveLength(2);
    // another session is another door
    await join(await (await givenSession(api)).code(), {}, { who: phone! }).expect(201);
    await refused(phone!);
    expect((await given.room(other)).me?.participantId).toBe(other!.participantId);

    const person = await api.person();
    const { body }: { body: Joined } = await join(code, {}, { who: person }).expect(201);
    await command(given.facilitator, 'post', `/participants/${body.participantId}/remove`, {});
    await refused(await api.device({ personId: person.personId! }));
  });

  test('may only be asked by who runs the session', async () => {
    const given = await givenSession(api);
    const [one, other] = await given.joinAll(2);
    for (const [who, status] of [[api.stranger(), 404], [other!, 403], [await given.staff('table-host'), 403], [(await givenSession(api)).facilitator, 404]] as const) {
      await ask(who, 'post', `/participants/${one!.participantId}/remove`, {}).expect(status);
    }
    await ask(given.facilitator, 'post', `/participants/${randomUUID()}/remove`, {}).expect(404);
    expect((await given.room(one)).me?.participantId).toBe(one!.participantId);
  });
});

test('whoever was asked to leave by mistake comes back as who she was', async () => {
  const given = await givenSession(api);
  const phone = await given.join({ nickname: 'Jana' });
  const activityId = await given.started(brainstorm());
  await compose(phone, activityId, 'Moje slová');
  await command(given.facilitator, 'post', `/participants/${phone.participantId}/remove`, {});
  expect((await ask(phone, 'get', `/activities/${activityId}/cards`)).status).toBe(404);
  expect((await ask(phone, 'post', `/participants/${phone.participantId}/let-in`, {})).status).toBe(404);
  expect((await ask(await given.staff('scribe'), 'post', `/participants/${phone.participantId}/let-in`, {})).status).toBe(403);
  expect((await ask(await api.person(), 'post', `/participants/${phone.participantId}/let-in`, {})).status).toBe(404);
  await command(given.facilitator, 'post', `/participants/${phone.participantId}/let-in`, {});
  expect((await command<{ text: string }[]>(phone, 'get', `/activities/${activityId}/cards`)).map(({ text }) => text)).toEqual(['Moje slová']);
  expect((await given.room()).staff!.participants).toMatchObject([{ id: phone.participantId, removed: false }]);
});
