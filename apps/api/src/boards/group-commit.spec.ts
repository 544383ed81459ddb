import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { GAP_MS, GroupCommit } from './group-commit.ts';

beforeEach(() => void jest.useFakeTimers({ doNotFake: ['setImmediate'] }));
afterEach(() => void jest.useRealTimers());

/** A store that notes what it is given and answers when told. */
function givenStore() {
  const groups: { jobs: readonly string[]; end: (code?: string) => void }[] = [];
  const commits = new GroupCommit<string>((jobs) => new Promise((resolve, reject) => {
    groups.push({ jobs, end: (code) => (code === undefined ? resolve() : reject(Object.assign(new Error(), { code }))) });
  }));
  return { commits, groups, jobs: () => groups.map(({ jobs }) => jobs) };
}

test('a quiet board waits for nobody; what comes soon after goes together', async () => {
  const { commits, groups, jobs } = givenStore();
  const first = commits.add('a');
  expect(jobs()).toEqual([['a']]);
  const others = [commits.add('b'), commits.add('c')];
  jest.advanceTimersByTime(GAP_MS);
  expect(jobs()).toEqual([['a'], ['b', 'c']]);
  for (const { end } of groups) end();
  await Promise.all([first, ...others]);
});

test('not more than two commits are under way', async () => {
  const { commits, groups, jobs } = givenStore();
  for (const job of ['a', 'b', 'c', 'd']) {
    void commits.add(job);
    jest.advanceTimersByTime(GAP_MS);
  }
  expect(jobs()).toEqual([['a'], ['b']]);
  groups[0]!.end();
  await turn();
  expect(jobs()).toEqual([['a'], ['b'], ['c', 'd']]);
});

test('where one board\'s data is at fault the others are stored all the same', async () => {
  const { commits, groups, jobs } = givenStore();
  void commits.add('first');
  const [good, bad, other] = [commits.add('good'), commits.add('bad'), commits.add('other')];
  const refused = expect(bad).rejects.toMatchObject({ code: '23505' });
  jest.advanceTimersByTime(GAP_MS);
  groups[1]!.end('23505');
  for (const [i, code] of [[2, undefined], [3, '23505'], [4, undefined]] as const) {
    await turn();
    groups[i]!.end(code);
  }
  await Promise.all([good, refused, other]);
  expect(jobs().slice(1)).toEqual([['good', 'bad', 'other'], ['good'], ['bad'], ['other']]);
});

test('while the store is away nothing is tried one by one', async () => {
  const { commits, groups, jobs } = givenStore();
  void commits.add('first');
  const both = [commits.add('a'), commits.add('b')];
  jest.advanceTimersByTime(GAP_MS);
  groups[1]!.end('57P01');
  expect(await Promise.allSettled(both)).toMatchObject([{ status: 'rejected' }, { status: 'rejected' }]);
  expect(jobs()).toHaveLength(2);
});
