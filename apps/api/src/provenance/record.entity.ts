import type { Language, Visibility } from '@spolu/contracts/common';
import type { RecordKind } from '@spolu/contracts/provenance';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Anything that can stand on the way of a thought. The capability that owns the thing registers it under the thing's own id. */
@Entity('record')
@Check(
  'record_kind',
  `kind in ('table', 'contribution', 'cluster', 'idea', 'recommendation', 'dossier', 'referral', 'opinion', 'decision', 'milestone', 'vote-option', 'document', 'assessment')`,
)
@Check('record_visibility', `visibility in ('internal', 'participants', 'public')`)
@Check('record_language', `language in ('sk', 'cs', 'en', 'uk')`)
export class ProvenanceRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'record_pkey' })
  id: string;
  @Column('text')
  kind: RecordKind;
  @Column('text')
  title: string;
  /** Its page in the web, relative. */
  @Index('record_talk', { where: "kind = 'contribution' and url is not null" })
  @Column('text', { nullable: true })
  url: string | null;
  @Column('text')
  visibility: Visibility;
  @Index('record_session', { where: 'session_id is not null' })
  @Column('uuid', { nullable: true })
  sessionId: string | null;
  @Column('uuid', { nullable: true })
  processId: string | null;
  @Column('text', { nullable: true })
  language: Language | null;
  /** A verdict or a state, as the kind's own code. */
  @Column('text', { nullable: true })
  outcome: string | null;
  /** Why so, as its author published it. */
  @Column('text', { nullable: true })
  reason: string | null;
  /** Words that were taken back: they stay internal, however visible their session becomes. */
  @Column('boolean', { default: false })
  withdrawn: boolean;
  @Column('timestamptz')
  at: Date;
}
