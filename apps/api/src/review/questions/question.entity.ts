import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ReferralItem } from '../review.entity.ts';

/** What a body asks a department, or the author of a contribution, about one recommendation, and what is answered. Who the author is stands with her contribution alone. */
@Entity('referral_question')
@Check('referral_question_answer', `(answer = '') = (answered_at is null)`)
@Check('referral_question_of_one', 'num_nonnulls(organisation_id, contribution_id) = 1')
@Check('referral_question_author_unnamed', 'contribution_id is null or answered_by is null')
@Check('referral_question_hidden', `hidden in ('question', 'answer')`)
@Check('referral_question_hidden_why', '(hidden is null) = (hidden_reason is null)')
@Check('referral_question_hidden_of_author', 'hidden is null or contribution_id is not null')
export class ReferralQuestion {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'referral_question_pkey' })
  id: string;
  @Index('referral_question_item_id')
  @ForeignKey(() => ReferralItem, { name: 'referral_question_item_id_fkey' })
  @Column('uuid')
  itemId: string;
  @ForeignKey('organisation', 'id', { name: 'referral_question_organisation_id_fkey' })
  @Column('uuid', { nullable: true })
  organisationId: string | null;
  @Index('referral_question_contribution_id', { where: 'contribution_id is not null' })
  @ForeignKey('contribution', 'id', { name: 'referral_question_contribution_id_fkey' })
  @Column('uuid', { nullable: true })
  contributionId: string | null;
  @Column('text')
  text: string;
  @ForeignKey('person', 'id', { name: 'referral_question_asked_by_fkey' })
  @Column('uuid', { nullable: true })
  askedBy: string | null;
  @Column('timestamptz')
  askedAt: Date;
  @Column('date', { nullable: true })
  dueOn: string | null;
  /** Empty while it waits. */
  @Column('text', { default: '' })
  answer: string;
  @ForeignKey('person', 'id', { name: 'referral_question_answered_by_fkey' })
  @Column('uuid', { nullable: true })
  answeredBy: string | null;
  @Column('timestamptz', { nullable: true })
  answeredAt: Date | null;
  @Column('int', { default: 0 })
  revision: number;
  /** Of an author's: the question with its answer, or the answer alone. */
  @Column('text', { nullable: true })
  hidden: 'question' | 'answer' | null;
  @Column('text', { nullable: true })
  hiddenReason: string | null;
}
