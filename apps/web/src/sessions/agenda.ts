import type { ActivityState } from '@spolu/contracts/sessions';

interface Step {
  id: string;
  state: ActivityState;
  /** Left out by hand. */
  skipped?: boolean;
}

/** What comes after what runs now: the first planned step behind the last one that began; steps that were passed over come after them, those left out never. */
export function nextStep<Of extends Step>(agenda: readonly Of[]): Of | null {
  const lastBegun = agenda.findLastIndex((step) => step.state !== 'planned');
  const waits = (step: Of) => step.state === 'planned' && step.skipped !== true;
  return agenda.slice(lastBegun + 1).find(waits) ?? agenda.find(waits) ?? null;
}

/** Where “back” leads: the step before what runs, or before what ran last, that may go on. */
export function stepBefore<Of extends Step & { resumable: boolean }>(agenda: readonly Of[], shownId: string | null): Of | null {
  const at = agenda.findIndex(({ id }) => id === shownId);
  return agenda.slice(0, Math.max(at, 0)).findLast(({ resumable }) => resumable) ?? null;
}
