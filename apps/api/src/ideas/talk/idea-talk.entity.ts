import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CommentRow } from '../../provenance/comments/comment.entity.ts';
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

/** What somebody said about an idea. */
@Entity('idea_comment')
@Index('idea_comment_thread', ['ideaId', 'at', 'id'], { where: 'reply_to is null' })
@Index('idea_comment_reply_to', ['replyTo', 'at'], { where: 'reply_to is not null' })
export class IdeaCommentRow extends CommentRow {
  @ForeignKey(() => Contribution, { name: 'idea_comment_contribution' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'idea_comment_pkey' })
  id: string;
  @ForeignKey(() => Idea, { name: 'idea_comment_idea_id_fkey' })
  @Column('uuid')
  ideaId: string;
  @ForeignKey('idea_comment', 'id', { name: 'idea_comment_reply_to_fkey' })
  @Column('uuid', { nullable: true })
  replyTo: string | null;
}
