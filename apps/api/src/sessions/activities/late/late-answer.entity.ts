import type { AnswerValue } from '@spolu/contracts/activities/answers';
import type { Ballot } from '@spolu/contracts/activities/dot-vote';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What one person says in a vote, where dots are no rows of their own: an answer, or the dots of a ballot. */
export type VoteValue = AnswerValue | Ballot['dots'];

/** Somebody's last answer or ballot that came after the end of its vote. */
@Entity('late_answer')
@Check('late_answer_is_decided_once', 'counted_at is null or left_out_at is null')
@Check('late_answer_moves_when_counted', '(value is null) = (counted_at is not null)')
export class LateAnswerRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'late_answer_pkey' })
  @ForeignKey('activity', 'id', { name: 'late_answer_activity_id_fkey' })
  activityId: string;

  @Index('late_answer_participant_id')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'late_answer_pkey' })
  @ForeignKey('participant', 'id', { name: 'late_answer_participant_id_fkey' })
  participantId: string;

  /** Null once it stands where the others stand. */
  @Column('jsonb', { nullable: true })
  value: VoteValue | null;

  @Column('timestamptz')
  arrivedAt: Date;

  @Column('timestamptz', { nullable: true })
  countedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  leftOutAt: Date | null;
}
