import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { givenApi, type TestApi } from '../testing/given-api.ts';
import { PASSWORD } from './given-account.ts';
import { IdentityService } from './identity.service.ts';

const TOWN = {
  installationName: 'Mesto Príkladov', defaultLanguage: 'sk', timeZone: 'Europe/Bratislava', organisationName: 'Mestský úrad Príkladov',
  name: 'Anna Správcová', email: 'Anna@Example.org', password: PASSWORD,
};

describe('the first start without the demo', () => {
  let api: TestApi;
  let secret: string;
  beforeAll(async () => {
    api = await givenApi();
    secret = (await api.app.get(IdentityService).issueSetUpSecret())!;
  });
  afterAll(() => api?.stop());
  const setUp = (body: object) => api.stranger().agent.post('/api/set-up').send(body);

  it('says that it is not set up, and what a page needs before anybody signed in', async () => {
    expect((await api.stranger().agent.get('/api/installation').expect(200)).body).toEqual({
      name: 'Spolupracovňa', defaultLanguage: 'sk', timeZone: 'Europe/Bratislava', setUp: false, demo: false, secure: false, publicUrl: expect.stringMatching(/^http:\/\/[\d.]+:\d+$/),
    });
  });

  it('the demo’s doors are closed', async () => {
    expect((await api.stranger().agent.post('/api/demo-sign-ins').send({ role: 'administrator' }).expect(403)).body).toMatchObject({ code: 'demo-only' });
  });

  it('SEC-14: only the newest link works, and a wrong or expired one is told from nothing else', async () => {
    const older = secret;
    secret = (await api.app.get(IdentityService).issueSetUpSecret())!;
    expect(secret).toMatch(/^[\w-]{43}$/);
    for (const wrong of [older, 'A'.repeat(43)]) expect((await setUp({ ...TOWN, secret: wrong }).expect(404)).body).toMatchObject({ code: 'identity/link-invalid' });
    await api.database.query(`update set_up_link set expires_at = expires_at - interval '24 hours'`);
    expect((await setUp({ ...TOWN, secret }).expect(404)).body).toMatchObject({ code: 'identity/link-invalid' });
    await api.database.query(`update set_up_link set expires_at = expires_at + interval '24 hours'`);
  });

  it('SEC-14: the link is stored only as a hash', async () => {
    const [row] = await api.database.query<{ hash: Buffer }[]>('select secret_hash as hash from set_up_link');
    expect(row!.hash).toHaveLength(32);
    expect(row!.hash.toString('latin1')).not.toContain(secret);
  });

  it('refuses what it can’t use field by field, and the link stays good', async () => {
    expect((await setUp({ ...TOWN, secret, timeZone: 'Europe/Atlantis' }).expect(400)).body).toMatchObject({ fields: [{ path: 'timeZone', code: 'not-allowed' }] });
    expect((await setUp({ ...TOWN, secret, password: 'Príkladov2026' }).expect(400)).body).toMatchObject({ code: 'identity/weak-password', facts: { reason: 'common-words' } });
    expect((await setUp({ ...TOWN, secret, role: 'administrator' }).expect(400)).body).toMatchObject({ fields: [{ path: 'role', code: 'unknown-field' }] });
  });

  it('makes the town, its organisation and its first administrator once, who is signed in', async () => {
    const [first, second] = await Promise.all([setUp({ ...TOWN, secret }), setUp({ ...TOWN, secret })]);
    expect([first.status, second.status].sort()).toEqual([201, 404]);
    const answer = first.status === 201 ? first : second;
    expect(answer.body).toMatchObject({
      person: { name: 'Anna Správcová', email: 'anna@example.org' }, roles: [{ scope: 'installation', scopeId: null, role: 'administrator' }],
    });
    expect((await api.stranger().agent.get('/api/installation')).body).toMatchObject({ name: 'Mesto Príkladov', setUp: true });
    expect((await api.stranger().agent.get('/api/organisations')).body.items).toMatchObject([{ name: 'Mestský úrad Príkladov', sector: 'public' }]);
    expect(await api.app.get(IdentityService).issueSetUpSecret()).toBeNull();
    expect((await setUp({ ...TOWN, secret }).expect(404)).body).toMatchObject({ code: 'identity/link-invalid' });
  });
});

describe('the demo', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await givenApi({ demo: true });
  });
  afterAll(() => api?.stop());

  it('lets in with one click whoever holds the role, and issues no set-up link', async () => {
    const identity = api.app.get(IdentityService);
    expect(await identity.issueSetUpSecret()).toBeNull();
    const personId = newId();
    await api.database.transaction(async (em) => {
      await identity.addPerson(em, { id: personId, name: 'Soňa Tajomníčková', email: null, language: 'sk' });
      await identity.giveRole(em, { personId, scope: 'body', scopeId: newId(), role: 'secretary' });
    });
    const answer = await api.stranger().agent.post('/api/demo-sign-ins').send({ role: 'secretary' }).expect(201);
    expect(answer.body).toMatchObject({ person: { id: personId } });
    await api.stranger().agent.post('/api/demo-sign-ins').send({ role: 'officer' }).expect(404);
    await api.stranger().agent.post('/api/demo-sign-ins').send({ role: 'mayor' }).expect(400);
  });
});
