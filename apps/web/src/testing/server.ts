import type { ProblemDocument } from '@spolu/contracts/problems';
import { PROBLEMS } from '@spolu/contracts/problem-codes';
import { Problem } from '@spolu/contracts/problems';
import { afterEach } from '@jest/globals';

/** What a pretended server does with one kind of request: answers, or throws a `Problem`. */
export type Answer = ((request: { body: unknown; url: URL; headers: Headers }) => unknown) | object | null;

const real = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = real;
});

/**
 * Pretends the api for one test: `givenServer({ 'GET /me': {...}, 'POST /sign-ins': ({ body }) => … })`. An asterisk stands for one
 * part of a path. What is not listed answers `not-found`. Gives the commands it got, in order.
 */
export function givenServer(answers: Record<string, Answer>) {
  const commands: { request: string; body: unknown; key: string | null }[] = [];
  const matching = (request: string) =>
    Object.entries(answers).find(([pattern]) => new RegExp(`^${pattern.replace(/[.?]/g, '\\$&').replaceAll('*', '[^/]+')}$`).test(request))?.[1];

  globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, 'http://localhost');
    const method = init?.method ?? 'GET';
    const request = `${method} ${url.pathname.replace(/^\/api/, '')}`;
    const headers = new Headers(init?.headers);
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    if (method !== 'GET') commands.push({ request, body, key: headers.get('Idempotency-Key') });
    try {
      const answer = matching(request);
      if (answer === undefined) throw new Problem('not-found');
      if (answer instanceof Response) return answer.clone();
      return json(200, typeof answer === 'function' ? await (answer as (r: object) => unknown)({ body, url, headers }) : answer);
    } catch (error) {
      if (error instanceof Problem) return json(PROBLEMS[error.code], error.toDocument() satisfies ProblemDocument);
      throw error;
    }
  };
  return { commands };
}

const json = (status: number, body: unknown) =>
  new Response(body === undefined ? null : JSON.stringify(body), { status: body === undefined ? 204 : status, headers: { 'Content-Type': 'application/json' } });
