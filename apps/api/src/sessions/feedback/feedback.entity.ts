import type { WordsState } from '@spolu/contracts/feedback';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What somebody said of a session in her own words, without her and without how she answered otherwise. `held`: too few answered to tell anybody. */
@Entity('feedback_words')
@Check('feedback_words_state', `state in ('held', 'waiting', 'shown', 'hidden')`)
@Index('feedback_words_session_id', ['sessionId', 'activityId'])
export class FeedbackWordsRow {
  /** Random and not by time, as ids are elsewhere. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'feedback_words_pkey' })
  id: string;

  @Column('uuid')
  @ForeignKey('session', 'id', { name: 'feedback_words_session_id_fkey' })
  sessionId: string;

  /** The pulse it was said in; null: the survey after the session. */
  @Index('feedback_words_activity_id')
  @Column('uuid', { nullable: true })
  @ForeignKey('activity', 'id', { name: 'feedback_words_activity_id_fkey' })
  activityId: string | null;

  /** Of the survey's questionnaire; null in a pulse, which has one place for words. */
  @Column('text', { nullable: true })
  questionId: string | null;

  @Column('text')
  text: string;

  @Column('text')
  state: WordsState | 'held';
}
