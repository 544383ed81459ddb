import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';

const PROGRAM = process.env['REDIS_SERVER'] ?? '/usr/bin/redis-server';

export interface TestRedis {
  url: string;
  /** As a crash does; what it held is gone. */
  kill(): Promise<void>;
  /** On the same port again. */
  start(): Promise<void>;
}

/** A Redis of the test's own on a free port. It keeps nothing on any disk. */
export async function givenRedis(): Promise<TestRedis> {
  if (!existsSync(PROGRAM)) throw new Error(`This test needs Redis: install redis-server, or say in REDIS_SERVER where it is (looked for ${PROGRAM}).`);
  const port = await freePort();
  let running: ChildProcess | undefined;
  const redis: TestRedis = {
    url: `redis://127.0.0.1:${port}`,
    start: () =>
      new Promise((ready, failed) => {
        const server = spawn(PROGRAM, ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], { stdio: ['ignore', 'pipe', 'inherit'] });
        running = server;
        let said = '';
        server.stdout.on('data', (chunk: Buffer) => {
          said += chunk.toString();
          if (said.includes('Ready to accept connections')) ready();
        });
        server.on('exit', () => failed(new Error(`Redis ended before it was ready.\n${said}`)));
      }),
    kill: () =>
      new Promise((gone) => {
        if (!running || running.exitCode !== null || running.signalCode !== null) return gone();
        running.once('exit', () => gone());
        running.kill('SIGKILL');
      }),
  };
  await redis.start();
  return redis;
}

export function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer();
    server.on('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => found(port));
    });
  });
}
