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
