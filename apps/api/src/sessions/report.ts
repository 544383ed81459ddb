import type { ActivityKind, ReportParts } from '@spolu/contracts/activities/kinds';
import { SECTORS, type Sector } from '@spolu/contracts/common';
import type { Report, ReportActivity } from '@spolu/contracts/sessions';
import { rulesOf } from './activities/kind-rules.ts';
import type { ReadActivity } from './room-state.ts';

/** Who took part, by sector in the order of the form; last those who did not say. */
export function participation(sectors: readonly (Sector | null)[], wroteCount: number): Report['participation'] {
  return {
    total: sectors.length,
    wroteCount,
    sectors: [...SECTORS, null].flatMap((sector) => {
      const count = sectors.filter((said) => said === sector).length;
      return count > 0 ? [{ sector, count }] : [];
    }),
  };
}

/** One activity's chapter of the report. */
export function chapter(
  { id, kind, title, instruction, minutes, openUntil, settings, second, startedAt, endedAt }: ReadActivity,
  { methodTitle, clusters, part }: Pick<ReportActivity, 'methodTitle' | 'clusters'> & { part: ReportParts[ActivityKind] },
): ReportActivity {
  const told = {
    id, kind, title, instruction, ...(second && { second }), methodTitle, plannedMinutes: openUntil ? null : minutes, startedAt: startedAt?.toISOString() ?? null, endedAt: endedAt?.toISOString() ?? null,
    isCounted: rulesOf(settings).isCounted, clusters, part,
  };
  // the part was read by the kind's own reader
  return told as ReportActivity;
}
