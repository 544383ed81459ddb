import { expect, test } from '@jest/globals';
import { phaseStates } from './phases.ts';

const phase = (fromOn: string | null, untilOn: string | null) => ({ id: `${fromOn}-${untilOn}`, title: 'Fáza', fromOn, untilOn });

test('a phase lasts from its first to its last day, both included', () => {
  const phases = [phase('2026-04-01', '2026-04-24'), phase('2026-04-25', '2026-06-08')];
  expect(phaseStates(phases, '2026-03-31', false)).toEqual(['ahead', 'ahead']);
  expect(phaseStates(phases, '2026-04-01', false)).toEqual(['current', 'ahead']);
  expect(phaseStates(phases, '2026-04-24', false)).toEqual(['current', 'ahead']);
  expect(phaseStates(phases, '2026-04-25', false)).toEqual(['done', 'current']);
  expect(phaseStates(phases, '2026-06-09', false)).toEqual(['done', 'done']);
});

test('a phase without an end lasts until the next one begins', () => {
  expect(phaseStates([phase('2026-04-01', null), phase('2026-05-01', null)], '2026-04-30', false)).toEqual(['current', 'ahead']);
  expect(phaseStates([phase('2026-04-01', null), phase('2026-05-01', null)], '2026-05-01', false)).toEqual(['done', 'current']);
});

test('a phase without dates is ahead until the process is finished', () => {
  expect(phaseStates([phase(null, null)], '2026-04-30', false)).toEqual(['ahead']);
  expect(phaseStates([phase(null, null)], '2026-04-30', true)).toEqual(['done']);
});
