import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const ROOT = join(import.meta.dirname, '../../../..');
const SKIPPED = /^(node_modules|dist|test-output|\..+)$/;

/** Every page of the repository, for people who read before they run. */
function pagesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return SKIPPED.test(entry.name) ? [] : pagesIn(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });
}
const pages = pagesIn('.').map((path) => ({ path, words: readFileSync(join(ROOT, path), 'utf8') }));
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

describe('what the pages say', () => {
  test('every command of npm that they name exists, and every file that a command runs', () => {
    const named = pages.flatMap(({ path, words }) => [...words.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => ({ path, name: name! })));
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter(({ name }) => !(name in scripts))).toEqual([]);
    const run = Object.values(scripts).flatMap((script) => [...script.matchAll(/\bnode (\S+\.m?js)/g)].map(([, file]) => file!));
    expect(run.filter((file) => !existsSync(join(ROOT, file.replace('/dist/', '/src/').replace(/\.js$/, '.ts'))))).toEqual([]);
  });

  test('every link to a file leads somewhere', () => {
    const links = pages.flatMap(({ path, words }) => [...words.matchAll(/\]\((?![a-z]+:|#)([^)#\s]+)/g)].map(([, to]) => ({ path, to: to! })));
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter(({ path, to }) => !existsSync(join(ROOT, dirname(path), to)))).toEqual([]);
  });
});
