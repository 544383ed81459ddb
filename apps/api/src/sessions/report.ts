import { SECTORS, type Sector } from '@spolu/contracts/common';
import type { Report, ReportActivity } from '@spolu/contracts/sessions';
import { brainstormBlock } from './activities/brainstorm/brainstorm-block.ts';
import { clusterBlock } from './activities/cluster/cluster-block.ts';
import type { ActivityFindings, SessionFindings } from './report-findings.ts';
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

/** One activity's chapter of the report; each kind fills its own block. */
export function chapter(activity: ReadActivity, found: ActivityFindings, session: SessionFindings): ReportActivity {
  const { id, kind, title, instruction, minutes, startedAt, endedAt } = activity;
  return {
    id, kind, title, instruction,
    methodTitle: found.methodTitle,
    plannedMinutes: minutes,
    startedAt: startedAt?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
    brainstorm: brainstormBlock(activity, found, session),
    cluster: clusterBlock(activity, found, session),
    vote: found.vote,
  };
}
