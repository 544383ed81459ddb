/**
 * Compares what the product counts with real data that is not part of it: `npm run check:data [folder]`, by default `../shared/data` beside the
 * checkout, or `SHARED_DATA`.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { checkVoting } from './voting.mjs';

const folder = resolve(process.argv[2] ?? process.env.SHARED_DATA ?? join(import.meta.dirname, '../../../shared/data'));
const checks = { voting: checkVoting };
let passed = 0;
let failed = 0;

function compare(name, actual, expected) {
  if (isDeepStrictEqual(actual, expected)) {
    passed += 1;
    return;
  }
  failed += 1;
  console.error(`✗ ${name}\n  counted  ${JSON.stringify(actual)}\n  expected ${JSON.stringify(expected)}`);
}

for (const [name, check] of Object.entries(checks)) {
  const data = join(folder, name);
  if (existsSync(data)) check(data, compare);
  else compare(`${data} is there`, false, true);
}
console.log(`${passed} comparisons hold, ${failed} do not`);
process.exitCode = failed > 0 ? 1 : 0;
