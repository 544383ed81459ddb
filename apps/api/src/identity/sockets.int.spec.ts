import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { io, type Socket } from 'socket.io-client';
import { SocketSeats } from '../http/seats.ts';
import { SOCKET_PATH } from '../http/socket-adapter.ts';
import { givenApi, type Someone, type TestApi } from '../testing/given-api.ts';
import { givenAccount } from './given-account.ts';
import { IdentityService } from './identity.service.ts';

let api: TestApi;
let admin: Someone;
const sockets: Socket[] = [];
beforeAll(async () => {
  api = await givenApi();
  admin = await api.person({ roles: [{ scope: 'installation', scopeId: null, role: 'administrator' }] });
});
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.disconnect();
});
afterAll(() => api?.stop());

/** A device's socket, connected or refused. */
async function connect(cookie: string, origin: string = api.url): Promise<Socket> {
  const socket = io(api.url, { path: SOCKET_PATH, transports: ['websocket'], reconnection: false, forceNew: true, extraHeaders: { ...(cookie ? { cookie } : {}), origin } });
  sockets.push(socket);
  await new Promise<void>((connected, refused) => socket.once('connect', connected).once('connect_error', refused));
  return socket;
}
const ended = (socket: Socket) => new Promise<string>((done) => socket.once('disconnect', done));

describe('SEC-10: the end of a sign-in ends its sockets', () => {
  it('when its owner signs out', async () => {
    const jana = await api.person();
    const end = ended(await connect(jana.cookie));
    await jana.agent.delete('/api/sign-ins/current').expect(204);
    expect(await end).toBe('transport close');
    await expect(connect(jana.cookie)).rejects.toThrow();
  });

  it('when she ends it from another device, changes her password there, or an administrator ends it; the others stay', async () => {
    const olga = await givenAccount(api);
    const [here, there] = [await api.device({ personId: olga.id }), await api.device({ personId: olga.id })];
    const stays = await connect(here.cookie);
    const end = ended(await connect(there.cookie));
    const list = (await here.agent.get('/api/sign-ins').expect(200)).body.items as { id: string; current: boolean }[];
    await here.agent.delete(`/api/sign-ins/${list.find(({ current }) => !current)!.id}`).expect(204);
    await end;
    expect(stays.connected).toBe(true);
    const last = ended(stays);
    await admin.agent.delete(`/api/people/${olga.id}/sign-ins`).expect(204);
    await last;
  });

  it('when the person is deactivated', async () => {
    const jana = await api.person();
    const end = ended(await connect(jana.cookie));
    await admin.agent.put(`/api/people/${jana.personId}`).send({ name: 'Jana', language: 'sk', active: false }).expect(204);
    await end;
  });

  it('when she signs in anew: what held the old cookie is gone', async () => {
    const olga = await givenAccount(api);
    const guest = await api.device({ participants: [{ id: randomUUID(), sessionId: randomUUID() }] });
    const end = ended(await connect(guest.cookie));
    await guest.agent.post('/api/sign-ins').send({ email: olga.email, password: 'modrý vlak jazdí cez most' }).expect(201);
    await end;
  });
});

describe('SEC-07: rights that change are told to those who hold the sockets', () => {
  const told = () => new Promise<object>((done) => api.app.get(SocketSeats).onRefresh(done));

  it('a role given, a role ended, a participant removed', async () => {
    const jana = await api.person();
    const given = told();
    const made = await admin.agent.post('/api/roles').set('Idempotency-Key', randomUUID()).send({ personId: jana.personId, scope: 'installation', scopeId: null, role: 'administrator' }).expect(201);
    expect(await given).toEqual({ personId: jana.personId });
    const taken = told();
    await admin.agent.delete(`/api/roles/${(made.body as { id: string }).id}`).expect(204);
    expect(await taken).toEqual({ personId: jana.personId });
    const participantId = randomUUID();
    const removed = told();
    await api.app.get(IdentityService).removeParticipant(participantId);
    expect(await removed).toEqual({ participantId });
  });
});

describe('an open socket', () => {
  it('counts as a sign of life of its sign-in until it closes', async () => {
    const jana = await api.person();
    const socket = await connect(jana.cookie);
    const [row] = await api.database.query<{ sid: string }[]>('select sid from sign_in where person_id = $1', [jana.personId]);
    expect(api.app.get(SocketSeats).signInIds).toContain(row!.sid);
    socket.disconnect();
    while (api.app.get(SocketSeats).signInIds.includes(row!.sid)) await new Promise(setImmediate);
  });

  it('of a stranger, or from a foreign page, is none (SEC-28)', async () => {
    await expect(connect('')).rejects.toThrow();
    const jana = await api.person();
    await expect(connect(jana.cookie, 'https://evil.example')).rejects.toThrow();
  });
});
