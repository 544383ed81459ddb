import { describe, expect, test } from '@jest/globals';
import { nextStep } from './agenda.ts';

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
});
