import type { IdeathonStage } from '@spolu/contracts/activities/ideathon';
import type { Language } from '@spolu/contracts/common';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** An ideathon that has begun. */
@Entity('ideathon')
@Check('ideathon_stage', `stage in ('brief', 'teams', 'canvas', 'pitches', 'jury', 'audience-vote', 'results')`)
export class Ideathon {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ideathon_pkey' })
  @ForeignKey('activity', 'id', { name: 'ideathon_activity_id_fkey', onDelete: 'CASCADE' })
  activityId: string;

  @Column('text')
  stage: IdeathonStage;

  /** Those that are not named come after, by their numbers. */
  @Column('uuid', { array: true })
  pitchOrder: string[];

  @Column('uuid', { array: true })
  pitchedTeamIds: string[];

  /** Who is on now. */
  @Column('uuid', { nullable: true })
  pitchingTeamId: string | null;

  /** Since when its results are told: from then on the audience votes no more. */
  @Column('timestamptz', { nullable: true })
  toldAt: Date | null;
}

/** A team; those that were merged into another or taken away stay, and are no team any more. */
@Entity('ideathon_team')
@Check('ideathon_team_number', 'number >= 1')
@Check('ideathon_team_language', `language in ('sk', 'cs', 'en', 'uk')`)
@Unique('ideathon_team_number_is_unique', ['activityId', 'number'])
@Unique('ideathon_team_belongs_to_its_ideathon', ['activityId', 'id'])
@ForeignKey('ideathon_team', ['activityId', 'mergedIntoId'], ['activityId', 'id'], { name: 'ideathon_team_merged_into_fkey', onDelete: 'CASCADE' })
export class IdeathonTeam {
  /** What it says of itself is a contribution under the same id. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ideathon_team_pkey' })
  id: string;

  @Column('uuid')
  @ForeignKey('ideathon', 'activityId', { name: 'ideathon_team_activity_id_fkey', onDelete: 'CASCADE' })
  activityId: string;

  @Column('int')
  number: number;

  @Column('text')
  name: string;

  @Column('text')
  idea: string;

  @Column('text')
  language: Language;

  /** Grows with each change of what its members are told. */
  @Column('int')
  version: number;

  @Index('ideathon_team_merged_into_id')
  @Column('uuid', { nullable: true })
  mergedIntoId: string | null;

  @Column('timestamptz', { nullable: true })
  removedAt: Date | null;
}

/** Who is in which team: in one at most. */
@Entity('ideathon_member')
@ForeignKey('ideathon_team', ['activityId', 'teamId'], ['activityId', 'id'], { name: 'ideathon_member_team_fkey', onDelete: 'CASCADE' })
export class IdeathonMember {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ideathon_member_pkey' })
  activityId: string;

  @Index('ideathon_member_participant_id')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ideathon_member_pkey' })
  @ForeignKey('participant', 'id', { name: 'ideathon_member_participant_id_fkey' })
  participantId: string;

  @Index('ideathon_member_team_id')
  @Column('uuid')
  teamId: string;

  @Column('timestamptz')
  joinedAt: Date;
}

/** A field of a team's canvas as somebody wrote it; the newest revision is what stands there. Nothing is written over. */
@Entity('ideathon_entry')
@Check('ideathon_entry_field', 'field between 0 and 9')
@Check('ideathon_entry_revision', 'revision >= 1')
@Check('ideathon_entry_words_are_a_contribution', `(text = '') = (contribution_id is null)`)
export class IdeathonEntry {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ideathon_entry_pkey' })
  @ForeignKey('ideathon_team', 'id', { name: 'ideathon_entry_team_id_fkey', onDelete: 'CASCADE' })
  teamId: string;

  /** Its place in the settings. */
  @PrimaryColumn('int', { primaryKeyConstraintName: 'ideathon_entry_pkey' })
  field: number;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'ideathon_entry_pkey' })
  revision: number;

  @Index('ideathon_entry_participant_id')
  @Column('uuid')
  @ForeignKey('participant', 'id', { name: 'ideathon_entry_participant_id_fkey' })
  participantId: string;

  /** Null: it was emptied. */
  @Index('ideathon_entry_contribution_id')
  @Column('uuid', { nullable: true })
  @ForeignKey('contribution', 'id', { name: 'ideathon_entry_contribution_id_fkey' })
  contributionId: string | null;

  @Column('text')
  text: string;

  @Column('timestamptz')
  writtenAt: Date;
}

/** What somebody of the staff tells a team about its idea. */
@Entity('ideathon_note')
export class IdeathonNote {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ideathon_note_pkey' })
  id: string;

  @Index('ideathon_note_team_id')
  @Column('uuid')
  @ForeignKey('ideathon_team', 'id', { name: 'ideathon_note_team_id_fkey', onDelete: 'CASCADE' })
  teamId: string;

  @Index('ideathon_note_person_id')
  @Column('uuid', { nullable: true })
  @ForeignKey('person', 'id', { name: 'ideathon_note_person_id_fkey', onDelete: 'SET NULL' })
  personId: string | null;

  @Column('text')
  text: string;

  @Column('timestamptz')
  writtenAt: Date;
}
