import type * as Y from 'yjs';
import { addItem, setField, type Change } from './edits.ts';
import { lastOrderIn } from './items.ts';
import { readAll } from './read-all.ts';
import { toCluster, type Cluster } from './shape.ts';

/** A cluster in the making: which notes are in it stands on the notes. `id` is a UUID: closing the activity makes it a row of that id. */
export interface NewCluster {
  id: string;
  title: string;
  /** Left out: behind all clusters. */
  order?: string;
}

export function addCluster(doc: Y.Doc, cluster: NewCluster): Change[] {
  const added = addItem(doc, 'cluster', cluster.id, {
    title: cluster.title,
    order: cluster.order ?? lastOrderIn(doc, 'cluster'),
    removed: false,
  });
  return added ? [{ kind: 'cluster', id: cluster.id, field: 'removed', before: true, after: false }] : [];
}

export const nameCluster = (doc: Y.Doc, clusterId: string, title: string): Change[] => setField(doc, 'cluster', clusterId, 'title', title);
/** For the server alone: what a vote on the cluster came to while it had that title. */
export const tallyCluster = (doc: Y.Doc, clusterId: string, votes: number, title: string): Change[] => setField(doc, 'cluster', clusterId, 'votes', [votes, title]);
/** Its notes stay and count as ungrouped until it is restored. */
export const removeCluster = (doc: Y.Doc, clusterId: string): Change[] => setField(doc, 'cluster', clusterId, 'removed', true);
export const restoreCluster = (doc: Y.Doc, clusterId: string): Change[] => setField(doc, 'cluster', clusterId, 'removed', false);

/** All clusters in their order. */
export const readClusters = (doc: Y.Doc, options?: { removed?: boolean }): Cluster[] => readAll(doc, 'cluster', toCluster, options);
