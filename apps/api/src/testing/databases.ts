import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { startEmbedded } from '../database/embedded.ts';
import { ENTITIES } from '../database/entities.ts';
import { MIGRATIONS } from '../database/migrations.ts';
import { SnakeNaming } from '../database/naming.ts';

export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

/** Where the server of this checkout's tests keeps its files (tools/test.mjs stops it); `TEST_DATABASE_URL` names another server instead. */
const CHECKOUT = createHash('sha256').update(resolve(import.meta.dirname, '../../../..')).digest('hex').slice(0, 8);
const HOME = join(tmpdir(), `spolupracovna-tests-${userInfo().uid}-${CHECKOUT}`);
/** Settings that only a database which may be lost can have. */
const FAST = ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off', '-c', 'max_connections=400'];

/**
 * A database of its own for a test file, copied from a template that holds the migrations. The server is started by whoever comes first and is
 * left running for the next run; an advisory lock keeps two files from making the template at once.
 */
export async function givenDatabase(): Promise<TestDatabase> {
  const server = await serverUrl();
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  const template = `template_${fingerprint()}`;
  const name = `test_${process.pid}_${randomBytes(5).toString('hex')}`;
  try {
    await admin.query('select pg_advisory_lock(7231)');
    const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [template]);
    if (rowCount === 0) await makeTemplate(admin, server, template);
    await admin.query(`create database ${name} template ${template}`);
  } finally {
    await admin.query('select pg_advisory_unlock(7231)');
    await admin.end();
  }
  return {
    url: withName(server, name),
    drop: () => inServer(server, `drop database if exists ${name} with (force)`),
  };
}

/** Databases of the releases so far with the demo city in them, made by tools/dump-release.mjs. */
const RELEASES_FOLDER = join(import.meta.dirname, '../database/releases');
export const RELEASES = readdirSync(RELEASES_FOLDER).filter((file) => file.endsWith('.sql.gz'));

/** A database of its own as a release left it; its migrations since have not run. */
export async function givenRelease(file: string): Promise<TestDatabase> {
  const server = await serverUrl();
  const name = `test_${process.pid}_${randomBytes(5).toString('hex')}`;
  await inServer(server, `create database ${name}`);
  const url = withName(server, name);
  await inServer(url, gunzipSync(readFileSync(join(RELEASES_FOLDER, file))).toString('utf8'));
  return { url, drop: () => inServer(server, `drop database if exists ${name} with (force)`) };
}

async function inServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement);
  await client.end();
}

const withName = (url: string, name: string) => Object.assign(new URL(url), { pathname: `/${name}` }).toString();

async function serverUrl(): Promise<string> {
  const outside = process.env['TEST_DATABASE_URL'];
  if (outside) return outside;
  mkdirSync(HOME, { recursive: true });
  chmodSync(HOME, 0o755);
  return alone(join(HOME, 'starting'), async () => (await startEmbedded(HOME, FAST)).url);
}

/** Test files run in processes of their own; only one may start the server. A lock left by a killed run is taken after a minute. */
async function alone<T>(lock: string, work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch {
      if (Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0) > 60_000) rmSync(lock, { force: true });
      await pause(50);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** Changes whenever a migration does, so that no file is given yesterday's tables. */
function fingerprint(): string {
  let sum = 0;
  for (const migration of MIGRATIONS) for (const char of `${migration.name}${migration.toString()}`) sum = (Math.imul(sum, 31) + char.charCodeAt(0)) | 0;
  return (sum >>> 0).toString(36);
}

async function makeTemplate(admin: pg.Client, server: string, template: string): Promise<void> {
  const making = `${template}_making`;
  await admin.query(`drop database if exists ${making} with (force)`);
  await admin.query(`create database ${making}`);
  const source = await dataSource(withName(server, making)).initialize();
  await source.runMigrations({ transaction: 'each' });
  await source.destroy();
  await admin.query(`alter database ${making} rename to ${template}`);
}

/** A data source as the application has it. */
export const dataSource = (url: string) =>
  new DataSource({
    type: 'postgres', url, entities: ENTITIES, migrations: MIGRATIONS, namingStrategy: new SnakeNaming(), uuidExtension: 'pgcrypto', installExtensions: false,
  });
