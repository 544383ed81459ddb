import { z } from 'zod';
import type { ReportNote } from './brainstorm.ts';

/** Notes are grouped together on the board. */
export const ClusterSettings = z.strictObject({ kind: z.literal('cluster') });

export interface ReportCluster {
  id: string;
  title: string;
  notes: ReportNote[];
  /** Dots of the votes held on it, null where none was. */
  dots: number | null;
  ideaId: string | null;
}
/** Clusters as an activity closed them: a cluster activity at its end, a vote on clusters at its beginning. */
export interface ReportClusters {
  clusters: ReportCluster[];
  unclustered: ReportNote[];
}
