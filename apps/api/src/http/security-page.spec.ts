import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const ROOT = join(import.meta.dirname, '../../../..');
const page = readFileSync(join(ROOT, 'docs/security.md'), 'utf8');
const rows = [...page.matchAll(/^\| (SEC-\d\d) [^|]*\|[^|]*\| ([^|]*) \|$/gm)].map(([, requirement, shownBy]) => ({
  requirement: requirement!,
  files: [...shownBy!.matchAll(/`([^`]+)`/g)].map(([, file]) => (/^(apps|libs)\//.test(file!) ? file! : join('apps/api/src', file!))),
}));

describe('docs/security.md', () => {
  it('names a test for each requirement it speaks of, once', () => {
    expect(rows.length).toBeGreaterThan(20);
    expect(new Set(rows.map(({ requirement }) => requirement)).size).toBe(rows.length);
    expect(rows.filter(({ files }) => files.length === 0)).toEqual([]);
  });

  it.each(rows)('$requirement is named in the tests that show it', ({ requirement, files }) => {
    for (const file of files) {
      expect(`${file}: ${existsSync(join(ROOT, file))}`).toBe(`${file}: true`);
      expect(`${file}: ${readFileSync(join(ROOT, file), 'utf8').includes(requirement)}`).toBe(`${file}: true`);
    }
  });
});
