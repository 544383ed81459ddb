import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestApi } from './given-api.ts';

/** Only a process of its own can be killed, or stopped, as the machine under it would do. */
const PROGRAM = resolve(import.meta.dirname, '../../dist/main.js');

export interface RunningServer {
  url: string;
  port: number;
  kill(): Promise<void>;
  /** As whoever runs it ends it: it stores everything first. */
  end(): Promise<void>;
  /** It stands still with all its connections open, as a machine that is being moved. */
  freeze(): void;
  thaw(): void;
}

export interface Servers {
  /** The built server on the database of `api`, on a free port or on that one; resolves once it is ready. `pool`: how many connections it has at most. */
  start(options?: { redisUrl?: string; databaseUrl?: string; port?: number; pool?: number }): Promise<RunningServer>;
  /** Ends all that still run. */
  stop(): Promise<void>;
}

export function givenServers(api: Pick<TestApi, 'config'>): Servers {
  if (!existsSync(PROGRAM)) throw new Error(`This test runs the built server, and ${PROGRAM} is not there: run "npx nx build api" first.`);
  const dataDir = mkdtempSync(join(tmpdir(), 'spolupracovna-servers-'));
  const running = new Set<ChildProcess>();
  const end = (server: ChildProcess, signal: NodeJS.Signals): Promise<void> =>
    new Promise((gone) => {
      if (!running.has(server)) return gone();
      server.once('exit', () => gone());
      server.kill(signal);
    });
  return {
    start: ({ redisUrl, databaseUrl = api.config.databaseUrl, port = 0, pool = 10 } = {}) => {
      const server = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', PROGRAM], {
        env: {
          PATH: process.env['PATH'], PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataDir, DATABASE_URL: databaseUrl, DATABASE_POOL: String(pool),
          SIGN_IN_SECRET: api.config.signInSecret, LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'error', ...(redisUrl && { REDIS_URL: redisUrl }),
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      running.add(server);
      let said = '';
      return new Promise((ready, failed) => {
        server.stderr.on('data', (chunk: Buffer) => {
          said += chunk.toString();
        });
        server.stdout.on('data', (chunk: Buffer) => {
          if (process.env['TEST_LOG_LEVEL']) process.stderr.write(chunk);
          said += chunk.toString();
          const found = Number(/^Ready at .*:(\d+)$/m.exec(said)?.[1]);
          if (!found) return;
          said = '';
          ready({
            port: found, url: `http://127.0.0.1:${found}`, kill: () => end(server, 'SIGKILL'), end: () => end(server, 'SIGTERM'), freeze: () => void server.kill('SIGSTOP'), thaw: () => void server.kill('SIGCONT'),
          });
        });
        server.on('exit', () => {
          running.delete(server);
          failed(new Error(`The server ended before it was ready.\n${said}`));
        });
      });
    },
    stop: async () => {
      await Promise.all([...running].map((server) => end(server, 'SIGKILL')));
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

type Target = Pick<RunningServer, 'port'>;

/** What stands before several servers: each new connection goes to one of them; those that are open stay where they are. */
export class Balancer {
  #targets: Target[] = [];
  #next = 0;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  url = '';

  private constructor() {
    this.#server = createServer((socket) => this.#pass(socket));
  }

  static async before(...servers: Target[]): Promise<Balancer> {
    const balancer = new Balancer();
    balancer.to(...servers);
    await new Promise<void>((listening) => balancer.#server.listen(0, '127.0.0.1', () => listening()));
    balancer.url = `http://127.0.0.1:${(balancer.#server.address() as { port: number }).port}`;
    return balancer;
  }

  /** From now on connections go to these in turn. */
  to(...servers: Target[]): void {
    this.#targets = servers;
  }

  /** Nothing passes any more, as if the cable were pulled. */
  cut(): void {
    this.#targets = [];
    for (const socket of this.#sockets) socket.destroy();
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((closed) => this.#server.close(closed));
  }

  #pass(socket: Socket): void {
    const target = this.#targets[this.#next++ % this.#targets.length];
    if (!target) {
      socket.destroy();
      return;
    }
    const there = connect(target.port, '127.0.0.1');
    for (const [one, other] of [[socket, there], [there, socket]] as const) {
      this.#sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        this.#sockets.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  }
}
