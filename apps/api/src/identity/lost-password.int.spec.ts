import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { InvitationOffer, Me } from '@spolu/contracts/identity';
import pg from 'pg';
import { startEmbedded } from '../database/embedded.ts';
import { dataSource } from '../testing/databases.ts';
import { givenApi, type TestApi } from '../testing/given-api.ts';
import { givenAccount, PASSWORD, signInCookie, type Account } from './given-account.ts';
import { IdentityService } from './identity.service.ts';

const COMMAND = join(import.meta.dirname, '../../dist/admin-link.js');
const NEW_PASSWORD = 'štyri žaby na lekne';

interface Ran {
  code: number;
  out: string;
  err: string;
}
/** Runs the command as built, as somebody at the server does. */
const run = (args: string[], settings: Record<string, string>): Promise<Ran> =>
  new Promise((done) => {
    execFile(process.execPath, [COMMAND, ...args], { env: { PATH: process.env['PATH'], ...settings } }, (error, out, err) =>
      done({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, out, err }));
  });
const secretIn = ({ out }: Ran) => /\/invitation#([\w-]{43})$/m.exec(out)?.[1] ?? '';

describe('an administrator who lost her password', () => {
  let api: TestApi;
  let anna: Account;
  let dataDir: string;
  beforeAll(async () => {
    api = await givenApi();
    anna = await givenAccount(api, { name: 'Anna Správcová' });
    await api.database.transaction((em) => api.app.get(IdentityService).giveRole(em, { personId: anna.id, scope: 'installation', scopeId: null, role: 'administrator' }));
    dataDir = await mkdtemp(join(tmpdir(), 'spolupracovna-admin-link-'));
  });
  afterAll(async () => {
    await api?.stop();
    if (dataDir) await rm(dataDir, { recursive: true });
  });

  const adminLink = (...args: string[]) => run(args, { DATABASE_URL: api.config.databaseUrl!, DATA_DIR: dataDir, PORT: '3210' });
  const signIn = (email: string, password: string) => api.stranger().agent.post('/api/sign-ins').send({ email, password });
  const accept = (secret: string, password = NEW_PASSWORD) => api.stranger().agent.post('/api/invitation-acceptances').send({ secret, name: 'Anna Správcová', password });
  const lookUp = (secret: string) => api.stranger().agent.post('/api/invitation-lookups').send({ secret });

  it('refuses an unknown e-mail, somebody who is no administrator, one who left, and no e-mail at all, and changes nothing', async () => {
    const officer = await givenAccount(api);
    const left = await givenAccount(api, { active: false });
    await api.database.transaction((em) => api.app.get(IdentityService).giveRole(em, { personId: left.id, scope: 'installation', scopeId: null, role: 'administrator' }));
    for (const email of ['nobody@example.org', officer.email, left.email]) {
      expect(await adminLink('--email', email)).toEqual({ code: 1, out: '', err: `No active administrator has the e-mail ${email}.\n` });
    }
    for (const args of [[], ['--email', 'not an e-mail']]) expect(await adminLink(...args)).toMatchObject({ code: 1, out: '', err: expect.stringContaining('npm run admin:link') });
    await signIn(anna.email, PASSWORD).expect(201);
    await signIn(officer.email, PASSWORD).expect(201);
  });

  it('SEC-14: prints a link that lets her choose another one, once, and ends her old password and all her sign-ins', async () => {
    const before = signInCookie(await signIn(anna.email, PASSWORD).expect(201));
    const ran = await adminLink('--email', anna.email.toUpperCase());
    expect(ran).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/^http:\/\/localhost:3210\/invitation#/m) });
    const who = (await api.stranger().agent.get('/api/me').set('Cookie', before).expect(200)).body as Me;
    expect(who.person).toBeNull();
    await signIn(anna.email, PASSWORD).expect(401);

    const secret = secretIn(ran);
    const offer = (await lookUp(secret).expect(200)).body as InvitationOffer;
    expect(offer).toEqual({ email: anna.email, name: 'Anna Správcová', role: 'administrator', scopeTitle: null, invitedBy: null, hasAccount: false });
    await accept(secret, 'password1234').expect(400);
    const me = (await accept(secret).expect(201)).body as Me;
    expect(me).toMatchObject({ person: { id: anna.id }, roles: [{ scope: 'installation', role: 'administrator' }] });
    expect((await accept(secret).expect(404)).body).toMatchObject({ code: 'identity/link-invalid' });
    await signIn(anna.email, NEW_PASSWORD).expect(201);
    expect(await api.database.query(`select role from role where person_id = $1 and ended_at is null`, [anna.id])).toHaveLength(1);
  });

  it('SEC-14: the link is good for half an hour, and only the newest one', async () => {
    const [older, newer] = [secretIn(await adminLink('--email', anna.email)), secretIn(await adminLink('--email', anna.email))];
    expect((await lookUp(older).expect(404)).body).toMatchObject({ code: 'identity/link-invalid' });
    await lookUp(newer).expect(200);
    const [{ minutes }] = await api.database.query<[{ minutes: number }]>(
      `select extract(epoch from expires_at - invited_at)::int / 60 as minutes from invitation where person_id = $1 and withdrawn_at is null and accepted_at is null`, [anna.id]);
    expect(minutes).toBe(30);
    await api.database.query(`update invitation set expires_at = expires_at - interval '30 minutes' where person_id = $1`, [anna.id]);
    expect((await accept(newer).expect(404)).body).toMatchObject({ code: 'identity/link-invalid' });
    await accept(secretIn(await adminLink('--email', anna.email))).expect(201);
  });

  it('SEC-62: leaves entries of the system itself in the audit log, without the secret', async () => {
    const secret = secretIn(await adminLink('--email', anna.email));
    const entries = await api.database.query<{ action: string; person_id: string | null; facts: object }[]>(
      `select action, person_id, facts from audit_entry where action in ('password.forgotten', 'invitation.made') order by at desc, id desc limit 2`);
    expect(entries.map(({ action, person_id: by }) => [action, by])).toEqual([['invitation.made', null], ['password.forgotten', null]]);
    expect(JSON.stringify(entries)).not.toContain(secret);
    expect(JSON.stringify(await api.database.query('select i.* from invitation i'))).not.toContain(secret);
  });
});

describe('the embedded database', () => {
  let home: string;
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'spolupracovna-admin-link-'));
    await chmod(home, 0o755);
  });
  afterAll(() => rm(home, { recursive: true }));

  it('stays up where it ran, and is stopped again where it did not', async () => {
    const database = await startEmbedded(home);
    const source = await dataSource(database.url).initialize();
    await source.runMigrations({ transaction: 'each' });
    await source.query(`insert into person (id, name, email, language) values ('019ab000-0000-7000-8000-000000000001', 'Anna', 'anna@example.org', 'sk')`);
    await source.query(`insert into role (id, person_id, scope, role) values (gen_random_uuid(), '019ab000-0000-7000-8000-000000000001', 'installation', 'administrator')`);
    await source.destroy();

    const settings = { DATA_DIR: home };
    const beside = await run(['--email', 'anna@example.org'], settings);
    expect([beside.err, secretIn(beside)]).toEqual(['', expect.stringMatching(/^[\w-]{43}$/)]);
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.end();

    await database.stop();
    const alone = await run(['--email', 'anna@example.org'], settings);
    expect([alone.err, secretIn(alone)]).toEqual(['', expect.stringMatching(/^[\w-]{43}$/)]);
    const again = await startEmbedded(home);
    expect(again.isOurs).toBe(true);
    await again.stop();
  });
});
