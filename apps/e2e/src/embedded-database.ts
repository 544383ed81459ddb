import { spawn } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
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

  /** Ends what was started here, once the application is gone: it ends only the server that it started itself. */
  end(): void {
    if (this.started !== undefined && isAlive(this.started)) process.kill(this.started, SIGNAL.immediate);
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
