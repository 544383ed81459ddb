import { Problem, problemIn } from '@spolu/contracts/problems';
import { v4 as uuid } from 'uuid';
import { earlyAnswer } from './early-work.ts';

/** The network or the server did not answer. What was sent may be sent again: a command keeps its key. */
export class Unreachable extends Error {
  constructor(cause?: unknown) {
    super('unreachable', { cause });
    this.name = 'Unreachable';
  }
}

type Query = Record<string, string | number | boolean | null | undefined>;

export interface ReadOptions {
  query?: Query;
  signal?: AbortSignal;
}
export interface ReceivedFile {
  name: string;
  blob: Blob;
  /** Of the answer that it came with. */
  headers?: Headers;
}
export interface CommandOptions {
  /** The command's idempotency key, where it must outlive this page (send queue). */
  key?: string;
  signal?: AbortSignal;
}

const RETRY_AFTER_MS = [400, 1_600];
const PASSING = new Set([502, 503, 504]);

/**
 * The one way to the server. Paths are without `/api`. Reads are retried by the query that makes them; a command is retried here with
 * the same idempotency key, so that it counts once however often it arrives. A `Blob` goes as it is, a file under its own type.
 * @throws Problem what the server refused and why
 * @throws Unreachable no answer
 */
export const api = {
  get: <Answer>(path: string, { query, signal }: ReadOptions = {}): Promise<Answer> => exchange(path + search(query), { method: 'GET', signal }),
  post: <Answer = void>(path: string, body?: unknown, options?: CommandOptions): Promise<Answer> => command('POST', path, body, options),
  put: <Answer = void>(path: string, body?: unknown, options?: CommandOptions): Promise<Answer> => command('PUT', path, body, options),
  /** A command that is answered with a file. */
  file: (path: string, body?: unknown, options?: CommandOptions): Promise<ReceivedFile> => command('POST', path, body, options, readFile),
  /** A command whose answer is read while it comes. */
  stream: <Answer>(path: string, body: unknown, read: (response: Response) => Promise<Answer>, options?: CommandOptions): Promise<Answer> => command('POST', path, body, options, read),
  delete: <Answer = void>(path: string, options?: CommandOptions): Promise<Answer> => command('DELETE', path, undefined, options),
};

type Read<Answer> = (response: Response) => Promise<Answer>;

async function command<Answer>(method: string, path: string, body: unknown, { key = uuid(), signal }: CommandOptions = {}, read?: Read<Answer>): Promise<Answer> {
  const request: RequestInit = {
    method,
    signal,
    headers: { 'Content-Type': body instanceof Blob ? body.type : 'application/json', 'Idempotency-Key': key },
    body: body instanceof Blob ? body : method === 'DELETE' && body === undefined ? undefined : JSON.stringify(body ?? {}),
  };
  for (const wait of RETRY_AFTER_MS) {
    try {
      return await exchange<Answer>(path, request, read);
    } catch (error) {
      const again = error instanceof Unreachable && !signal?.aborted && navigator.onLine;
      if (!again) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  return exchange<Answer>(path, request, read);
}

async function exchange<Answer>(path: string, request: RequestInit, read: Read<unknown> = readJson): Promise<Answer> {
  let response: Response;
  try {
    const early = request.method === 'GET' ? earlyAnswer(path, request.signal) : undefined;
    response = await (early ?? fetch(`/api${path}`, { ...request, credentials: 'same-origin', headers: { Accept: 'application/json', ...request.headers } }));
  } catch (error) {
    if (request.signal?.aborted) throw error;
    throw new Unreachable(error);
  }
  if (response.ok) return (response.status === 204 ? undefined : await read(response)) as Answer;
  const problem = problemIn(await readJson(response));
  if (problem) throw problem;
  if (PASSING.has(response.status)) throw new Unreachable(response.status);
  throw new Problem(response.status === 401 ? 'signed-out' : response.status === 404 ? 'not-found' : 'internal-error');
}

async function readFile(response: Response): Promise<ReceivedFile> {
  const [, name = 'file'] = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '') ?? [];
  return { name, blob: await response.blob(), headers: response.headers };
}

/** An answer that is no JSON comes from something between us and the server, or is empty. */
async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function search(query: Query = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== null && value !== undefined && value !== '') params.set(name, String(value));
  const text = params.toString();
  return text && `?${text}`;
}
