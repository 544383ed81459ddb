import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface RunningApp {
  url: string;
  /** What the server printed so far. */
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
 * Starts the built server as `npm start` does, on a free port with an empty data folder. `demo` loads the demo city; `settings` are what its
 * environment says besides.
 */
export async function startApp({ demo = false, settings = {} }: { demo?: boolean; settings?: Record<string, string> } = {}): Promise<RunningApp> {
  const home = await mkdtemp(join(tmpdir(), 'spolupracovna-e2e-'));
  await chmod(home, 0o755);
  let server: ChildProcess;
  let printed = '';

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
    output: () => printed,
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
      await rm(home, { recursive: true, force: true });
    },
  };
}
