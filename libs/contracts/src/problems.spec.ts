import { expect, test } from '@jest/globals';
import { Problem, PROBLEMS } from './problems.ts';

test('every problem is a refusal with a status of its own kind', () => {
  for (const [code, status] of Object.entries(PROBLEMS)) {
    expect({ code, refusal: status >= 400 && status < 600 }).toEqual({ code, refusal: true });
  }
});

test('a problem is sent with its facts and what ties it to the log, and nothing else', () => {
  expect(new Problem('vote/over-budget', { dots: 5 }).toDocument('c-1')).toEqual({
    type: 'urn:spolupracovna:problem:vote/over-budget', title: 'vote/over-budget', status: 409, code: 'vote/over-budget', facts: { dots: 5 }, correlationId: 'c-1',
  });
});
