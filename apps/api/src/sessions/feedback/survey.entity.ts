import type { SurveyGroups } from '@spolu/contracts/feedback';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** The survey after a session: until when it may be answered. */
@Entity('survey')
export class SurveyRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'survey_pkey' })
  @ForeignKey('session', 'id', { name: 'survey_session_id_fkey' })
  sessionId: string;

  @Column('timestamptz')
  openedAt: Date;

  @Column('timestamptz')
  closesAt: Date;

  /** What groups said, as it was told when the survey was first over. */
  @Column('jsonb', { nullable: true })
  groups: SurveyGroups[] | null;
}

/** A key to answer with, once; kept apart from what is answered. */
@Entity('survey_token')
export class SurveyToken {
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'survey_token_pkey' })
  digest: Buffer;

  @Column('uuid')
  @ForeignKey('survey', 'sessionId', { name: 'survey_token_session_id_fkey' })
  sessionId: string;

  @Index('survey_token_participant_id')
  @Column('uuid')
  @ForeignKey('participant', 'id', { name: 'survey_token_participant_id_fkey' })
  participantId: string;
}

/** That somebody has answered; what she answered is one of the {@link SurveySubmission}s, and no row says which. */
@Entity('survey_given')
export class SurveyGiven {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'survey_given_pkey' })
  @ForeignKey('survey', 'sessionId', { name: 'survey_given_session_id_fkey' })
  sessionId: string;

  @Index('survey_given_participant_id')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'survey_given_pkey' })
  @ForeignKey('participant', 'id', { name: 'survey_given_participant_id_fkey' })
  participantId: string;

  /** The device's id of the command, so that one sent again is known for the same. It stands nowhere else. */
  @Column('uuid')
  command: string;
}

/** Answers on scales, and what somebody said of herself, without a person or an order; their time is an hour. */
@Entity('survey_submission')
@Check('survey_submission_hour', `hour = date_trunc('hour', hour, 'UTC')`)
export class SurveySubmission {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'survey_submission_pkey' })
  id: string;

  @Index('survey_submission_session_id')
  @Column('uuid')
  @ForeignKey('survey', 'sessionId', { name: 'survey_submission_session_id_fkey' })
  sessionId: string;

  @Column('jsonb')
  scores: Record<string, number | string>;

  @Column('timestamptz')
  hour: Date;

  /** Counted in the results: answers become so five at a time. */
  @Column('boolean')
  told: boolean;
}
