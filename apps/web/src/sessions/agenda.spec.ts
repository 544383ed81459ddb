import { describe, expect, test } from '@jest/globals';
import { beginnings, moved, nextStep, totalMinutes } from './agenda.ts';

const step = (id: string, state: 'planned' | 'running' | 'ended') => ({ id, state });

describe('the agenda', () => {
  test('what comes next follows what runs, also when a step was skipped', () => {
    expect(nextStep([step('a', 'ended'), step('b', 'planned'), step('c', 'running'), step('d', 'planned')])?.id).toBe('d');
    expect(nextStep([step('a', 'planned'), step('b', 'planned')])?.id).toBe('a');
  });

  test('a skipped step is offered once nothing else is left', () => {
    expect(nextStep([step('a', 'planned'), step('b', 'ended')])?.id).toBe('a');
    expect(nextStep([step('a', 'ended')])).toBeNull();
    expect(nextStep([])).toBeNull();
  });

  test('gives the beginning of each step and the end, over midnight too', () => {
    expect(beginnings([{ minutes: 20 }, { minutes: 90 }], '17:30')).toEqual(['17:30', '17:50', '19:20']);
    expect(beginnings([{ minutes: 45 }], '23:30')).toEqual(['23:30', '00:15']);
    expect(totalMinutes([{ minutes: 20 }, { minutes: 90 }])).toBe(110);
  });

  test('moving past an end changes nothing', () => {
    expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
    expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
    expect(moved(['a', 'b'], 1, 2)).toEqual(['a', 'b']);
  });
});
