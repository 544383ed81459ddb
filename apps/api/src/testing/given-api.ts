import { createHmac, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { RoleName, RoleScope } from '@spolu/contracts/roles';
import request from 'supertest';
import type TestAgent from 'supertest/lib/agent.js';
import { DataSource } from 'typeorm';
import { createApp } from '../app.ts';
import type { Config } from '../config/config.ts';
import { cookieName } from '../http/sign-in.ts';
import { givenDatabase } from './databases.ts';
import { queriesInParallel } from './queries-in-parallel.ts';

const SECRET = 'a secret for tests only, thirty-two signs long';

export interface Someone {
  personId: string | null;
  participants: { id: string; sessionId: string }[];
  /** The cookie of the sign-in, for sockets: `io(api.url, { extraHeaders: { cookie, origin: api.url } })`. */
  cookie: string;
  agent: TestAgent;
}

export interface TestApi {
  app: NestExpressApplication;
  url: string;
  config: Config;
  database: DataSource;
  /** A signed-in person with roles, made directly in the tables. */
  person(options?: { name?: string; roles?: { scope: RoleScope; scopeId: string | null; role: RoleName; untilOn?: string }[] }): Promise<Someone>;
  /** A device's sign-in of a person, of participants, or both. */
  device(facts: { personId?: string; participants?: { id: string; sessionId: string }[] }): Promise<Someone>;
  /** A device that is nobody. */
  stranger(): Someone;
  /** Fails where somebody sent a query while another was under way on the same connection. */
  stop(): Promise<void>;
}

/**
 * The whole application on a free port with its own database and, unless another is named, its own folder for files. Agents send our own Origin; a command needs `.set('Idempotency-Key', randomUUID())`.
 */
export async function givenApi(overrides: Partial<Config> = {}): Promise<TestApi> {
  const test = await givenDatabase();
  const ownDir = overrides.dataDir === undefined ? await mkdtemp(join(tmpdir(), 'spolupracovna-tests-')) : null;
  const config: Config = {
    port: 0, host: '127.0.0.1', dataDir: ownDir ?? '', databaseUrl: test.url, databasePool: 10, redisUrl: undefined, publicUrl: undefined, secure: false,
    signInSecret: SECRET, formerSignInSecrets: [], trustProxy: 0, metricsToken: undefined, smtpUrl: undefined, mailFrom: undefined, logLevel: process.env['TEST_LOG_LEVEL'] ?? 'silent', demo: false, production: false,
    ...overrides,
  };
  const app = await createApp(config);
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as { port: number };
  const url = `http://127.0.0.1:${port}`;
  const database = app.get(DataSource);

  const agentWith = (cookie: string): TestAgent => {
    const agent = request.agent(url).set('Origin', config.publicUrl?.origin ?? url);
    if (cookie) agent.set('Cookie', cookie);
    return agent;
  };

  async function device({ personId, participants = [] }: { personId?: string; participants?: { id: string; sessionId: string }[] }): Promise<Someone> {
    const sid = randomBytes(24).toString('base64url');
    const sess = {
      cookie: { originalMaxAge: 3_600_000, expires: new Date(Date.now() + 3_600_000).toISOString(), httpOnly: true, path: '/', sameSite: 'lax' },
      startedAt: new Date().toISOString(),
    };
    await database.query(`insert into sign_in (sid, sess, expire, person_id, device) values ($1, $2, now() + interval '1 hour', $3, 'test')`, [
      sid, JSON.stringify(sess), personId ?? null,
    ]);
    for (const { id, sessionId } of participants) {
      await database.query(`insert into sign_in_participant (sid, participant_id, session_id) values ($1, $2, $3)`, [sid, id, sessionId]);
    }
    const signature = createHmac('sha256', config.signInSecret).update(sid).digest('base64').replace(/=+$/, '');
    const cookie = `${cookieName(config)}=${encodeURIComponent(`s:${sid}.${signature}`)}`;
    return { personId: personId ?? null, participants, cookie, agent: agentWith(cookie) };
  }

  return {
    app, url, config, database, device,
    person: async ({ name = 'Jana Skúšobná', roles = [] } = {}) => {
      const email = `${randomBytes(6).toString('hex')}@example.org`;
      const [row] = await database.query<{ id: string }[]>(
        `insert into person (id, name, email, language) values (gen_random_uuid(), $1, $2, 'sk') returning id`, [name, email],
      );
      const personId = row!.id;
      for (const { scope, scopeId, role, untilOn = null } of roles) {
        await database.query(`insert into role (id, person_id, scope, scope_id, role, until_on) values (gen_random_uuid(), $1, $2, $3, $4, $5)`, [personId, scope, scopeId, role, untilOn]);
      }
      return device({ personId });
    },
    stranger: () => ({ personId: null, participants: [], cookie: '', agent: agentWith('') }),
    stop: async () => {
      await app.close();
      await test.drop();
      if (ownDir) await rm(ownDir, { recursive: true });
      const parallel = queriesInParallel();
      if (parallel.length > 0) throw new Error(`queries that did not wait for each other on one connection:\n${parallel.join('\n')}`);
    },
  };
}
