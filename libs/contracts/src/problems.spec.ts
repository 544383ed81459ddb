import { expect, test } from '@jest/globals';
import { PROBLEMS } from './problem-codes.ts';
import { Problem, problemIn } from './problems.ts';

test('every problem is a refusal with a status of its own kind', () => {
  for (const [code, status] of Object.entries(PROBLEMS)) {
    expect({ code, refusal: status >= 400 && status < 600 }).toEqual({ code, refusal: true });
  }
});

test('a problem is sent with its facts and what ties it to the log, and nothing else', () => {
  expect(new Problem('vote/over-budget', { dots: 5 }).toDocument('c-1')).toEqual({
    type: 'urn:spolupracovna:problem:vote/over-budget', title: 'vote/over-budget', code: 'vote/over-budget', facts: { dots: 5 }, correlationId: 'c-1',
  });
});

test('what is received is a problem only if it says so in full', () => {
  const problem = problemIn(new Problem('vote/over-budget', { dots: 5 }).toDocument('c-1'));
  expect(problem).toMatchObject({ code: 'vote/over-budget', facts: { dots: 5, correlationId: 'c-1' } });
  for (const body of [undefined, null, 'Bad gateway', { code: 'not-found' }, { type: 'urn:spolupracovna:problem:not-found', code: 'made-up' }]) expect(problemIn(body)).toBeNull();
});

test('only what the server failed at is worth another try', () => {
  expect(['internal-error', 'unavailable', 'conflict', 'too-many-requests'].map((code) => new Problem(code as 'conflict').isServers)).toEqual([true, true, false, false]);
});
