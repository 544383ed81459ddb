import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/**
 * A cluster as it stood when it was closed. Rows are never changed: a cluster that was regrouped or renamed since becomes another row, because ideas
 * cite the earlier one.
 */
@Entity('cluster')
export class Cluster {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'cluster_pkey' })
  id: string;

  @Index('cluster_session_id')
  @Column('uuid')
  @ForeignKey('session', 'id', { name: 'cluster_session_id_fkey' })
  sessionId: string;

  @Column('text')
  boardClusterId: string;

  @Column('text')
  title: string;

  @Column('timestamptz')
  closedAt: Date;
}

@Entity('cluster_note')
export class ClusterNote {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'cluster_note_pkey' })
  @ForeignKey('cluster', 'id', { name: 'cluster_note_cluster_id_fkey' })
  clusterId: string;

  @Index('cluster_note_contribution_id')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'cluster_note_pkey' })
  @ForeignKey('contribution', 'id', { name: 'cluster_note_contribution_id_fkey' })
  contributionId: string;

  @Column('int')
  position: number;
}

/** Which clusters an activity left behind, in the board's order. */
@Entity('activity_cluster')
export class ActivityCluster {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'activity_cluster_pkey' })
  @ForeignKey('activity', 'id', { name: 'activity_cluster_activity_id_fkey' })
  activityId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'activity_cluster_pkey' })
  @ForeignKey('cluster', 'id', { name: 'activity_cluster_cluster_id_fkey' })
  clusterId: string;

  @Column('int')
  position: number;
}
