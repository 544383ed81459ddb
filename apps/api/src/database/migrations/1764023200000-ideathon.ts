import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ideathons: how far each is, its teams and who is in which. */
export class Ideathon1764023200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table ideathon (
        activity_id uuid not null constraint ideathon_pkey primary key constraint ideathon_activity_id_fkey references activity (id) on delete cascade,
        stage text not null constraint ideathon_stage check (stage in ('brief', 'teams', 'canvas', 'pitches', 'jury', 'audience-vote', 'results'))
      );
      create table ideathon_team (
        id uuid not null constraint ideathon_team_pkey primary key,
        activity_id uuid not null constraint ideathon_team_activity_id_fkey references ideathon (activity_id) on delete cascade,
        number int not null constraint ideathon_team_number check (number >= 1),
        name text not null,
        idea text not null,
        language text not null constraint ideathon_team_language check (language in ('sk', 'cs', 'en', 'uk')),
        version int not null,
        merged_into_id uuid,
        removed_at timestamptz,
        constraint ideathon_team_number_is_unique unique (activity_id, number),
        constraint ideathon_team_belongs_to_its_ideathon unique (activity_id, id),
        constraint ideathon_team_merged_into_fkey foreign key (activity_id, merged_into_id) references ideathon_team (activity_id, id) on delete cascade
      );
      create index ideathon_team_merged_into_id on ideathon_team (merged_into_id);
      create table ideathon_member (
        activity_id uuid not null,
        participant_id uuid not null constraint ideathon_member_participant_id_fkey references participant (id),
        team_id uuid not null,
        joined_at timestamptz not null,
        constraint ideathon_member_pkey primary key (activity_id, participant_id),
        constraint ideathon_member_team_fkey foreign key (activity_id, team_id) references ideathon_team (activity_id, id) on delete cascade
      );
      create index ideathon_member_team_id on ideathon_member (team_id);
      create index ideathon_member_participant_id on ideathon_member (participant_id)`);
  }

  /** Which teams there were and who was in them is forgotten; what they said stays among the contributions. */
  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table ideathon_member, ideathon_team, ideathon');
  }
}
