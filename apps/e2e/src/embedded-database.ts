import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { eventually } from './eventually.ts';

const SIGNAL = { fast: 'SIGINT', immediate: 'SIGQUIT' } as const;

/** The PostgreSQL beside a running server, taken away and given back as an administrator would: `pg_ctl stop -m fast`, `-m immediate`, `start`. */
export class EmbeddedDatabase {
  private readonly folder: string;
  private started: number | undefined;

  /** @param printed what the server printed at its start, the folder of the data among it */
  constructor(printed: string) {
    this.folder = /^Data: (\S+)$/m.exec(printed)![1]!;
  }

  /** Ended: politely, its connections told of it, or at once, as if it had crashed. */
  async stop(mode: keyof typeof SIGNAL): Promise<void> {
    const pid = this.pid();
    process.kill(pid, SIGNAL[mode]);
    await eventually(() => {
      if (isAlive(pid)) throw new Error('the database has not ended yet');
    });
  }

  /** Started as it was before, on the same port, by the account that owns its data. */
  start(): void {
    const [program, ...args] = readFileSync(join(this.folder, 'postmaster.opts'), 'utf8').trim().split(' ');
    const { uid, gid } = statSync(this.folder);
    const account = process.getuid?.() === 0 ? { uid, gid } : {};
    const server = spawn(program!, args.map((arg) => arg.replace(/^"|"$/g, '')), { ...account, cwd: this.folder, detached: true, stdio: 'ignore' });
    server.unref();
    this.started = server.pid;
  }

  /** One statement as its administrator gives it: for what no screen does, such as moving the clock of a vote. */
  async run(statement: string, values: unknown[]): Promise<void> {
    const [, , , port] = readFileSync(join(this.folder, 'postmaster.pid'), 'utf8').split('\n');
    const password = readFileSync(join(dirname(this.folder), 'password'), 'utf8').trim();
    const client = new pg.Client({ host: '127.0.0.1', port: Number(port), user: 'spolu', password, database: 'postgres' });
    await client.connect();
    try {
      await client.query(statement, values);
    } finally {
      await client.end();
    }
  }

  /** Ends what was started here, once the application is gone: it ends only the server that it started itself. */
  end(): void {
    if (this.started !== undefined && isAlive(this.started)) process.kill(this.started, SIGNAL.immediate);
  }

  /** Ended for good, where it still runs: it outlives a server that was killed, and the next one, which found it running, leaves it so. */
  async remove(): Promise<void> {
    const lock = join(this.folder, 'postmaster.pid');
    if (!existsSync(lock)) return;
    const pid = this.pid();
    if (!isAlive(pid)) return;
    process.kill(pid, SIGNAL.immediate);
    // It takes its lock away last.
    await eventually(() => {
      if (existsSync(lock)) throw new Error('the database has not ended yet');
    });
  }

  private pid(): number {
    return Number(readFileSync(join(this.folder, 'postmaster.pid'), 'utf8').split('\n')[0]);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
