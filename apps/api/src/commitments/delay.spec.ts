import { expect, test } from '@jest/globals';
import { owesReason } from './delay.ts';

test.each([
  ['a later day', { dueOn: '2027-01-01', state: 'in-progress' }, { dueOn: '2027-01-02', state: 'in-progress' }, true],
  ['no day any more', { dueOn: '2027-01-01', state: 'in-progress' }, { dueOn: null, state: 'in-progress' }, true],
  ['its first day', { dueOn: null, state: 'not-started' }, { dueOn: '2027-01-02', state: 'not-started' }, false],
  ['an earlier day', { dueOn: '2027-01-02', state: 'in-progress' }, { dueOn: '2027-01-01', state: 'done' }, false],
  ['becoming late', { dueOn: null, state: 'in-progress' }, { dueOn: null, state: 'delayed' }, true],
  ['being given up', { dueOn: null, state: 'delayed' }, { dueOn: null, state: 'withdrawn' }, true],
  ['being late still', { dueOn: null, state: 'delayed' }, { dueOn: null, state: 'delayed' }, false],
  ['being on its way again', { dueOn: null, state: 'delayed' }, { dueOn: null, state: 'in-progress' }, false],
] as const)('%s', (_, before, after, owes) => expect(owesReason(before, after)).toBe(owes));
