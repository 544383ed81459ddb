import type { ProblemCode } from '@spolu/contracts/problems';
import type { ExportLine } from '@spolu/contracts/report-export';
import type { Exported } from './report-export.service.ts';

/** After so long without a word it is said again how far it is: an answer that is silent for longer is taken for a broken one, here and by proxies. */
export const SILENCE_MS = 5_000;

const line = (said: ExportLine) => Buffer.from(`${JSON.stringify(said)}\n`);

/**
 * What is sent: lines that say how far it is, and before bytes of the file how many follow. Whatever fails on the way is told in a last line, since the answer
 * has begun.
 */
export async function* framed(parts: AsyncIterable<Exported>, failed: (error: unknown) => ProblemCode, silenceMs = SILENCE_MS): AsyncGenerator<Buffer> {
  const making = parts[Symbol.asyncIterator]();
  let step: ExportLine | undefined;
  try {
    for (let next = making.next(); ; next = making.next()) {
      while (!(await within(next, silenceMs))) if (step) yield line(step);
      const result: IteratorResult<Exported, unknown> = await next;
      if (result.done) return;
      const { value } = result;
      if (Buffer.isBuffer(value)) {
        if (value.length > 0) yield Buffer.concat([line({ bytes: value.length }), value]);
        continue;
      }
      if ('step' in value) step = value;
      yield line(value);
    }
  } catch (error) {
    yield line({ problem: failed(error) });
  } finally {
    await making.return?.();
  }
}

/** Whether it came, or failed, in that time. */
async function within(coming: Promise<unknown>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((done) => (timer = setTimeout(() => done(false), ms)));
  try {
    return await Promise.race([coming.then(() => true, () => true), late]);
  } finally {
    clearTimeout(timer);
  }
}
