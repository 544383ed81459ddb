import { Problem } from '@spolu/contracts/problems';
import { api } from '../http/api.ts';
import type { Command } from './queue-store.ts';
import { SEND_TIMEOUT_MS, type Attempt } from './send-queue.ts';

/** The server asks to come back later: not the command's fault. */
const LATER = new Set(['too-many-requests', 'unavailable']);

/** One attempt of the send queue over HTTP. */
export async function sendCommand({ method, path, body }: Command, key: string): Promise<Attempt> {
  const giveUp = new AbortController();
  const timeout = setTimeout(() => giveUp.abort(), SEND_TIMEOUT_MS);
  const options = { key, signal: giveUp.signal };
  try {
    const answer = method === 'POST' ? await api.post<unknown>(path, body, options) : method === 'PUT' ? await api.put<unknown>(path, body, options) : await api.delete<unknown>(path, options);
    return { outcome: 'taken', answer };
  } catch (error) {
    if (!(error instanceof Problem) || LATER.has(error.code)) return { outcome: 'unreachable' };
    if (error.code === 'internal-error') return { outcome: 'failed' };
    return { outcome: 'refused', code: error.code, facts: error.facts };
  } finally {
    clearTimeout(timeout);
  }
}
