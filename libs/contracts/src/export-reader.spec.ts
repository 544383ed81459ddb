import { expect, test } from '@jest/globals';
import { ExportReader } from './export-reader.ts';

const encode = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const SENT = encode('{"step":"reading","done":1,"of":1}\n{"file":"a.zip","type":"application/zip"}\n{"bytes":7}\nab\n{"}\n{"step":"writing","done":1,"of":2}\n{"bytes":2}\n\xe9x{"end":true}\n');

test.each([1, 2, 3, 7, 1_000])('an export cut into pieces of %s bytes is the same', (size) => {
  const reader = new ExportReader();
  const lines: unknown[] = [];
  const file: number[] = [];
  for (let i = 0; i < SENT.length; i += size) {
    for (const said of reader.read(SENT.slice(i, i + size))) {
      if ('part' in said) file.push(...said.part);
      else lines.push(said);
    }
  }
  expect(lines).toEqual([{ step: 'reading', done: 1, of: 1 }, { file: 'a.zip', type: 'application/zip' }, { step: 'writing', done: 1, of: 2 }, { end: true }]);
  expect(String.fromCharCode(...file)).toBe('ab\n{"}\n\xe9x');
});
