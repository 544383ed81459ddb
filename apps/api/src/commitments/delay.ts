import type { MilestoneState } from '@spolu/contracts/commitments';

interface Standing {
  dueOn: string | null;
  state: MilestoneState;
}

/** States that say that it does not go as promised. */
const OFF_PLAN: ReadonlySet<MilestoneState> = new Set(['delayed', 'changed', 'withdrawn']);

/**
 * Whether a change breaks what was promised, so that the town owes a reason: the day is moved to a later one or taken away, or the milestone comes to
 * be late, changed or given up. Bringing it forward, or back on its way, needs none.
 */
export function owesReason(before: Standing, after: Standing): boolean {
  const postponed = before.dueOn !== null && (after.dueOn === null || after.dueOn > before.dueOn);
  return postponed || (before.state !== after.state && OFF_PLAN.has(after.state));
}
