import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ReferralItem } from '../review.entity.ts';

/** What a body asks a department about one recommendation, and what the department answers. */
@Entity('referral_question')
@Check('referral_question_answer', `(answer = '') = (answered_at is null)`)
export class ReferralQuestion {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'referral_question_pkey' })
  id: string;
  @Index('referral_question_item_id')
  @ForeignKey(() => ReferralItem, { name: 'referral_question_item_id_fkey' })
  @Column('uuid')
  itemId: string;
  @ForeignKey('organisation', 'id', { name: 'referral_question_organisation_id_fkey' })
  @Column('uuid')
  organisationId: string;
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
}
