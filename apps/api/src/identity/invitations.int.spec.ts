import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { givenApi, type Someone, type TestApi } from '../testing/given-api.ts';
import { givenAccount, PASSWORD } from './given-account.ts';
import { IdentityService } from './identity.service.ts';

let api: TestApi;
let admin: Someone;
let officer: Someone;
let lead: Someone;
const organisationId = newId();
const otherOrganisationId = newId();
const processId = newId();

beforeAll(async () => {
  api = await givenApi();
  const identity = api.app.get(IdentityService);
  await api.database.transaction(async (em) => {
    await identity.addOrganisation(em, { id: organisationId, name: 'Mestský úrad', sector: 'public', parentId: null });
    await identity.addOrganisation(em, { id: otherOrganisationId, name: 'Univerzita', sector: 'academia', parentId: null });
    await identity.placeRoles(em, { scope: 'process', id: processId, title: 'Energia mesta', organisationIds: [organisationId] });
  });
  admin = await api.person({ name: 'Anna Správcová', roles: [{ scope: 'installation', scopeId: null, role: 'administrator' }] });
  officer = await api.person({ roles: [{ scope: 'organisation', scopeId: organisationId, role: 'officer' }] });
  lead = await api.person({ name: 'Lena Vedúca', roles: [{ scope: 'process', scopeId: processId, role: 'lead' }] });
});
afterAll(() => api?.stop());
beforeEach(() => api.database.query('delete from failed_attempt'));

const newEmail = () => `${randomBytes(6).toString('hex')}@example.org`;
const facilitator = (email: string) => ({ email, name: 'Filip Facilitátor', language: 'sk', scope: 'process', scopeId: processId, role: 'facilitator' });
const invite = async (by: Someone, body: object) => {
  const answer = await by.agent.post('/api/invitations').send(body).expect(201);
  const { id, url } = answer.body as { id: string; url: string };
  return { id, url, secret: url.split('#')[1]! };
};
const lookUp = (secret: string) => api.stranger().agent.post('/api/invitation-lookups').send({ secret });
const accept = (secret: string, password = PASSWORD, name = 'Filip Nový') => api.stranger().agent.post('/api/invitation-acceptances').send({ secret, name, password });

