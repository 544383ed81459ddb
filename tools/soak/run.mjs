/**
 * What must hold however long it goes on: damaged frames, chance and malice, killed servers, a database that goes away. The tests hold a small fixed
 * sample of each. `npm run soak`, `npm run soak -- --only killed --times 50`; the server must be built. What `convergence` found comes again, made smaller, with
 * `--only convergence --seed … --path …` as it printed them.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { printResult, row } from '../bench/table.mjs';
import { databaseGone, killed } from './outages.mjs';

const { values: flags } = parseArgs({ options: { only: { type: 'string' }, times: { type: 'string' }, seed: { type: 'string' }, path: { type: 'string' } } });
const API = join(import.meta.dirname, '../../apps/api');

/** A test file of the api with its full numbers. */
function test(file, name, environment) {
  return new Promise((resolve) => {
    const jest = join(import.meta.dirname, '../../node_modules/jest/bin/jest.js');
    const run = spawn(
      process.execPath, ['--disable-warning=ExperimentalWarning', '--experimental-vm-modules', jest, file, '--runInBand', '--testTimeout', String(2 * 3600_000), '-t', name],
      { cwd: API, stdio: 'inherit', env: { ...process.env, ...environment } },
    );
    run.on('exit', (code) => resolve(code === 0));
  });
}

const parts = {
  async frames() {
    const holds = await test('src/boards/boards-attacks', 'SEC-33', { SOAK_FRAMES: flags.times ?? '100000' });
    return [row(`${flags.times ?? 100_000} damaged frames: a control device misses nothing, the process lives`, holds ? 0 : 1, 'failures', '= 0', holds)];
  },
  async convergence() {
    const holds = await test('src/boards/board-hub.property', 'SEC-44', {
      SOAK_SEEDS: flags.times ?? '1000', ...(flags.path && { SOAK_SEED: flags.seed, SOAK_PATH: flags.path }),
    });
    return [row(`${flags.times ?? 1000} seeds of 20 devices, malice, breaks and kills: all hold the same board`, holds ? 0 : 1, 'failures', '= 0', holds)];
  },
  killed: () => killed(Number(flags.times ?? 50)),
  database: () => databaseGone(Number(flags.times ?? 5)),
};

const rows = [];
for (const name of flags.only?.split(',') ?? Object.keys(parts)) rows.push(...(await parts[name]()));
printResult('soak', rows);
process.exit(process.exitCode ?? 0);
