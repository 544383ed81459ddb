import type { ExportLine } from '@spolu/contracts/report-export';
import type { Exported } from './report-export.service.ts';

const line = (said: ExportLine) => Buffer.from(`${JSON.stringify(said)}\n`);

/**
 * What is sent: lines that say how far it is, and before bytes of the file how many follow. Whatever fails on the way is told in a last line, since the answer
 * has begun.
 */
export async function* framed(parts: AsyncIterable<Exported>, failed: (error: unknown) => string): AsyncGenerator<Buffer> {
  try {
    for await (const part of parts) {
      if (!Buffer.isBuffer(part)) yield line(part);
      else if (part.length > 0) yield Buffer.concat([line({ bytes: part.length }), part]);
    }
  } catch (error) {
    yield line({ problem: failed(error) });
  }
}
