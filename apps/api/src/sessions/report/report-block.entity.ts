import type { OwnContent, ReportContent } from '@spolu/contracts/report-blocks';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { StoredDraft } from './assemble.ts';

/** That a report was touched. Each change of it takes the next revision; two who change it wait for one another. */
@Entity('report_draft')
@Check('report_draft_revision', 'revision > 0')
export class ReportDraftRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'report_draft_pkey' })
  @ForeignKey('session', 'id', { name: 'report_draft_session_id_fkey' })
  sessionId: string;

  @Column('int')
  revision: number;

  /** Keys as she ordered them; what came to the session since is not among them. */
  @Column('text', { array: true })
  blockOrder: string[];
}

/** What she changed of a generated block, or a block of her own. */
@Entity('report_block')
@Check('report_block_own_has_content', `(content is not null) = (key like 'own-%')`)
export class ReportBlockRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'report_block_pkey' })
  @ForeignKey('report_draft', 'session_id', { name: 'report_block_session_id_fkey' })
  sessionId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'report_block_pkey' })
  key: string;

  @Column('jsonb', { nullable: true })
  content: OwnContent | null;

  @Column('text')
  note: string;

  @Column('boolean')
  hidden: boolean;

  /** The draft's, when this block was changed last. */
  @Column('int')
  revision: number;
}

/** What readers got. */
@Entity('report_version')
@Check('report_version_number', 'number > 0')
export class ReportVersionRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'report_version_pkey' })
  @ForeignKey('session', 'id', { name: 'report_version_session_id_fkey' })
  sessionId: string;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'report_version_pkey' })
  number: number;

  /** The draft it was made of, to go back to. */
  @Column('jsonb')
  draft: StoredDraft & { revision: number };

  @Column('jsonb')
  content: ReportContent;

  @Index('report_version_published_by')
  @Column('uuid')
  @ForeignKey('person', 'id', { name: 'report_version_published_by_fkey' })
  publishedBy: string;

  @Column('timestamptz')
  publishedAt: Date;
}

/** A board as it looked when the version was published. */
@Entity('report_picture')
@ForeignKey(() => ReportVersionRow, ['sessionId', 'number'], ['sessionId', 'number'], { name: 'report_picture_version' })
export class ReportPictureRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'report_picture_pkey' })
  sessionId: string;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'report_picture_pkey' })
  number: number;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'report_picture_pkey' })
  boardId: string;

  @Column('bytea')
  png: Buffer;

  /** Whose words are on it: once one of them was taken back, it is shown to nobody else. */
  @Column('uuid', { array: true })
  contributionIds: string[];
}
