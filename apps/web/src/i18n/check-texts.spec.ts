/// <reference types="node" />
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';

const tool = resolve('../../tools/check-texts.mjs');
const folder = mkdtempSync(join(tmpdir(), 'texts-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Lays out one capability's texts and its code, and gives the faults that the check finds. */
function faultsOf(name: string, texts: Record<string, object>, code: string): string[] {
  const src = join(folder, name);
  mkdirSync(join(src, 'boards'), { recursive: true });
  for (const [language, tree] of Object.entries(texts)) writeFileSync(join(src, 'boards', `${language}.json`), JSON.stringify(tree));
  writeFileSync(join(src, 'boards', 'board.tsx'), code);
  const { stderr, status } = spawnSync(process.execPath, [tool, src], { encoding: 'utf8' });
  const faults = stderr.split('\n').filter(Boolean);
  expect(status).toBe(faults.length > 0 ? 1 : 0);
  return faults;
}
const all = (tree: object) => ({ sk: tree, cs: tree, en: tree, uk: tree });

describe('the check of texts', () => {
  test('is content with our own', () => {
    const { stderr, status } = spawnSync(process.execPath, [tool], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  test('finds a language, a key and a plural form that are missing', () => {
    const plural = { left_one: '{{count}}', left_few: '{{count}}', left_many: '{{count}}', left_other: '{{count}}' };
    expect(faultsOf('missing', { sk: { a: 'A', ...plural }, cs: { ...plural }, uk: { a: 'A', left_one: '{{count}}', left_other: '{{count}}' } }, `t('a'); t('left', { count })`)).toEqual([
      'boards/en.json is missing',
      'boards/cs.json lacks a',
      'boards/uk.json lacks left_few',
      'boards/uk.json lacks left_many',
    ]);
  });

  test('English needs two plural forms only', () => {
    const slavic = { left_one: 'x', left_few: 'x', left_many: 'x', left_other: 'x' };
    expect(faultsOf('plurals', { sk: slavic, cs: slavic, uk: slavic, en: { left_one: 'x', left_other: 'x' } }, `t('left', { count })`)).toEqual([]);
  });

  test('finds placeholders that differ and texts that say nothing', () => {
    expect(faultsOf('placeholders', { ...all({ by: 'od {{name}}', b: 'B' }), en: { by: 'by {{who}}', b: ' ' } }, `t('by'); t('b')`)).toEqual([
      'boards/en.json: {{name}}, {{who}} in by is not in both it and Slovak',
      'boards/en.json has nothing in b',
    ]);
  });

  test('finds a key that no code uses; one put together at run time is used', () => {
    expect(faultsOf('unused', all({ state: { open: 'O' }, old: 'S' }), 't(`state.${state}`)')).toEqual(['boards: nobody uses old']);
  });
});
