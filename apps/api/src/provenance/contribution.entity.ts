import type { Language } from '@spolu/contracts/common';
import type { ContributionKind } from '@spolu/contracts/provenance';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ProvenanceRecord } from './record.entity.ts';

/**
 * What one person said: its text as it stood when its editor was closed first. In an anonymous activity neither participant nor person is
 * written, here or anywhere else.
 */
@Entity('contribution')
@Check('contribution_kind', `kind in ('note', 'idea', 'comment', 'amendment')`)
@Check('contribution_language', `language in ('sk', 'cs', 'en', 'uk')`)
export class Contribution {
  @ForeignKey(() => ProvenanceRecord, { name: 'contribution_record' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'contribution_pkey' })
  id: string;
  @Column('text')
  kind: ContributionKind;
  @Index('contribution_participant', { where: 'participant_id is not null' })
  @Column('uuid', { nullable: true })
  participantId: string | null;
  @Index('contribution_person', { where: 'person_id is not null' })
  @Column('uuid', { nullable: true })
  personId: string | null;
  /** Who wrote it down for somebody who could not. */
  @Column('uuid', { nullable: true })
  scribeId: string | null;
  /** It stood on paper before somebody typed it in. */
  @Column('boolean', { default: false })
  onPaper: boolean;
  /** Null: it was said online, in the process of its record. */
  @Column('uuid', { nullable: true })
  sessionId: string | null;
  @Column('uuid', { nullable: true })
  activityId: string | null;
  @Column('text')
  language: Language;
  @Column('text')
  text: string;
  @Column('timestamptz')
  createdAt: Date;
}

/** A later text of a contribution; the first stands in the contribution itself. */
@Entity('contribution_version')
@Check('contribution_version_number', 'number > 1')
export class ContributionVersion {
  @ForeignKey(() => Contribution, { name: 'contribution_version_contribution' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'contribution_version_pkey' })
  contributionId: string;
  @PrimaryColumn('int', { primaryKeyConstraintName: 'contribution_version_pkey' })
  number: number;
  @Column('text')
  text: string;
  @Column('timestamptz')
  at: Date;
}
