/**
 * Runs a check (`node tools/counted.mjs lint eslint .`) and leaves its verdict as one test in test-output/<name>/, where Nx caches it and
 * the closing line of the test run finds it.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [name, command, ...args] = process.argv.slice(2);
const { status } = spawnSync(command, args, { stdio: 'inherit' });
const folder = join(process.cwd(), 'test-output', name);
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'counts.json'), JSON.stringify({ passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 }));
process.exitCode = status ?? 1;
