import { parentPort } from 'node:worker_threads';
import { compacted } from './compacted.ts';
import type { ToCompact } from './compaction.ts';

/** The thread of `compaction.ts`: makes one state after the other. */
parentPort?.on('message', ({ id, state, updates }: ToCompact & { id: number }) => {
  try {
    const made = compacted(state, updates);
    parentPort?.postMessage({ id, made }, [made.buffer as ArrayBuffer]);
  } catch (error) {
    parentPort?.postMessage({ id, error });
  }
});
