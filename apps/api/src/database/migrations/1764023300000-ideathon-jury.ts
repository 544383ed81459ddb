import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The jury of an ideathon: who is in it, what each must not judge and has given, what was changed in the discussion, and what was fixed. */
export class IdeathonJury1764023300000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table ideathon_jury (
        activity_id uuid not null constraint ideathon_jury_pkey primary key
          constraint ideathon_jury_activity_id_fkey references ideathon (activity_id) on delete cascade,
        state text not null constraint ideathon_jury_state check (state in ('preparing', 'scoring', 'discussing', 'fixed')),
        version int not null,
        revision int not null
      );
      create table ideathon_juror (
        activity_id uuid not null constraint ideathon_juror_activity_id_fkey references ideathon_jury (activity_id) on delete cascade,
        participant_id uuid not null constraint ideathon_juror_participant_id_fkey references participant (id),
        declared_at timestamptz,
        constraint ideathon_juror_pkey primary key (activity_id, participant_id)
      );
      create index ideathon_juror_participant_id on ideathon_juror (participant_id);
      create table ideathon_jury_conflict (
        activity_id uuid not null constraint ideathon_jury_conflict_activity_id_fkey references ideathon_jury (activity_id) on delete cascade,
        participant_id uuid not null constraint ideathon_jury_conflict_participant_id_fkey references participant (id),
        team_id uuid not null constraint ideathon_jury_conflict_team_id_fkey references ideathon_team (id) on delete cascade,
        reason text not null,
        declared_at timestamptz not null,
        constraint ideathon_jury_conflict_pkey primary key (activity_id, participant_id, team_id)
      );
      create index ideathon_jury_conflict_participant_id on ideathon_jury_conflict (participant_id);
      create index ideathon_jury_conflict_team_id on ideathon_jury_conflict (team_id);
      create table ideathon_jury_sheet (
        activity_id uuid not null constraint ideathon_jury_sheet_activity_id_fkey references ideathon_jury (activity_id) on delete cascade,
        participant_id uuid not null constraint ideathon_jury_sheet_participant_id_fkey references participant (id),
        team_id uuid not null constraint ideathon_jury_sheet_team_id_fkey references ideathon_team (id) on delete cascade,
        scores int[] not null
          constraint ideathon_jury_sheet_scores check (cardinality(scores) between 1 and 10 and 0 <= all (scores) and 10 >= all (scores)),
        feedback text not null,
        note text not null,
        saved_at timestamptz not null,
        constraint ideathon_jury_sheet_pkey primary key (activity_id, participant_id, team_id)
      );
      create index ideathon_jury_sheet_participant_id on ideathon_jury_sheet (participant_id);
      create index ideathon_jury_sheet_team_id on ideathon_jury_sheet (team_id);
      create table ideathon_jury_revision (
        id uuid not null constraint ideathon_jury_revision_pkey primary key,
        activity_id uuid not null,
        participant_id uuid not null,
        team_id uuid not null,
        before int[] not null,
        after int[] not null,
        at timestamptz not null,
        constraint ideathon_jury_revision_sheet_fkey foreign key (activity_id, participant_id, team_id)
          references ideathon_jury_sheet (activity_id, participant_id, team_id) on delete cascade
      );
      create index ideathon_jury_revision_sheet on ideathon_jury_revision (activity_id, participant_id, team_id);
      create trigger ideathon_jury_revision_never_changes before update on ideathon_jury_revision for each row execute function refuse_change();
      create table ideathon_jury_result (
        activity_id uuid not null constraint ideathon_jury_result_activity_id_fkey references ideathon_jury (activity_id) on delete cascade,
        number int not null constraint ideathon_jury_result_number check (number >= 1),
        result jsonb not null,
        fixed_at timestamptz not null,
        fixed_by uuid constraint ideathon_jury_result_fixed_by_fkey references person (id) on delete set null,
        reopened_at timestamptz,
        reopened_by uuid constraint ideathon_jury_result_reopened_by_fkey references person (id) on delete set null,
        reason text,
        constraint ideathon_jury_result_pkey primary key (activity_id, number),
        constraint ideathon_jury_result_reopened_for_a_reason
          check ((reopened_at is null) = (reason is null) and (reopened_by is null or reopened_at is not null))
      );
      create unique index ideathon_jury_result_one_stands on ideathon_jury_result (activity_id) where reopened_at is null;
      create index ideathon_jury_result_fixed_by on ideathon_jury_result (fixed_by);
      create index ideathon_jury_result_reopened_by on ideathon_jury_result (reopened_by)`);
  }

  /** Loses what juries gave and fixed. */
  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table ideathon_jury_result, ideathon_jury_revision, ideathon_jury_sheet, ideathon_jury_conflict, ideathon_juror, ideathon_jury');
  }
}
