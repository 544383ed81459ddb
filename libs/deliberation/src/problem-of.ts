import { Problem } from '@spolu/contracts/problems';

/** What a rule refuses with, for the tests of this library. */
export function problemOf(run: () => unknown): Pick<Problem, 'code' | 'facts'> {
  try {
    run();
  } catch (problem) {
    if (problem instanceof Problem) return { code: problem.code, facts: problem.facts };
    throw problem;
  }
  throw new Error('no problem was thrown');
}
