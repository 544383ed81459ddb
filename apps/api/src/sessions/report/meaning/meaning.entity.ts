import type { Language } from '@spolu/contracts/common';
import type { MeaningVerdict } from '@spolu/contracts/meaning';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A summary that the hall is asked about. */
@Entity('meaning_check')
@Check('meaning_check_language', `language in ('sk', 'cs', 'en', 'uk')`)
@Index('meaning_check_session_id', ['sessionId', 'askedAt'])
@Index('meaning_check_one_is_asked_at_a_time', ['sessionId'], { unique: true, where: 'ended_at is null' })
export class MeaningCheck {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'meaning_check_pkey' })
  id: string;

  @Column('uuid')
  @ForeignKey('session', 'id', { name: 'meaning_check_session_id_fkey' })
  sessionId: string;

  @Column('text')
  summary: string;

  @Column('text')
  language: Language;

  @Column('timestamptz')
  askedAt: Date;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;
}

/** One person's, until she gives another one; told to others without her. */
@Entity('meaning_answer')
@Check('meaning_answer_verdict', `verdict in ('yes', 'not-quite')`)
@Check('meaning_answer_language', `language in ('sk', 'cs', 'en', 'uk')`)
export class MeaningAnswerRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'meaning_answer_pkey' })
  @ForeignKey('meaning_check', 'id', { name: 'meaning_answer_check_id_fkey' })
  checkId: string;

  @Index('meaning_answer_participant_id')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'meaning_answer_pkey' })
  @ForeignKey('participant', 'id', { name: 'meaning_answer_participant_id_fkey' })
  participantId: string;

  @Column('text')
  verdict: MeaningVerdict;

  @Column('text')
  words: string;

  @Column('text')
  language: Language;

  @Column('timestamptz')
  answeredAt: Date;
}
