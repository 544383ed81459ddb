import { describe, expect, test } from '@jest/globals';
import { Problem } from '@spolu/contracts/problems';
import { checkPlan, daysBehind, stepState, stepsToBegin, type StandingStep } from './route.ts';

const TODAY = '2026-05-10';
const adopted = { opinions: 'adopted' as const, decided: false };
const silent = { opinions: 'missing' as const, decided: false };
const waiting = (id: string, dueOn: string, change: Partial<StandingStep> = {}): StandingStep => ({
  id, bodyId: `body ${id}`, dueOn, asked: '', withPrevious: false, begun: false, withdrawn: false, spoken: null, deciding: false, ...change,
});
const begun = (id: string, dueOn: string, change: Partial<StandingStep> = {}): StandingStep => waiting(id, dueOn, { begun: true, spoken: silent, ...change });
const idsOf = (steps: readonly StandingStep[]) => steps.map(({ id }) => id);
const codeOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    return error instanceof Problem ? error.code : error;
  }
  return undefined;
};

describe('a step', () => {
  test.each([
    [waiting('a', '2026-05-20'), 'waiting'],
    [begun('a', '2026-05-10'), 'open'],
    [begun('a', '2026-05-09'), 'unanswered'],
    [begun('a', '2026-05-09', { spoken: adopted }), 'opinion-adopted'],
    [begun('a', '2026-05-20', { spoken: { opinions: 'returned', decided: false } }), 'returned'],
    [begun('a', '2026-05-20', { spoken: adopted, deciding: true }), 'open'],
    [begun('a', '2026-05-20', { spoken: { opinions: 'missing', decided: true }, deciding: true }), 'decided'],
    [begun('a', '2026-05-09', { withdrawn: true }), 'withdrawn'],
  ])('%j is %s', (step, state) => expect(stepState(step, TODAY)).toBe(state));
});

describe('what begins', () => {
  const [environment, finance] = [waiting('environment', '2026-05-20'), waiting('finance', '2026-05-25', { withPrevious: true })];
  const council = waiting('council', '2026-06-10');

  test('is the first stage, with all beside each other', () => expect(idsOf(stepsToBegin([environment, finance, council], TODAY))).toEqual(['environment', 'finance']));
  test('is the next stage once all before it have spoken, or their day has passed', () => {
    const route = (first: Partial<StandingStep>, second: Partial<StandingStep>) => [begun('environment', '2026-05-20', first), begun('finance', '2026-05-25', { withPrevious: true, ...second }), council];
    expect(idsOf(stepsToBegin(route({ spoken: adopted }, {}), TODAY))).toEqual([]);
    expect(idsOf(stepsToBegin(route({ spoken: adopted }, { spoken: adopted }), TODAY))).toEqual(['council']);
    expect(idsOf(stepsToBegin(route({ spoken: adopted }, {}), '2026-05-26'))).toEqual(['council']);
    expect(idsOf(stepsToBegin(route({ spoken: adopted }, { withdrawn: true }), TODAY))).toEqual(['council']);
  });
  test('waits for the new version of what was returned, however late it is', () =>
    expect(idsOf(stepsToBegin([begun('environment', '2026-05-01', { spoken: { opinions: 'returned', decided: false } }), council], TODAY))).toEqual([]));
  test('keeps the days it was given where it begins late', () => {
    expect(daysBehind([begun('environment', '2026-05-01'), waiting('council', '2026-05-08')], TODAY)).toBe(9);
    expect(daysBehind([begun('environment', '2026-05-01'), council], TODAY)).toBe(0);
  });
});

describe('a route may change', () => {
  const before = [begun('environment', '2026-05-20'), waiting('finance', '2026-05-25'), waiting('council', '2026-06-10')];
  const plan = (steps: StandingStep[], reason = 'Komisia zasadá neskôr.') => codeOf(() => checkPlan(before, { steps, reason }, TODAY));
  const [environment, finance, council] = before as [StandingStep, StandingStep, StandingStep];

  test('in order and days, with a reason', () => {
    expect(plan([environment, { ...council, dueOn: '2026-05-27' }, { ...finance, dueOn: '2026-06-02' }])).toBeUndefined();
    expect(plan([environment, { ...finance, dueOn: '2026-05-26' }, council], '')).toBe('invalid-input');
    expect(plan([environment, finance], '')).toBe('invalid-input');
  });
  test('by a step added at the end without one', () => expect(plan([...before, waiting('board', '2026-07-01')], '')).toBeUndefined());
  test('not where a step has begun', () => {
    expect(plan([finance, environment, council])).toBe('review/step-begun');
    expect(plan([finance, council])).toBe('review/step-begun');
    expect(plan([{ ...environment, bodyId: 'body x' }, finance, council])).toBe('review/step-begun');
    expect(plan([{ ...environment, dueOn: '2026-05-24' }, finance, council])).toBeUndefined();
  });
  test('to days that lie ahead and one after the other', () => {
    expect(plan([{ ...environment, dueOn: '2026-05-09' }, finance, council])).toBe('review/deadline-passed');
    expect(plan([environment, { ...finance, dueOn: '2026-05-20' }, council])).toBe('review/deadline-order');
    expect(plan([environment, { ...finance, dueOn: '2026-05-12', withPrevious: true }, council])).toBeUndefined();
  });
  test('to ask no body twice at once', () => expect(plan([...before, waiting('again', '2026-07-01', { bodyId: 'body finance' })])).toBe('dossier/referred'));
});
