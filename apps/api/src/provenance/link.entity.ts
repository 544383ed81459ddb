import type { LinkKind } from '@spolu/contracts/provenance';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ProvenanceRecord } from './record.entity.ts';

/** One step of a way, in the direction of time. Append-only: a trigger refuses to change or remove one. */
@Entity('link')
@Check(
  'link_kind',
  `kind in ('gave', 'clustered-into', 'became', 'merged-into', 'split-from', 'cited-in', 'referred-to', 'opined-by', 'decided-by', 'implemented-by', 'carried-over-to')`,
)
@Check('link_leads_on', 'from_id <> to_id')
export class Link {
  @ForeignKey(() => ProvenanceRecord, { name: 'link_from' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'link_pkey' })
  fromId: string;
  @Index('link_to_id')
  @ForeignKey(() => ProvenanceRecord, { name: 'link_to' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'link_pkey' })
  toId: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'link_pkey' })
  kind: LinkKind;
  @Column('uuid', { nullable: true })
  byPersonId: string | null;
  /** Why, where somebody gave a reason for just this step. */
  @Column('text', { nullable: true })
  reason: string | null;
  @Column('timestamptz', { default: () => 'now()' })
  at: Date;
}

/** A step that was undone. The step stays as it was written; this says who ended it and when. Append-only like the step. */
@Entity('link_end')
@ForeignKey(() => Link, ['fromId', 'toId', 'kind'], ['fromId', 'toId', 'kind'], { name: 'link_end_link' })
export class LinkEnd {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'link_end_pkey' })
  fromId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'link_end_pkey' })
  toId: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'link_end_pkey' })
  kind: LinkKind;
  @Column('uuid', { nullable: true })
  byPersonId: string | null;
  @Column('timestamptz', { default: () => 'now()' })
  at: Date;
}
