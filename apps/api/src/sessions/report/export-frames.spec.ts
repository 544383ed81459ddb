import { expect, test } from '@jest/globals';
import { ExportReader } from '@spolu/contracts/export-reader';
import type { ExportLine } from '@spolu/contracts/report-export';
import { REQUEST_TIMEOUT_MS } from '../../http/edge.ts';
import { framed, SILENCE_MS } from './export-frames.ts';
import type { Exported } from './report-export.service.ts';

const code = () => 'internal-error' as const;
const writing: ExportLine = { step: 'writing', done: 2, of: 9 };

test('while a part waits for its turn it is said again how far the file is, so that nobody takes the silence for a break', async () => {
  let itsTurn = (): void => undefined;
  const turn = new Promise<void>((come) => (itsTurn = come));
  async function* parts(): AsyncGenerator<Exported> {
    yield writing;
    await turn;
    yield Buffer.from('file');
    yield { end: true };
  }
  const reader = new ExportReader();
  const said: ReturnType<ExportReader['read']> extends Generator<infer Said> ? Said[] : never = [];
  for await (const frame of framed(parts(), code, 5)) {
    said.push(...reader.read(frame));
    if (said.length === 4) itsTurn();
  }
  expect(said.slice(0, 4)).toEqual([writing, writing, writing, writing]);
  expect(said.slice(-2)).toEqual([{ part: new Uint8Array(Buffer.from('file')) }, { end: true }]);
  expect(SILENCE_MS).toBeLessThan(REQUEST_TIMEOUT_MS / 2);
});

test('what fails on the way is the last line, and who goes away ends the making', async () => {
  let ended = 0;
  async function* parts(fails: boolean): AsyncGenerator<Exported> {
    try {
      yield writing;
      if (fails) throw new Error('torn');
      yield { end: true };
    } finally {
      ended += 1;
    }
  }
  const lines: string[] = [];
  for await (const frame of framed(parts(true), code)) lines.push(frame.toString());
  expect(lines.at(-1)).toBe('{"problem":"internal-error"}\n');
  for await (const _ of framed(parts(false), code)) break;
  expect(ended).toBe(2);
});
