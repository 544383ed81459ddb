import { createReadStream } from 'node:fs';
import { Problem } from '@spolu/contracts/problems';
import { Unzip, UnzipInflate } from 'fflate';

/**
 * Reads a packed file to its end without keeping any of it.
 * @throws Problem `too-large` where it unpacks to more than `maxBytes`, as files made for that do
 */
export async function checkUnpackedSize(path: string, maxBytes: number): Promise<void> {
  let bytes = 0;
  const zip = new Unzip((file) => {
    file.ondata = (error, chunk) => {
      if (error) throw error;
      bytes += chunk.length;
      if (bytes > maxBytes) throw new Problem('too-large', { bytes: maxBytes });
    };
    file.start();
  });
  zip.register(UnzipInflate);
  for await (const chunk of createReadStream(path, { highWaterMark: 16 * 1024 })) zip.push(chunk as Uint8Array);
}
