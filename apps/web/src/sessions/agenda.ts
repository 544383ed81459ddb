import type { ActivityState } from '@spolu/contracts/sessions';

interface Step {
  id: string;
  state: ActivityState;
}

/** What comes after what runs now: the first planned step behind the last one that began; steps that were skipped do not come back. */
export function nextStep<Of extends Step>(agenda: readonly Of[]): Of | null {
  const lastBegun = agenda.findLastIndex((step) => step.state !== 'planned');
  return agenda.slice(lastBegun + 1).find((step) => step.state === 'planned') ?? agenda.find((step) => step.state === 'planned') ?? null;
}
