import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedDatabase } from './embedded-database.ts';

export interface RunningApp {
  url: string;
  /** What the server printed since it was started, and after it what the demo's first start printed. */
  output(): string;
  /** Ends the process at once, as a power cut does, and starts it again on the same port and data. */
  killAndRestart(): Promise<void>;
  /** The first half of it, and the second. */
  kill(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const MAIN = join(import.meta.dirname, '../../api/dist/main.js');

/**
 * Starts the built server as `npm start` does, on a free port with an empty data folder, or with a copy of the demo city as its first start left
 * it (`demo`). `settings` are what its environment says besides.
 */
export async function startApp({ demo = false, settings = {} }: { demo?: boolean; settings?: Record<string, string> } = {}): Promise<RunningApp> {
  const home = await mkdtemp(join(tmpdir(), 'spolupracovna-e2e-'));
  await chmod(home, 0o755);
  let server: ChildProcess;
  let printed = '';
  let printedAtFirst = '';
  if (demo) {
    const loaded = process.env['DEMO_LOADED']!;
    // Keeps the owner: the files of PostgreSQL belong to the account that runs it.
    execFileSync('cp', ['-a', join(loaded, 'data'), home]);
    printedAtFirst = await readFile(join(loaded, 'printed'), 'utf8');
  }

  async function start(port: string): Promise<string> {
    const started = spawn(process.execPath, [MAIN], {
      env: { ...process.env, PORT: port, HOST: '127.0.0.1', DATA_DIR: join(home, 'data'), DEMO: demo ? '1' : '0', LOG_LEVEL: 'error', NODE_ENV: 'development', ...settings },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    server = started;
    return new Promise((done, fail) => {
      started.once('exit', (code) => fail(new Error(`the server exited with ${code}\n${printed}`)));
      started.stdout.on('data', (chunk: Buffer) => {
        printed += chunk.toString();
        const found = /Ready at (\S+)/.exec(printed);
        if (found) done(found[1]!);
      });
    });
  }

  const ended = (child: ChildProcess) => new Promise((done) => (child.exitCode !== null || child.signalCode !== null ? done(null) : child.once('exit', done)));
  const url = (await start('0')).replace('localhost', '127.0.0.1');
  async function kill() {
    const gone = ended(server);
    server.kill('SIGKILL');
    await gone;
  }
  async function restart() {
    printed = '';
    await start(new URL(url).port);
  }
  return {
    url,
    output: () => printed + printedAtFirst,
    kill,
    restart,
    killAndRestart: async () => {
      await kill();
      await restart();
    },
    stop: async () => {
      const gone = ended(server);
      server.kill('SIGTERM');
      await gone;
      // What still writes can't be deleted.
      await new EmbeddedDatabase(printed).remove();
      await rm(home, { recursive: true, force: true });
    },
  };
}
