import { ensureProgram } from './debian.mjs';

/** Leaves a Redis server at REDIS_SERVER or /usr/bin/redis-server, asking Debian for it if there is none. */
export function ensureRedis() {
  ensureProgram(
    process.env.REDIS_SERVER ?? '/usr/bin/redis-server',
    'redis-server',
    'The tests of several processes need Redis: install redis-server, or say where it is in REDIS_SERVER.',
  );
}
