import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** The rules of one dot vote, fixed at its start. */
@Entity('vote')
@Check('vote_dots', `dots between 1 and 20`)
@Check('vote_per_option', `per_option between 1 and dots`)
@Unique('vote_rules_are_one_key', ['activityId', 'dots', 'perOption'])
export class Vote {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'vote_pkey' })
  @ForeignKey('activity', 'id', { name: 'vote_activity_id_fkey' })
  activityId: string;

  @Column('int')
  dots: number;

  /** Where the settings name no limit: all dots. */
  @Column('int')
  perOption: number;
}

/** A cluster as it stood when the vote started, or a team of an ideathon, under the team's id. */
@Entity('vote_option')
@Unique('vote_option_cluster_once', ['activityId', 'clusterId'])
@Unique('vote_option_team_once', ['teamId'])
@Check('vote_option_is_a_cluster_or_a_team', 'num_nonnulls(cluster_id, team_id) = 1')
@Unique('vote_option_belongs_to_its_vote', ['activityId', 'id'])
export class VoteOptionRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'vote_option_pkey' })
  id: string;

  @Column('uuid')
  @ForeignKey('vote', 'activityId', { name: 'vote_option_activity_id_fkey' })
  activityId: string;

  @Index('vote_option_cluster_id')
  @Column('uuid', { nullable: true })
  @ForeignKey('cluster', 'id', { name: 'vote_option_cluster_id_fkey' })
  clusterId: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('ideathon_team', 'id', { name: 'vote_option_team_id_fkey' })
  teamId: string | null;

  @Column('int')
  position: number;

  @Column('text')
  title: string;
}

/** That somebody has voted; where her dots lie is in {@link Dot}. */
@Entity('ballot')
export class BallotRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ballot_pkey' })
  @ForeignKey('vote', 'activityId', { name: 'ballot_activity_id_fkey' })
  activityId: string;

  @Index('ballot_participant_id')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ballot_pkey' })
  @ForeignKey('participant', 'id', { name: 'ballot_participant_id_fkey' })
  participantId: string;

  @Column('timestamptz')
  castAt: Date;
}

/** One dot. Its two numbers hold the budget and the limit of each option; see the migration. */
@Entity('dot')
@Check('dot_within_budget', `number between 1 and dots`)
@Check('dot_within_option', `number_on_option between 1 and per_option`)
@Unique('dot_once_on_option', ['activityId', 'participantId', 'optionId', 'numberOnOption'])
@ForeignKey('ballot', ['activityId', 'participantId'], ['activityId', 'participantId'], { name: 'dot_ballot_fkey', onDelete: 'CASCADE' })
@ForeignKey('vote_option', ['activityId', 'optionId'], ['activityId', 'id'], { name: 'dot_option_fkey' })
@ForeignKey('vote', ['activityId', 'dots', 'perOption'], ['activityId', 'dots', 'perOption'], { name: 'dot_rules_fkey' })
export class Dot {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'dot_pkey' })
  activityId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'dot_pkey' })
  participantId: string;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'dot_pkey' })
  number: number;

  @Index('dot_option_id')
  @Column('uuid')
  optionId: string;

  @Column('int')
  numberOnOption: number;

  @Column('int')
  dots: number;

  @Column('int')
  perOption: number;
}
