import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ideas have a place, on a plan that the process shows or in words, and pictures. A file belongs to a session or to a process. */
export class IdeaPlaces1764034200001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table file alter column session_id drop not null,
        add column process_id uuid constraint file_process_id_fkey references process (id),
        add column unused boolean not null default false,
        add constraint file_of_one_place check (num_nonnulls(session_id, process_id) = 1),
        drop constraint file_place,
        add constraint file_place check (place in ('board', 'report', 'plan', 'idea'));
      create index file_process_id on file (process_id) where process_id is not null;
      create index file_unused on file (created_at) where unused;

      create table idea_plan (
        file_id uuid not null constraint idea_plan_pkey primary key constraint idea_plan_file_id_fkey references file (id),
        process_id uuid not null constraint idea_plan_process_id_fkey references process (id),
        description text not null,
        north double precision,
        west double precision,
        south double precision,
        east double precision,
        constraint idea_plan_edges check (num_nonnulls(north, west, south, east) in (0, 4) and south < north and west < east)
      );
      create index idea_plan_process_id on idea_plan (process_id);
      alter table idea_intake add column plan_id uuid constraint idea_intake_plan_id_fkey references idea_plan (file_id);

      alter table idea add column place_name text not null default '',
        add column plan_id uuid constraint idea_plan_id_fkey references idea_plan (file_id),
        add column place_x double precision,
        add column place_y double precision,
        add constraint idea_place_is_on_a_plan check (num_nonnulls(plan_id, place_x, place_y) in (0, 3) and place_x between 0 and 1 and place_y between 0 and 1);
      create index idea_placed on idea (process_id) where plan_id is not null;

      create table idea_picture (
        file_id uuid not null constraint idea_picture_pkey primary key constraint idea_picture_file_id_fkey references file (id),
        idea_id uuid not null constraint idea_picture_idea_id_fkey references idea (id),
        position int not null,
        alt text not null
      );
      create index idea_picture_idea_id on idea_picture (idea_id);
    `);
  }

  /** Loses where ideas are, and the plans and pictures brought for them. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table idea_picture;
      alter table idea drop column place_name, drop column plan_id, drop column place_x, drop column place_y;
      alter table idea_intake drop column plan_id;
      drop table idea_plan;
      delete from file where process_id is not null;
      alter table file drop column process_id, drop column unused, alter column session_id set not null, drop constraint file_place,
        add constraint file_place check (place in ('board', 'report'));
    `);
  }
}
