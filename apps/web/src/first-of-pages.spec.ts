import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { FIRST_OF_PAGES } from './first-of-pages.ts';
import { routes } from './routes.tsx';

describe.each(FIRST_OF_PAGES)('$path', ({ path, page, reads }) => {
  test('is a page of the portal, by that very file', async () => {
    const route = routes.find((each) => each.path === path);
    expect(String(route?.page)).toContain(page.replace('src/', './'));
    expect(existsSync(join(import.meta.dirname, '..', page))).toBe(true);
  });

  test('asks early for nothing but what its address names', () => {
    const names = path.match(/:\w+/g) ?? [];
    for (const read of reads) expect(names).toEqual(expect.arrayContaining(read.match(/:\w+/g) ?? []));
  });
});

test('each document is written once', () => {
  const files = FIRST_OF_PAGES.map(({ page }) => page.split('/').at(-1));
  expect(new Set(files).size).toBe(files.length);
});