describe('an invitation', () => {
  it('is a link shown once; whoever takes it chooses a password and holds the role', async () => {
    const email = newEmail();
    const { url, secret } = await invite(lead, facilitator(email));
    expect(url).toMatch(/^http:\/\/[\d.]+:\d+\/invitation#[\w-]{43}$/);
    expect((await lookUp(secret).expect(200)).body).toEqual({
      email, name: 'Filip Facilitátor', role: 'facilitator', scopeTitle: 'Energia mesta', invitedBy: 'Lena Vedúca', hasAccount: false,
    });
    const answer = await accept(secret).expect(201);
    expect(answer.body).toMatchObject({ person: { name: 'Filip Nový', email }, roles: [{ scope: 'process', scopeId: processId, role: 'facilitator' }] });
    await api.stranger().agent.post('/api/sign-ins').send({ email, password: PASSWORD }).expect(201);
  });

  it('gives nothing until it is taken', async () => {
    const email = newEmail();
    await invite(lead, facilitator(email));
    const [row] = await api.database.query<{ count: number }[]>('select count(*)::int from role r join person p on p.id = r.person_id where p.email = $1', [email]);
    expect(row!.count).toBe(0);
  });

  it('waits for the consent of somebody with an account, who proves it with her password', async () => {
    const olga = await givenAccount(api);
    const { secret } = await invite(lead, facilitator(olga.email));
    expect((await lookUp(secret)).body).toMatchObject({ name: 'Oľga Skúšobná', hasAccount: true });
    expect((await accept(secret, 'not this one, sorry').expect(401)).body).toMatchObject({ code: 'wrong-credentials' });
    const answer = await accept(secret, PASSWORD, 'Another Name').expect(201);
    expect(answer.body).toMatchObject({ person: { id: olga.id, name: 'Oľga Skúšobná' }, roles: [{ role: 'facilitator' }] });
  });

  it('shows the inviter what she wrote, never what is known of the e-mail', async () => {
    const olga = await givenAccount(api);
    await invite(lead, facilitator(olga.email));
    const list = await lead.agent.get(`/api/invitations?scope=process&scopeId=${processId}`).expect(200);
    expect((list.body as { items: { email: string }[] }).items.find(({ email }) => email === olga.email)).toMatchObject({ name: 'Filip Facilitátor', state: 'open' });
    expect(JSON.stringify(list.body)).not.toContain('Oľga');
  });

  it('refuses a weak password, and the link stays good', async () => {
    const { secret } = await invite(lead, facilitator(newEmail()));
    expect((await accept(secret, 'heslo1234567').expect(400)).body).toMatchObject({ code: 'identity/weak-password' });
    expect((await accept(secret, 'short').expect(400)).body).toMatchObject({ fields: [{ path: 'password', code: 'too-short', limit: 12 }] });
    await accept(secret).expect(201);
  });
});

describe('SEC-14: an invitation’s link', () => {
  const invalid = async (secret: string) => {
    for (const answer of [await lookUp(secret).expect(404), await accept(secret).expect(404)]) {
      expect({ ...answer.body, correlationId: '' }).toEqual({
        type: 'urn:spolupracovna:problem:identity/link-invalid', title: 'identity/link-invalid', status: 404, code: 'identity/link-invalid', facts: {}, correlationId: '',
      });
    }
  };

  it('has 256 bits and is stored only as a hash', async () => {
    const { id, secret } = await invite(lead, facilitator(newEmail()));
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    const rows = await api.database.query<object[]>('select * from invitation where id = $1', [id]);
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  it('is good once, also for two who take it at the same moment', async () => {
    const { secret } = await invite(lead, facilitator(newEmail()));
    const answers = await Promise.all([accept(secret), accept(secret)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 404]);
    await invalid(secret);
  });

  it('ends after a day, and no other flow takes it then', async () => {
    const email = newEmail();
    const { id, secret } = await invite(lead, facilitator(email));
    await api.database.query(`update invitation set expires_at = expires_at - interval '24 hours' where id = $1`, [id]);
    await invalid(secret);
    await api.stranger().agent.post('/api/set-up').send({
      secret, installationName: 'X', defaultLanguage: 'sk', timeZone: 'UTC', organisationName: 'X', name: 'X', email, password: PASSWORD,
    }).expect(404);
    await api.stranger().agent.post('/api/sign-ins').send({ email, password: secret }).expect(401);
  });

  it('ends when it is withdrawn, when the inviter leaves, and when she may give the role no more', async () => {
    const withdrawn = await invite(lead, facilitator(newEmail()));
    await lead.agent.delete(`/api/invitations/${withdrawn.id}`).expect(204);
    await lead.agent.delete(`/api/invitations/${withdrawn.id}`).expect(204);
    await invalid(withdrawn.secret);

    const inviter = await api.person({ roles: [{ scope: 'process', scopeId: processId, role: 'lead' }] });
    const orphaned = await invite(inviter, facilitator(newEmail()));
    await api.database.query('update role set ended_at = now() where person_id = $1', [inviter.personId]);
    await invalid(orphaned.secret);

    const leaver = await api.person({ roles: [{ scope: 'process', scopeId: processId, role: 'lead' }] });
    const left = await invite(leaver, facilitator(newEmail()));
    await api.database.query('update person set active = false where id = $1', [leaver.personId]);
    await invalid(left.secret);
  });

  it('opens no account that holds more than the inviter could give', async () => {
    const email = newEmail();
    const secretary = await api.person();
    await api.database.query('update person set email = $2 where id = $1', [secretary.personId, email]);
    await api.database.query(`insert into role (id, person_id, scope, role) values (gen_random_uuid(), $1, 'installation', 'administrator')`, [secretary.personId]);
    const { secret } = await invite(lead, facilitator(email));
    await invalid(secret);
    const fromAdmin = await invite(admin, facilitator(email));
    await lookUp(fromAdmin.secret).expect(200);
  });

  it('of a missing shape is a bad request', async () => {
    await lookUp('short').expect(400);
    await lookUp("'; select pg_sleep(5); --".padEnd(43, 'x')).expect(400);
  });
});

describe('who may not invite', () => {
  it('strangers and people of another place learn nothing of it; those who belong but may not are refused', async () => {
    const outsider = await api.person({ roles: [{ scope: 'organisation', scopeId: otherOrganisationId, role: 'officer' }] });
    const helper = await api.person({ roles: [{ scope: 'process', scopeId: processId, role: 'facilitator' }] });
    const body = facilitator(newEmail());
    await api.stranger().agent.post('/api/invitations').send(body).expect(404);
    await outsider.agent.post('/api/invitations').send(body).expect(404);
    await outsider.agent.post('/api/invitations').send({ ...body, scopeId: randomUUID() }).expect(404);
    await helper.agent.post('/api/invitations').send(body).expect(403);
    await officer.agent.post('/api/invitations').send(body).expect(201);
    await lead.agent.post('/api/invitations').send({ ...body, scope: 'installation', scopeId: null, role: 'administrator' }).expect(404);

    await api.stranger().agent.get(`/api/invitations?scope=process&scopeId=${processId}`).expect(404);
    await outsider.agent.get(`/api/invitations?scope=process&scopeId=${processId}`).expect(404);
    await helper.agent.get(`/api/invitations?scope=process&scopeId=${processId}`).expect(403);

    const { id } = await invite(lead, facilitator(newEmail()));
    await api.stranger().agent.delete(`/api/invitations/${id}`).expect(404);
    await outsider.agent.delete(`/api/invitations/${id}`).expect(404);
    await helper.agent.delete(`/api/invitations/${id}`).expect(403);
  });

  it('leads into no role that is over', async () => {
    const { body } = await lead.agent.post('/api/invitations').send({ ...facilitator(newEmail()), untilOn: '2020-01-01' }).expect(400);
    expect(body.code).toBe('identity/role-over');
  });

  it('SEC-04: nothing but the fields of an invitation is taken', async () => {
    for (const extra of [{ invitedBy: randomUUID() }, { personId: randomUUID() }, { status: 'accepted' }, { expiresAt: '2099-01-01T00:00:00Z' }]) {
      await lead.agent.post('/api/invitations').send({ ...facilitator(newEmail()), ...extra }).expect(400);
    }
    await lead.agent.post('/api/invitations').send({ ...facilitator(newEmail()), role: 'secretary' }).expect(400);
    await lead.agent.post('/api/invitations').send({ ...facilitator(newEmail()), fromOn: '2026-05-01', untilOn: '2026-04-01' }).expect(400);
  });
});
