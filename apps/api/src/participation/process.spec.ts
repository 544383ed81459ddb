import { describe, expect, test } from '@jest/globals';
import type { EditProcess, Phase } from '@spolu/contracts/participation';
import { Problem } from '@spolu/contracts/problems';
import { checkProcess, currentPhase } from './process.ts';

const phase = (title: string, fromOn: string | null, untilOn: string | null): Phase => ({ id: crypto.randomUUID(), title, fromOn, untilOn });

describe('the current phase', () => {
  const phases = [phase('Príprava', '2026-01-01', '2026-02-28'), phase('Dielne', '2026-03-01', '2026-04-30'), phase('Rozhodnutie', '2026-05-01', null)];

  test.each([
    ['2025-12-31', null],
    ['2026-01-01', 'Príprava'],
    ['2026-04-30', 'Dielne'],
    ['2026-05-01', 'Rozhodnutie'],
    ['2030-01-01', 'Rozhodnutie'],
  ])('on %s is %s', (today, title) => {
    expect(currentPhase(phases, today)).toBe(title);
  });

  test('is the later one where two overlap', () => {
    expect(currentPhase([phase('A', '2026-01-01', '2026-12-31'), phase('B', '2026-06-01', '2026-12-31')], '2026-07-01')).toBe('B');
  });

  test('is none where no phase has any day', () => {
    expect(currentPhase([phase('A', null, null)], '2026-07-01')).toBeNull();
  });
});

describe('a process', () => {
  const organisationId = crypto.randomUUID();
  const input: EditProcess = {
    title: 'Energia', problem: '', statusQuo: '', goals: [], phases: [], actors: [], organisationIds: [organisationId], commitmentIds: [], state: 'draft',
    visibility: 'public', revision: 0,
  };
  const fieldsOf = (changed: Partial<EditProcess>) => {
    try {
      checkProcess({ ...input, ...changed });
      return [];
    } catch (error) {
      return (error as Problem).fields?.map(({ path }) => path);
    }
  };

  test('may have phases without days', () => expect(fieldsOf({ phases: [phase('A', null, null), phase('B', '2026-01-01', null)] })).toEqual([]));
  test('refuses a phase that ends before it begins', () =>
    expect(fieldsOf({ phases: [phase('A', '2026-02-01', '2026-01-01')] })).toEqual(['phases.0.untilOn']));
  test('refuses the same organisation twice', () =>
    expect(fieldsOf({ organisationIds: [organisationId, organisationId] })).toEqual(['organisationIds.1']));
  test('refuses two phases of one id', () => {
    const twice = phase('A', null, null);
    expect(fieldsOf({ phases: [twice, twice] })).toEqual(['phases.1.id']);
  });
});
