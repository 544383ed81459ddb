import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Problem } from '@spolu/contracts/problems';
import type { Request } from 'express';

/**
 * Takes the body of a request into a file of its own, gives its path to `work`, and leaves nothing of it, however it ends. However many send at once,
 * no more than a piece of each is in memory.
 * @throws Problem `too-large`, `malformed-request` where it broke off or is empty
 */
export async function received<T>(request: Request, { folder, maxBytes }: { folder: string; maxBytes: number }, work: (path: string) => Promise<T>): Promise<T> {
  if (Number(request.get('content-length') ?? 0) > maxBytes) throw new Problem('too-large', { bytes: maxBytes });
  await mkdir(folder, { recursive: true });
  const path = join(folder, randomUUID());
  try {
    await take(request, path, maxBytes);
    return await work(path);
  } finally {
    await rm(path, { force: true });
  }
}

async function take(request: Request, path: string, maxBytes: number): Promise<void> {
  let bytes = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length;
      done(bytes > maxBytes ? new Problem('too-large', { bytes: maxBytes }) : null, chunk);
    },
  });
  try {
    await pipeline(request, counted, createWriteStream(path, { mode: 0o600 }), { end: true });
  } catch (error) {
    // it went away in the middle: nobody reads the answer, and it is no fault of ours
    throw !(error instanceof Problem) && (request.readableAborted || request.errored) ? new Problem('malformed-request') : error;
  }
  if (bytes === 0) throw new Problem('malformed-request');
}
