import { Injectable } from '@nestjs/common';
import type { ClusterEvidence, NamedNote, SaidNote } from '@spolu/contracts/ideas';
import { type EntityManager, In } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Transactions } from '../../../database/transactions.ts';
import { ProvenanceService } from '../../../provenance/provenance.service.ts';
import { VoteCounts } from '../dot-vote/vote-counts.ts';
import type { FoundActivity } from '../../session-access.ts';
import { Activity, Session } from '../../session.entity.ts';
import type { StepTime } from '../kind-steps.ts';
import { ActivityCluster, Cluster, ClusterNote } from './cluster.entity.ts';
import { type ClosedCluster, harvest } from './harvest.ts';

/** A closed cluster as evidence, and where it comes from. */
export interface FoundCluster<Note extends NamedNote = SaidNote> extends ClusterEvidence<Note> {
  processId: string;
  /** False while people vote on it. */
  closed: boolean;
}

interface Closing extends StepTime {
  /** What the clusters came out of. */
  activityId: string;
}

/** Clusters as rows: what is voted on, confirmed as ideas and cited. */
@Injectable()
export class ClustersService {
  constructor(
    private readonly transactions: Transactions,
    private readonly provenance: ProvenanceService,
    private readonly votes: VoteCounts,
  ) {}

  /**
   * Writes the board's clusters down as what an activity left behind, with the way of each of their notes. Done again, it adds what changed and takes
   * nothing away from those who cite what was there.
   */
  async close(em: EntityManager, { session }: FoundActivity, { activityId, board, now, by }: Closing): Promise<ClosedCluster[]> {
    // a note whose command is still on its way to a commit is on the board already, but not yet said
    const said = new Set((await this.provenance.contributionsOf(em, board.notes.map(({ contributionId }) => contributionId))).map(({ id }) => id));
    const onBoard = board.clusters.map(({ id, title }) => ({
      id,
      title,
      contributionIds: board.notes.flatMap(({ clusterId, contributionId }) => (clusterId === id && said.has(contributionId) ? [contributionId] : [])),
    }));
    const { clusters, fresh } = harvest(onBoard, await closedIn(em, session.id), newId);
    await em.insert(Cluster, fresh.map(({ id, boardClusterId, title }) => ({ id, sessionId: session.id, boardClusterId, title, closedAt: now })));
    await em.insert(
      ClusterNote,
      fresh.flatMap(({ id, contributionIds }) => contributionIds.map((contributionId, position) => ({ clusterId: id, contributionId, position }))),
    );
    await em.delete(ActivityCluster, { activityId });
    await em.insert(ActivityCluster, clusters.map(({ id }, position) => ({ activityId, clusterId: id, position })));
    await this.provenance.register(
      em,
      fresh.map(({ id, title }) => ({
        id, kind: 'cluster', title, url: `/sessions/${session.id}/report`, visibility: session.visibility, sessionId: session.id, processId: session.processId,
        language: session.language, at: now,
      })),
    );
    await this.provenance.link(
      em,
      fresh.flatMap(({ id, contributionIds }) => contributionIds.map((contributionId) => ({ fromId: contributionId, toId: id, kind: 'clustered-into' as const }))),
      by,
    );
    return clusters;
  }

  /** The clusters that the hall sees when a vote on them begins: whoever moved notes since the cluster activity ended meant to, so that one is closed anew. */
  async closeForVote(em: EntityManager, found: FoundActivity, time: StepTime): Promise<ClosedCluster[]> {
    const [before] = await em.find(Activity, { where: { sessionId: found.session.id, kind: 'cluster', state: 'ended' }, order: { endedAt: 'DESC' }, take: 1 });
    return this.close(em, found, { ...time, activityId: before?.id ?? found.activity.id });
  }

  /** Clusters with their notes in people's own words and the vote on them; unknown ids are left out. */
  async clustersOf(clusterIds: readonly string[], em: EntityManager = this.transactions.manager): Promise<FoundCluster[]> {
    const clusters = await this.outlinesOf(clusterIds, em);
    const words = new Map((await this.provenance.contributionsOf(em, [...new Set(clusters.flatMap(({ notes }) => notes.map(({ contributionId }) => contributionId)))])).map((said) => [said.id, said]));
    return clusters.map((cluster) => ({
      ...cluster,
      notes: cluster.notes.flatMap(({ contributionId }) => {
        const said = words.get(contributionId);
        return said ? [{ contributionId, text: said.text, language: said.language }] : [];
      }),
    }));
  }

  /** The same without anybody's words, for what only counts. */
  async outlinesOf(clusterIds: readonly string[], em: EntityManager = this.transactions.manager): Promise<FoundCluster<NamedNote>[]> {
    const ids = [...new Set(clusterIds)];
    if (ids.length === 0) return [];
    const clusters = new Map((await em.findBy(Cluster, { id: In(ids) })).map((cluster) => [cluster.id, cluster]));
    // one after the other: a transaction has one connection
    const sessions = new Map((await em.findBy(Session, { id: In([...new Set([...clusters.values()].map(({ sessionId }) => sessionId))]) })).map((session) => [session.id, session]));
    const notes = new Map((await em.query<{ id: string; noteIds: string[] }[]>(
      'select cluster_id as id, array_agg(contribution_id order by position) as "noteIds" from cluster_note where cluster_id = any($1::uuid[]) group by cluster_id',
      [ids],
    )).map(({ id, noteIds }) => [id, noteIds]));
    const votes = await this.votes.onClusters(em, ids);
    return ids.flatMap((id): FoundCluster<NamedNote>[] => {
      const cluster = clusters.get(id);
      const session = cluster && sessions.get(cluster.sessionId);
      if (!session) return [];
      const vote = votes.get(id);
      return [
        {
          id,
          title: cluster.title,
          sessionId: session.id,
          sessionTitle: session.title,
          processId: session.processId,
          closed: !vote?.running,
          notes: (notes.get(id) ?? []).map((contributionId) => ({ contributionId })),
          vote: vote?.counted ?? null,
        },
      ];
    });
  }
}

async function closedIn(em: EntityManager, sessionId: string): Promise<ClosedCluster[]> {
  return em.query(
    `select c.id, c.board_cluster_id as "boardClusterId", c.title,
        array(select contribution_id from cluster_note n where n.cluster_id = c.id order by position) as "contributionIds"
      from cluster c where c.session_id = $1 order by c.closed_at, c.id`,
    [sessionId],
  );
}
