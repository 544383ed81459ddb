import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { SocketSeats, type Seated } from '../http/seats.ts';
import { givenApi, type TestApi } from '../testing/given-api.ts';
import { cookiesOf, givenAccount, PASSWORD, signInCookie, type Account } from './given-account.ts';
import { IdentityService } from './identity.service.ts';
import { SignIns } from './sign-ins.service.ts';

let api: TestApi;
beforeAll(async () => {
  api = await givenApi();
});
afterAll(() => api?.stop());

const signIn = (account: Account, { password = PASSWORD, cookie = '' } = {}) => {
  const post = request(api.url).post('/api/sign-ins').set('Origin', api.url);
  if (cookie) post.set('Cookie', cookie);
  return post.send({ email: account.email, password });
};
const me = (cookie: string) => request(api.url).get('/api/me').set('Cookie', cookie);
const forgetFailures = () => api.database.query('delete from failed_attempt');
/** Lets a device's clock run: its sign-in began, or was seen last, so long ago. */
const backdate = (personId: string, column: 'started_at' | 'last_seen_at', interval: string) =>
  api.database.query(`update sign_in set ${column} = now() - $2::interval where person_id = $1`, [personId, interval]);

describe('signing in', () => {
  it('answers with who one is, and the cookie is who one is from then on', async () => {
    const olga = await givenAccount(api);
    const answer = await signIn(olga).expect(201);
    expect(answer.body).toEqual({ person: { id: olga.id, name: 'Oľga Skúšobná', email: olga.email, language: 'sk' }, roles: [], participants: [] });
    expect((await me(signInCookie(answer)).expect(200)).body).toEqual(answer.body);
  });

  it('takes the e-mail in any case and with a stray space', async () => {
    const olga = await givenAccount(api);
    await request(api.url).post('/api/sign-ins').set('Origin', api.url).send({ email: ` ${olga.email.toUpperCase()}`, password: PASSWORD }).expect(201);
  });

  it('SEC-08: sets one opaque cookie that scripts and other sites do not get', async () => {
    const olga = await givenAccount(api);
    const answer = await signIn(olga);
    expect(cookiesOf(answer)).toHaveLength(1);
    const [cookie = ''] = cookiesOf(answer);
    expect(cookie).toMatch(/^spolu=s%3A[\w-]{32}\.[^;]+; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
    expect(JSON.stringify(answer.body)).not.toContain(cookie.slice(10, 42));
  });

  it('SEC-08: a cookie whose signature does not fit is nobody', async () => {
    const olga = await givenAccount(api);
    const cookie = signInCookie(await signIn(olga));
    const forged = `${cookie.slice(0, -6)}AAAAAA`;
    expect((await me(forged)).body).toMatchObject({ person: null });
  });

  it('a stranger gets no cookie for looking around', async () => {
    const answer = await request(api.url).get('/api/me').expect(200);
    expect(answer.body).toEqual({ person: null, roles: [], participants: [] });
    expect(cookiesOf(answer)).toEqual([]);
  });
});

describe('SEC-09: a new sign-in at each change of who one is', () => {
  it('the cookie from before signing in is dead afterwards, and its participants came along', async () => {
    const phone = { id: randomUUID(), sessionId: randomUUID() };
    const guest = await api.device({ participants: [phone] });
    const olga = await givenAccount(api);
    const answer = await signIn(olga, { cookie: guest.cookie }).expect(201);
    expect(answer.body).toMatchObject({ person: { id: olga.id }, participants: [phone] });
    expect(signInCookie(answer)).not.toBe(guest.cookie);
    expect((await me(guest.cookie)).body).toEqual({ person: null, roles: [], participants: [] });
  });

  it('a planted cookie is not the victim after she signs in', async () => {
    const attacker = await api.device({ participants: [{ id: randomUUID(), sessionId: randomUUID() }] });
    const victim = await givenAccount(api);
    await signIn(victim, { cookie: attacker.cookie }).expect(201);
    expect((await me(attacker.cookie)).body).toMatchObject({ person: null });
  });

  it('whoever signs in after somebody else on one device does not inherit her participants', async () => {
    const olga = await givenAccount(api);
    const first = await api.device({ personId: olga.id, participants: [{ id: randomUUID(), sessionId: randomUUID() }] });
    const answer = await signIn(await givenAccount(api), { cookie: first.cookie }).expect(201);
    expect(answer.body).toMatchObject({ participants: [] });
  });

  it('an id that the device made up is never taken', async () => {
    const olga = await givenAccount(api);
    const answer = await signIn(olga, { cookie: 'spolu=s%3Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.bbbb' });
    expect(signInCookie(answer)).not.toContain('aaaaaaaa');
  });
});

describe('SEC-10: how long a sign-in lasts', () => {
  const lead = { scope: 'process', scopeId: randomUUID(), role: 'lead' } as const;
  const isSignedIn = async (cookie: string) => ((await me(cookie)).body as { person: object | null }).person !== null;

  it('staff: half an hour without a sign of life, twelve hours in all', async () => {
    const jana = await api.person({ roles: [lead] });
    await backdate(jana.personId!, 'last_seen_at', '29 minutes');
    expect(await isSignedIn(jana.cookie)).toBe(true);
    await backdate(jana.personId!, 'last_seen_at', '31 minutes');
    expect(await isSignedIn(jana.cookie)).toBe(false);

    const petra = await api.person({ roles: [lead] });
    await backdate(petra.personId!, 'started_at', '11 hours 59 minutes');
    expect(await isSignedIn(petra.cookie)).toBe(true);
    await backdate(petra.personId!, 'started_at', '12 hours');
    expect(await isSignedIn(petra.cookie)).toBe(false);
  });

  it('a person without a role, and a phone: twelve hours and thirty days', async () => {
    const resident = await api.person();
    await backdate(resident.personId!, 'last_seen_at', '11 hours 59 minutes');
    expect(await isSignedIn(resident.cookie)).toBe(true);
    await backdate(resident.personId!, 'started_at', '30 days');
    expect(await isSignedIn(resident.cookie)).toBe(false);

    const phone = { id: randomUUID(), sessionId: randomUUID() };
    const guest = await api.device({ participants: [phone] });
    await api.database.query(`update sign_in set last_seen_at = now() - interval '12 hours' where sid = (select sid from sign_in_participant where participant_id = $1)`, [phone.id]);
    expect((await me(guest.cookie)).body).toMatchObject({ participants: [] });
  });

  it('when the person is signed out by time the phone in her hand stays in the room, and no sign of life wakes the person', async () => {
    const jana = await api.person({ roles: [lead] });
    const phone = { id: randomUUID(), sessionId: randomUUID() };
    const device = await api.device({ personId: jana.personId!, participants: [phone] });
    await backdate(jana.personId!, 'last_seen_at', '31 minutes');
    for (const _ of ['once', 'again']) expect((await me(device.cookie)).body).toEqual({ person: null, roles: [], participants: [phone] });
  });

  it('an open room is a sign of life: nobody is signed out of a running workshop', async () => {
    const jana = await api.person({ roles: [lead] });
    await backdate(jana.personId!, 'last_seen_at', '29 minutes');
    const [row] = await api.database.query<{ sid: string }[]>('select sid from sign_in where person_id = $1', [jana.personId]);
    const leave = api.app.get(SocketSeats).sit({ signInId: row!.sid, close: () => undefined });
    await api.app.get(SignIns, { strict: false }).attend();
    leave();
    const [seen] = await api.database.query<{ idle: number }[]>('select extract(epoch from now() - last_seen_at)::int as idle from sign_in where sid = $1', [row!.sid]);
    expect(seen!.idle).toBeLessThan(5);
  });

  it('a sign-in whose time is over is listed no more, and forgotten when even a guest would be gone', async () => {
    const jana = await api.person({ roles: [lead] });
    await backdate(jana.personId!, 'last_seen_at', '31 minutes');
    const here = await api.device({ personId: jana.personId! });
    expect((await here.agent.get('/api/sign-ins').expect(200)).body.items).toMatchObject([{ current: true }]);
    const count = async () => (await api.database.query<object[]>('select 1 from sign_in where person_id = $1', [jana.personId])).length;
    await api.app.get(SignIns, { strict: false }).forget();
    expect(await count()).toBe(2);
    await backdate(jana.personId!, 'last_seen_at', '12 hours 1 second');
    await api.app.get(SignIns, { strict: false }).forget();
    expect(await count()).toBe(0);
  });

  it('an open socket whose twelve hours are over is closed', async () => {
    const jana = await api.person({ roles: [lead] });
    await backdate(jana.personId!, 'started_at', '12 hours');
    const [row] = await api.database.query<{ sid: string }[]>('select sid from sign_in where person_id = $1', [jana.personId]);
    let closed = 0;
    const leave = api.app.get(SocketSeats).sit({ signInId: row!.sid, close: () => closed++ });
    await api.app.get(SignIns, { strict: false }).attend();
    leave();
    expect(closed).toBe(1);
  });
});

describe('SEC-10: signing out', () => {
  it('ends the sign-in at the server and its sockets: the old cookie answers 401', async () => {
    const olga = await givenAccount(api);
    const cookie = signInCookie(await signIn(olga));
    const [row] = await api.database.query<{ sid: string }[]>('select sid from sign_in where person_id = $1', [olga.id]);
    let closed = 0;
    api.app.get(SocketSeats).sit({ signInId: row!.sid, close: () => closed++ });
    const answer = await request(api.url).delete('/api/sign-ins/current').set('Origin', api.url).set('Cookie', cookie).expect(204);
    expect(signInCookie(answer)).toBe('spolu=');
    expect(closed).toBe(1);
    await request(api.url).get('/api/sign-ins').set('Cookie', cookie).expect(401);
  });

  it('one sees one’s own sign-ins and ends one elsewhere', async () => {
    const olga = await givenAccount(api);
    const here = signInCookie(await signIn(olga).set('User-Agent', 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'));
    const there = signInCookie(await signIn(olga));
    const list = await request(api.url).get('/api/sign-ins').set('Cookie', here).expect(200);
    const views = list.body.items as { id: string; current: boolean; device: string }[];
    expect(views).toHaveLength(2);
    expect(views.find(({ current }) => current)).toMatchObject({ device: 'Firefox · Linux' });
    expect(JSON.stringify(views)).not.toContain(decodeURIComponent(there).slice(8, 40));
    const other = views.find(({ current }) => !current)!;
    await request(api.url).delete(`/api/sign-ins/${other.id}`).set('Origin', api.url).set('Cookie', here).expect(204);
    expect((await me(there)).body).toMatchObject({ person: null });
    expect((await me(here)).body).toMatchObject({ person: { id: olga.id } });
  });

  it('nobody ends somebody else’s: a foreign sign-in answers like a missing one', async () => {
    const olga = await givenAccount(api);
    const jana = await api.person();
    await signIn(olga);
    const [row] = await api.database.query<{ id: string }[]>('select id from sign_in where person_id = $1', [olga.id]);
    const foreign = await jana.agent.delete(`/api/sign-ins/${row!.id}`).expect(404);
    const missing = await jana.agent.delete(`/api/sign-ins/${randomUUID()}`).expect(404);
    expect({ ...foreign.body, correlationId: '' }).toEqual({ ...missing.body, correlationId: '' });
    await api.stranger().agent.get('/api/sign-ins').expect(401);
    await api.stranger().agent.delete('/api/sign-ins/current').expect(401);
    await api.stranger().agent.delete(`/api/sign-ins/${row!.id}`).expect(401);
  });

  it('an administrator ends all of a person’s, nobody else does', async () => {
    const admin = await api.person({ roles: [{ scope: 'installation', scopeId: null, role: 'administrator' }] });
    const olga = await givenAccount(api);
    const cookie = signInCookie(await signIn(olga));
    await (await api.person()).agent.delete(`/api/people/${olga.id}/sign-ins`).expect(403);
    await api.stranger().agent.delete(`/api/people/${olga.id}/sign-ins`).expect(401);
    expect((await me(cookie)).body).toMatchObject({ person: { id: olga.id } });
    await admin.agent.delete(`/api/people/${olga.id}/sign-ins`).expect(204);
    expect((await me(cookie)).body).toMatchObject({ person: null });
    await admin.agent.delete(`/api/people/${randomUUID()}/sign-ins`).expect(404);
  });
});

describe('SEC-13: guessing', () => {
  it('answers alike for an unknown e-mail, a wrong password, an account without one, and somebody who left', async () => {
    await forgetFailures();
    const known = await givenAccount(api);
    const left = await givenAccount(api, { active: false });
    const invited = await api.person();
    const [{ email } = { email: '' }] = await api.database.query<{ email: string }[]>('select email from person where id = $1', [invited.personId]);
    const answers = [
      await signIn(known, { password: 'not this one, sorry' }),
      await signIn({ id: '', email: 'nobody@example.org' }, { password: 'not this one, sorry' }),
      await signIn(left),
      await signIn({ id: '', email }, { password: 'not this one, sorry' }),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(401);
      expect({ ...answer.body, correlationId: '' }).toEqual({ ...answers[0]!.body, correlationId: '' });
      expect(cookiesOf(answer)).toEqual([]);
    }
  });

  it('five failures close an account for a quarter of an hour, for the right password too; unknown e-mails alike', async () => {
    await forgetFailures();
    const olga = await givenAccount(api);
    for (const account of [olga, { id: '', email: 'nobody-at-all@example.org' }]) {
      for (let failure = 1; failure <= 5; failure++) {
        await signIn(account, { password: 'not this one, sorry' }).expect(401);
        // the growing delay has passed, the quarter of an hour has not
        await api.database.query(`update failed_attempt set last_at = last_at - interval '1 minute'`);
      }
      const closed = await signIn(account, { password: 'not this one, sorry' }).expect(429);
      expect(closed.body).toMatchObject({ code: 'too-many-requests' });
      expect(Number(closed.headers['retry-after'])).toBeGreaterThan(13 * 60);
    }
    await signIn(olga).expect(429);
    await api.database.query(`update failed_attempt set first_at = first_at - interval '15 minutes'`);
    await signIn(olga).expect(201);
  });

  it('the next attempt after two failures has to wait, and says how long', async () => {
    await forgetFailures();
    const olga = await givenAccount(api);
    await signIn(olga, { password: 'wrong' });
    await signIn(olga, { password: 'wrong' });
    const answer = await signIn(olga).expect(429);
    expect(answer.headers['retry-after']).toBe('2');
  });

  it('a hundred attempts at once are a hundred attempts', async () => {
    await forgetFailures();
    const olga = await givenAccount(api);
    const answers = await Promise.all(Array.from({ length: 40 }, () => signIn(olga, { password: 'wrong' })));
    expect(answers.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(2);
    expect(answers.every(({ status }) => status === 401 || status === 429)).toBe(true);
  });

  it('fifty failures close a network, whatever accounts were tried; those who sign in rightly do not count', async () => {
    await forgetFailures();
    const olga = await givenAccount(api);
    for (let i = 0; i < 3; i++) await signIn(olga).expect(201);
    const [before] = await api.database.query<{ count: number }[]>('select coalesce(max(failure_count), 0)::int as count from failed_attempt');
    expect(before!.count).toBe(0);
    await signIn({ id: '', email: 'first@example.org' }, { password: 'wrong' }).expect(401);
    await api.database.query(`update failed_attempt set failure_count = 50 where key = sha256('\\x6e6574776f726b00'::bytea || '127.0.0.1\\000'::bytea)`);
    await signIn({ id: '', email: 'another@example.org' }, { password: 'wrong' }).expect(429);
    await forgetFailures();
  });
});

describe('SEC-11: the own password', () => {
  it('is changed with the current one; other devices are signed out, this one stays', async () => {
    await forgetFailures();
    const olga = await givenAccount(api);
    const here = signInCookie(await signIn(olga));
    const there = signInCookie(await signIn(olga));
    const change = (body: object) => request(api.url).put('/api/me/password').set('Origin', api.url).set('Cookie', here).send(body);
    expect((await change({ current: 'wrong', password: 'zelená rieka tečie domov' }).expect(401)).body).toMatchObject({ code: 'wrong-credentials' });
    expect((await change({ current: PASSWORD, password: 'heslo1234567' }).expect(400)).body).toMatchObject({ code: 'identity/weak-password', facts: { reason: 'breached' } });
    expect((await change({ current: PASSWORD, password: 'Skúšobná-2026' }).expect(400)).body).toMatchObject({ code: 'identity/weak-password' });
    expect((await change({ current: PASSWORD, password: 'short' }).expect(400)).body).toMatchObject({ code: 'invalid-input', fields: [{ path: 'password', code: 'too-short', limit: 12 }] });
    await change({ current: PASSWORD, password: 'zelená rieka tečie domov' }).expect(204);
    expect((await me(there)).body).toMatchObject({ person: null });
    expect((await me(here)).body).toMatchObject({ person: { id: olga.id } });
    await signIn(olga).expect(401);
    await signIn(olga, { password: 'zelená rieka tečie domov' }).expect(201);
    const [row] = await api.database.query<{ hash: string }[]>('select password_hash as hash from person where id = $1', [olga.id]);
    expect(row!.hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('a stranger changes nothing', async () => {
    await api.stranger().agent.put('/api/me/password').send({ current: PASSWORD, password: PASSWORD }).expect(401);
    await api.stranger().agent.put('/api/me').send({ name: 'X', language: 'sk' }).expect(401);
  });

  it('one’s own name and language are one’s own', async () => {
    const jana = await api.person();
    await jana.agent.put('/api/me').send({ name: '  Jana Nová ', language: 'uk' }).expect(204);
    expect((await jana.agent.get('/api/me')).body).toMatchObject({ person: { name: 'Jana Nová', language: 'uk' } });
    expect((await jana.agent.put('/api/me').send({ name: 'Jana', language: 'uk', email: 'other@example.org' }).expect(400)).body).toMatchObject({
      fields: [{ path: 'email', code: 'unknown-field' }],
    });
  });
});

describe('SEC-07: taken away is gone at once', () => {
  it('a removed participant is nobody at the next request, on all her devices, and open sockets are told', async () => {
    const phone = { id: randomUUID(), sessionId: randomUUID() };
    const [first, second] = [await api.device({ participants: [phone] }), await api.device({ participants: [phone] })];
    const told: Seated[] = [];
    api.app.get(SocketSeats).onRefresh((who) => told.push(who));
    await api.app.get(IdentityService).removeParticipant(phone.id);
    for (const device of [first, second]) expect((await device.agent.get('/api/me')).body).toMatchObject({ participants: [] });
    expect(told).toContainEqual({ participantId: phone.id });
  });

  it('her device remembers it, also once she signs in there', async () => {
    const phone = { id: randomUUID(), sessionId: randomUUID() };
    const olga = await givenAccount(api);
    const device = await api.device({ participants: [phone] });
    await api.app.get(IdentityService).removeParticipant(phone.id);
    const viewerOf = (cookie: string) => api.app.get(IdentityService).viewerOf(/s%3A([\w-]+)\./.exec(cookie)![1]!);
    const removed = { participants: [], removedFrom: [phone.sessionId] };
    expect(await viewerOf(device.cookie)).toEqual({ person: null, roles: [], ...removed });
    const cookie = signInCookie(await signIn(olga, { cookie: device.cookie }).expect(201));
    expect(await viewerOf(cookie)).toMatchObject({ person: { id: olga.id }, ...removed });
  });
});
