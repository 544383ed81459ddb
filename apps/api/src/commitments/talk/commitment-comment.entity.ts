import type { CommitmentBlock } from '@spolu/contracts/commitments';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CommentRow } from '../../provenance/comments/comment.entity.ts';
import { Contribution } from '../../provenance/contribution.entity.ts';
import { CommitmentBlockRow } from '../commitment.entity.ts';

/** What somebody said about a field of a commitment, and which version of it she read. */
@Entity('commitment_comment')
@ForeignKey(() => CommitmentBlockRow, ['commitmentId', 'block', 'version'], ['commitmentId', 'block', 'number'], { name: 'commitment_comment_version_fkey' })
@Index('commitment_comment_thread', ['commitmentId', 'block', 'at', 'id'], { where: 'reply_to is null' })
@Index('commitment_comment_reply_to', ['replyTo', 'at'], { where: 'reply_to is not null' })
export class CommitmentCommentRow extends CommentRow {
  @ForeignKey(() => Contribution, { name: 'commitment_comment_contribution' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'commitment_comment_pkey' })
  id: string;
  @Column('uuid')
  commitmentId: string;
  @Column('text')
  block: CommitmentBlock;
  @Column('int')
  version: number;
  @ForeignKey('commitment_comment', 'id', { name: 'commitment_comment_reply_to_fkey' })
  @Column('uuid', { nullable: true })
  replyTo: string | null;
}
