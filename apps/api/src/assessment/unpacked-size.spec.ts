import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { zipSync } from 'fflate';
import { checkUnpackedSize } from './unpacked-size.ts';

const folder = mkdtempSync(join(tmpdir(), 'unpacked-'));
afterAll(() => rmSync(folder, { recursive: true }));
const MIB = 1024 * 1024;
function givenFile(files: Record<string, Uint8Array>): { path: string; bytes: number } {
  const [path, packed] = [join(folder, `${Object.keys(files).length}.zip`), zipSync(files)];
  writeFileSync(path, packed);
  return { path, bytes: packed.length };
}

test('SEC-56: a small file that unpacks to a big one is refused, however it is cut up', async () => {
  const one = givenFile({ 'sheet.xml': new Uint8Array(5 * MIB) });
  expect(one.bytes).toBeLessThan(MIB / 10);
  await expect(checkUnpackedSize(one.path, 4 * MIB)).rejects.toMatchObject({ code: 'too-large' });
  await expect(checkUnpackedSize(one.path, 6 * MIB)).resolves.toBeUndefined();
  const many = givenFile(Object.fromEntries(Array.from({ length: 5 }, (_, i) => [`${i}.xml`, new Uint8Array(MIB)])));
  await expect(checkUnpackedSize(many.path, 4 * MIB)).rejects.toMatchObject({ code: 'too-large' });
});
