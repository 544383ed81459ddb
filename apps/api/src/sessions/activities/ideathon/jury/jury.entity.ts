import type { JuryState } from '@spolu/contracts/activities/ideathon-jury';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { FixedResult } from './jury-result.ts';

/** The jury of an ideathon; none before somebody was named or its rubric changed. */
@Entity('ideathon_jury')
@Check('ideathon_jury_state', `state in ('preparing', 'scoring', 'discussing', 'fixed')`)
export class IdeathonJury {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ideathon_jury_pkey' })
  @ForeignKey('ideathon', 'activityId', { name: 'ideathon_jury_activity_id_fkey', onDelete: 'CASCADE' })
  activityId: string;

  @Column('text')
  state: JuryState;

  /** Grows with each change of who is in it, and with each step. */
  @Column('int')
  version: number;

  /** Grows with each change of what it came to, as far as anybody may know of it. */
  @Column('int')
  revision: number;
}

/** A seat in the jury. What its juror gives and declares are rows of the participant who was named, whoever holds the seat by now. */
@Entity('ideathon_juror')
@Unique('ideathon_juror_one_seat', ['activityId', 'heldById'])
export class IdeathonJuror {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ideathon_juror_pkey' })
  @ForeignKey('ideathon_jury', 'activityId', { name: 'ideathon_juror_activity_id_fkey', onDelete: 'CASCADE' })
  activityId: string;

  @Index('ideathon_juror_participant_id')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ideathon_juror_pkey' })
  @ForeignKey('participant', 'id', { name: 'ideathon_juror_participant_id_fkey' })
  participantId: string;

  /** The participant that she is now: another one where she moved to a new phone. */
  @Index('ideathon_juror_held_by_id')
  @Column('uuid')
  @ForeignKey('participant', 'id', { name: 'ideathon_juror_held_by_id_fkey' })
  heldById: string;

  /** When she said in which teams she has a conflict of interest, or that she has none. */
  @Column('timestamptz', { nullable: true })
  declaredAt: Date | null;
}

/** She must not judge that team, and says why. Who is in a team has a conflict in it without a row. */
@Entity('ideathon_jury_conflict')
export class IdeathonJuryConflict {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ideathon_jury_conflict_pkey' })
  @ForeignKey('ideathon_jury', 'activityId', { name: 'ideathon_jury_conflict_activity_id_fkey', onDelete: 'CASCADE' })
  activityId: string;

  @Index('ideathon_jury_conflict_participant_id')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ideathon_jury_conflict_pkey' })
  @ForeignKey('participant', 'id', { name: 'ideathon_jury_conflict_participant_id_fkey' })
  participantId: string;

  @Index('ideathon_jury_conflict_team_id')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ideathon_jury_conflict_pkey' })
  @ForeignKey('ideathon_team', 'id', { name: 'ideathon_jury_conflict_team_id_fkey', onDelete: 'CASCADE' })
  teamId: string;

  @Column('text')
  reason: string;

  @Column('timestamptz')
  declaredAt: Date;
}

/** What one juror has to say of one team. It stays when she is a juror no more, or has a conflict of interest, and does not count then. */
@Entity('ideathon_jury_sheet')
@Check('ideathon_jury_sheet_scores', `cardinality(scores) between 1 and 10 and 0 <= all (scores) and 10 >= all (scores)`)
export class IdeathonJurySheet {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ideathon_jury_sheet_pkey' })
  @ForeignKey('ideathon_jury', 'activityId', { name: 'ideathon_jury_sheet_activity_id_fkey', onDelete: 'CASCADE' })
  activityId: string;

  @Index('ideathon_jury_sheet_participant_id')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ideathon_jury_sheet_pkey' })
  @ForeignKey('participant', 'id', { name: 'ideathon_jury_sheet_participant_id_fkey' })
  participantId: string;

  @Index('ideathon_jury_sheet_team_id')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ideathon_jury_sheet_pkey' })
  @ForeignKey('ideathon_team', 'id', { name: 'ideathon_jury_sheet_team_id_fkey', onDelete: 'CASCADE' })
  teamId: string;

  /** By criterion, in the rubric's order; null: not scored yet. */
  @Column('int', { array: true })
  scores: (number | null)[];

  /** For the team. */
  @Column('text')
  feedback: string;

  /** For the jury. */
  @Column('text')
  note: string;

  @Column('timestamptz')
  savedAt: Date;
}

/** A juror changed her scores after all had been opened: what they were, and what they became. Never changed. */
@Entity('ideathon_jury_revision')
@ForeignKey('ideathon_jury_sheet', ['activityId', 'participantId', 'teamId'], ['activityId', 'participantId', 'teamId'], { name: 'ideathon_jury_revision_sheet_fkey', onDelete: 'CASCADE' })
@Index('ideathon_jury_revision_sheet', ['activityId', 'participantId', 'teamId'])
export class IdeathonJuryRevision {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ideathon_jury_revision_pkey' })
  id: string;

  @Column('uuid')
  activityId: string;

  @Column('uuid')
  participantId: string;

  @Column('uuid')
  teamId: string;

  @Column('int', { array: true })
  before: (number | null)[];

  @Column('int', { array: true })
  after: (number | null)[];

  @Column('timestamptz')
  at: Date;
}

/** A result as it was fixed; one that was set aside stays, with the reason. */
@Entity('ideathon_jury_result')
@Check('ideathon_jury_result_number', 'number >= 1')
@Check('ideathon_jury_result_reopened_for_a_reason', `(reopened_at is null) = (reason is null) and (reopened_by is null or reopened_at is not null)`)
@Index('ideathon_jury_result_one_stands', ['activityId'], { unique: true, where: 'reopened_at is null' })
export class IdeathonJuryResult {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ideathon_jury_result_pkey' })
  @ForeignKey('ideathon_jury', 'activityId', { name: 'ideathon_jury_result_activity_id_fkey', onDelete: 'CASCADE' })
  activityId: string;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'ideathon_jury_result_pkey' })
  number: number;

  @Column('jsonb')
  result: FixedResult;

  @Column('timestamptz')
  fixedAt: Date;

  @Index('ideathon_jury_result_fixed_by')
  @Column('uuid', { nullable: true })
  @ForeignKey('person', 'id', { name: 'ideathon_jury_result_fixed_by_fkey', onDelete: 'SET NULL' })
  fixedBy: string | null;

  @Column('timestamptz', { nullable: true })
  reopenedAt: Date | null;

  @Index('ideathon_jury_result_reopened_by')
  @Column('uuid', { nullable: true })
  @ForeignKey('person', 'id', { name: 'ideathon_jury_result_reopened_by_fkey', onDelete: 'SET NULL' })
  reopenedBy: string | null;

  @Column('text', { nullable: true })
  reason: string | null;
}
