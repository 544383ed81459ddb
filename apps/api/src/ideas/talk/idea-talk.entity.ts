import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Contribution } from '../../provenance/contribution.entity.ts';
import { Idea } from '../idea.entity.ts';

/** One voice for an idea. */
@Entity('idea_support')
export class IdeaSupport {
  @ForeignKey(() => Idea, { name: 'idea_support_idea_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'idea_support_pkey' })
  ideaId: string;
  /** A person, a participant or a guest. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'idea_support_pkey' })
  byId: string;
  @Column('timestamptz', { default: () => 'now()' })
  at: Date;
}

/** What somebody said about an idea: its words and author stand in the contribution. */
@Entity('idea_comment')
@Index('idea_comment_thread', ['ideaId', 'at', 'id'], { where: 'reply_to is null' })
@Index('idea_comment_reply_to', ['replyTo', 'at'], { where: 'reply_to is not null' })
export class IdeaCommentRow {
  @ForeignKey(() => Contribution, { name: 'idea_comment_contribution' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'idea_comment_pkey' })
  id: string;
  @ForeignKey(() => Idea, { name: 'idea_comment_idea_id_fkey' })
  @Column('uuid')
  ideaId: string;
  /** The comment it answers, which itself answers none. */
  @ForeignKey('idea_comment', 'id', { name: 'idea_comment_reply_to_fkey' })
  @Column('uuid', { nullable: true })
  replyTo: string | null;
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

/** Somebody says that an idea or a comment should not stand here. */
@Entity('words_report')
@Index('words_report_open', ['processId', 'at'], { where: 'settled_at is null' })
export class WordsReport {
  /** The idea or the comment. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'words_report_pkey' })
  aboutId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'words_report_pkey' })
  byId: string;
  @ForeignKey('process', 'id', { name: 'words_report_process_id_fkey' })
  @Column('uuid')
  processId: string;
  @ForeignKey(() => Idea, { name: 'words_report_idea_id_fkey' })
  @Column('uuid')
  ideaId: string;
  @Column('text')
  reason: string;
  @Column('timestamptz', { default: () => 'now()' })
  at: Date;
  @Column('timestamptz', { nullable: true })
  settledAt: Date | null;
  @Column('uuid', { nullable: true })
  settledBy: string | null;
}
