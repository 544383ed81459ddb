import type { Phase } from '@spolu/contracts/participation';
import type { Station } from '@spolu/ui/tram-line';

/**
 * Where a process stands in its phases on a day. Dates decide; a phase without an end lasts until the next one begins, and in a finished
 * process all are done.
 */
export function phaseStates(phases: readonly Phase[], today: string, finished: boolean): Station['state'][] {
  return phases.map(({ fromOn, untilOn }, i) => {
    if (finished) return 'done';
    const next = phases.slice(i + 1).find((phase) => phase.fromOn !== null)?.fromOn ?? null;
    if (untilOn !== null && untilOn < today) return 'done';
    if (untilOn === null && next !== null && next <= today) return 'done';
    return fromOn !== null && fromOn <= today ? 'current' : 'ahead';
  });
}
