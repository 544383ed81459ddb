import type { QuestionState } from '@spolu/contracts/activities/q-and-a';
import type { Language } from '@spolu/contracts/common';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A question of the hall. What everybody may read is a contribution too, under the same id. */
@Entity('question')
@Check('question_language', `language in ('sk', 'cs', 'en', 'uk')`)
@Check('question_state', `state in ('waiting', 'shown', 'current', 'answered', 'hidden', 'removed')`)
@Index('question_activity_id', ['activityId', 'state'])
@Index('question_one_is_current', ['activityId'], { unique: true, where: `state = 'current'` })
export class Question {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'question_pkey' })
  id: string;

  @Column('uuid')
  @ForeignKey('activity', 'id', { name: 'question_activity_id_fkey' })
  activityId: string;

  @Index('question_participant_id')
  @Column('uuid')
  @ForeignKey('participant', 'id', { name: 'question_participant_id_fkey' })
  participantId: string;

  @Column('text')
  text: string;

  @Column('text')
  language: Language;

  @Column('text')
  state: QuestionState;

  @Column('text')
  answer: string;

  @Column('timestamptz')
  askedAt: Date;

  /** Since when everybody may read it; its contribution is of that moment. */
  @Column('timestamptz', { nullable: true })
  shownAt: Date | null;
}

/** That somebody would ask it too: once. */
@Entity('question_support')
export class QuestionSupport {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'question_support_pkey' })
  @ForeignKey('question', 'id', { name: 'question_support_question_id_fkey' })
  questionId: string;

  @Index('question_support_participant_id')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'question_support_pkey' })
  @ForeignKey('participant', 'id', { name: 'question_support_participant_id_fkey' })
  participantId: string;
}
