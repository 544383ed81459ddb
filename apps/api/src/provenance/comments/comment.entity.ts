import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What somebody said about something: its words and author stand in the contribution. Each subject has a table of its own, which says what its comments are about. */
export abstract class CommentRow {
  abstract id: string;
  /** The comment it answers, which itself answers none. */
  abstract replyTo: string | null;
  @Column('boolean')
  byStaff: boolean;
  @Column('timestamptz')
  at: Date;
  @Column('timestamptz', { nullable: true })
  editedAt: Date | null;
  @Column('timestamptz', { nullable: true })
  deletedAt: Date | null;
  @Column('timestamptz', { nullable: true })
  hiddenAt: Date | null;
  @Column('text', { nullable: true })
  hiddenReason: string | null;
}
export type CommentTable<Row extends CommentRow = CommentRow> = new () => Row;

/** Somebody says that an idea or a comment should not stand here. */
@Entity('words_report')
@Index('words_report_open', ['placeId', 'at'], { where: 'settled_at is null' })
export class WordsReport {
  /** The idea or the comment. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'words_report_pkey' })
  aboutId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'words_report_pkey' })
  byId: string;
  /** Whose people decide on it: the process or the action plan. */
  @Column('uuid')
  placeId: string;
  /** What is talked about there: the idea or the commitment. */
  @Column('uuid')
  subjectId: string;
  @Column('text')
  reason: string;
  @Column('timestamptz', { default: () => 'now()' })
  at: Date;
  @Column('timestamptz', { nullable: true })
  settledAt: Date | null;
  @Column('uuid', { nullable: true })
  settledBy: string | null;
}
