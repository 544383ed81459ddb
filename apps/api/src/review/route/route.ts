import type { PlannedStep, StepState } from '@spolu/contracts/referral-route';
import { Problem } from '@spolu/contracts/problems';

/** A step as it stands, in the order of the route. */
export interface StandingStep extends PlannedStep {
  begun: boolean;
  withdrawn: boolean;
  /** Of what went to the body last; null before it begins. */
  spoken: { opinions: 'missing' | 'adopted' | 'returned'; decided: boolean } | null;
  /** Of the body: it decides and needs no opinion of its own. */
  deciding: boolean;
}

/** How far a step is on a day of the town. */
export function stepState({ begun, withdrawn, spoken, deciding, dueOn }: StandingStep, today: string): StepState {
  if (withdrawn) return 'withdrawn';
  if (!begun || !spoken) return 'waiting';
  if (spoken.decided) return 'decided';
  if (spoken.opinions === 'returned') return 'returned';
  if (spoken.opinions === 'adopted' && !deciding) return 'opinion-adopted';
  return dueOn < today ? 'unanswered' : 'open';
}

/** Those after it may begin: it spoke, was taken back, or its day passed. A returned one waits for the new version. */
export const isOver = (state: StepState): boolean => state === 'opinion-adopted' || state === 'decided' || state === 'unanswered' || state === 'withdrawn';

/** The steps that begin on this day: of the first stage that has any, once everything before it is over. */
export function stepsToBegin<Step extends StandingStep>(steps: readonly Step[], today: string): Step[] {
  for (const stage of stagesOf(steps)) {
    const waiting = stage.filter((step) => stepState(step, today) === 'waiting');
    if (waiting.length > 0) return waiting;
    if (!stage.every((step) => isOver(stepState(step, today)))) return [];
  }
  return [];
}

/** Steps that go on together, in the order of the route. */
export function stagesOf<Step extends { withPrevious: boolean }>(steps: readonly Step[]): Step[][] {
  const stages: Step[][] = [];
  for (const step of steps) {
    const last = stages.at(-1);
    if (last && step.withPrevious) last.push(step);
    else stages.push([step]);
  }
  return stages;
}

const notAllowed = (i: number, field: keyof PlannedStep) => new Problem('invalid-input', {}, [{ path: `steps.${i}.${field}`, code: 'not-allowed' }]);

/**
 * Whether a route may become another one.
 * @throws Problem `review/step-begun` where a step that has begun would go, move or change its body, `dossier/referred` where a body would be asked twice at once,
 * `review/deadline-passed` for a new day that has passed, `review/deadline-order` where a step had no day after those before it; `invalid-input` where the reason is missing
 */
export function checkPlan(before: readonly StandingStep[], { steps, reason }: { steps: readonly PlannedStep[]; reason: string }, today: string): void {
  const standing = new Map(before.map((step) => [step.id, step]));
  if (new Set(steps.map(({ id }) => id)).size < steps.length) throw new Problem('invalid-input', {}, [{ path: 'steps', code: 'not-allowed' }]);
  before.filter(({ begun }) => begun).forEach((step, i) => {
    const kept = steps[i];
    if (kept?.id !== step.id || kept.bodyId !== step.bodyId || kept.withPrevious !== step.withPrevious) throw new Problem('review/step-begun');
    const over = isOver(stepState(step, today)) && stepState(step, today) !== 'unanswered';
    if (over && (kept.dueOn !== step.dueOn || kept.asked !== step.asked)) throw new Problem('review/step-begun');
  });
  const bodies = new Set<string>();
  let latest = '';
  for (const [i, stage] of stagesOf(steps.map((step, at) => ({ ...step, at }))).entries()) {
    for (const { id, bodyId, dueOn, at } of stage) {
      const step = standing.get(id);
      if (step && isOver(stepState(step, today))) continue;
      if (bodies.has(bodyId) && !step?.begun) throw new Problem('dossier/referred');
      bodies.add(bodyId);
      if (dueOn !== step?.dueOn && dueOn < today) throw new Problem('review/deadline-passed');
      if (i > 0 && !step?.begun && dueOn <= latest) throw new Problem('review/deadline-order', { number: at + 1 });
    }
    latest = [latest, ...stage.flatMap(({ id, dueOn }) => (standing.get(id)?.withdrawn ? [] : [dueOn]))].sort().at(-1)!;
  }
  if (steps[0]?.withPrevious) throw notAllowed(0, 'withPrevious');
  if (reason === '' && changesStanding(before, steps)) throw new Problem('invalid-input', {}, [{ path: 'reason', code: 'required' }]);
}

/**
 * How many days those that have not begun yet are behind, as the application did not run or a body was waited for longer: each keeps the time it was given.
 */
export function daysBehind(steps: readonly StandingStep[], today: string): number {
  const [next] = stepsToBegin(steps, today);
  if (!next || next.dueOn >= today) return 0;
  const before = steps.slice(0, steps.indexOf(next)).filter(({ withdrawn }) => !withdrawn).map(({ dueOn }) => dueOn).sort().at(-1);
  return before === undefined ? 0 : Math.max(0, daysBetween(before, today));
}

export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** Something that people could read already is otherwise now; a step that is only added changes nobody's plans. */
function changesStanding(before: readonly StandingStep[], steps: readonly PlannedStep[]): boolean {
  const kept = steps.filter(({ id }) => before.some((step) => step.id === id));
  return before.some(({ id, bodyId, dueOn, asked, withPrevious }, i) => {
    const now = kept[i];
    return now?.id !== id || now.bodyId !== bodyId || now.dueOn !== dueOn || now.asked !== asked || now.withPrevious !== withPrevious;
  });
}
