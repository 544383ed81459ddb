import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * Leaves a program at `path`, asking Debian for its package if there is none.
 * @throws {Error} `missing`, when it still is not there
 */
export function ensureProgram(path, packageName, missing) {
  if (existsSync(path)) return;
  const apt = (...args) =>
    spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', '-qq', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  if (apt('update') && apt('install', '-y', '--no-install-recommends', packageName) && existsSync(path)) return;
  throw new Error(missing);
}
