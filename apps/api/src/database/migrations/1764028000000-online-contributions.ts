import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Residents contribute online: a participant and a contribution belong to a session or to a process, and a process says when and how it takes ideas. */
export class OnlineContributions1764028000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table participant alter column session_id drop not null,
        add column process_id uuid constraint participant_process_id_fkey references process (id),
        add constraint participant_of_one_place check (num_nonnulls(session_id, process_id) = 1);
      create index participant_process_id on participant (process_id) where process_id is not null;
      alter table sign_in_participant alter column session_id drop not null,
        add column process_id uuid,
        add constraint sign_in_participant_of_one_place check (num_nonnulls(session_id, process_id) = 1);
      alter table contribution alter column session_id drop not null;
      -- a contribution's process stands in its record, so no check can see it; what is written in a session is never asked
      create function contribution_stands_somewhere() returns trigger language plpgsql as $$
        begin
          if not exists (select from record where id = new.id and process_id is not null) then
            raise exception 'a contribution without a session needs a process' using errcode = 'check_violation', constraint = 'contribution_of_one_place';
          end if;
          return null;
        end $$;
      create trigger contribution_of_one_place after insert on contribution for each row when (new.session_id is null) execute function contribution_stands_somewhere();

      create table idea_intake (
        process_id uuid not null constraint idea_intake_pkey primary key constraint idea_intake_process_id_fkey references process (id),
        from_on date,
        until_on date,
        look_first boolean not null,
        revision int not null constraint idea_intake_revision check (revision > 0),
        constraint idea_intake_ends_after_it_begins check (until_on >= from_on)
      );
      create table idea_category (
        id uuid not null constraint idea_category_pkey primary key,
        process_id uuid not null constraint idea_category_process_id_fkey references process (id),
        position int not null,
        title text not null
      );
      create index idea_category_process_id on idea_category (process_id);

      alter table idea add column contribution_id uuid constraint idea_contribution_id_fkey references contribution (id),
        add column category_id uuid constraint idea_category_id_fkey references idea_category (id),
        add column language text constraint idea_language check (language in ('sk', 'cs', 'en', 'uk')),
        add column published_at timestamptz default now(),
        add constraint idea_of_one_contribution unique (contribution_id);
      create index idea_category_id on idea (category_id) where category_id is not null;
      update idea set published_at = created_at`);
  }

  /** Loses what was contributed online, with all that led on from it, and who contributed it. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table link disable trigger user;
      create temporary table gone on commit drop as
        select id from contribution where session_id is null union select id from idea where contribution_id is not null;
      delete from link where from_id in (select id from gone) or to_id in (select id from gone);
      alter table link enable trigger user;
      delete from idea where contribution_id is not null;
      alter table idea drop column contribution_id, drop column category_id, drop column language, drop column published_at;
      drop table idea_category;
      drop table idea_intake;
      delete from contribution_version where contribution_id in (select id from gone);
      drop trigger contribution_of_one_place on contribution;
      drop function contribution_stands_somewhere();
      delete from contribution where session_id is null;
      delete from record where id in (select id from gone);
      alter table contribution alter column session_id set not null;
      delete from sign_in_participant where session_id is null;
      alter table sign_in_participant drop column process_id, alter column session_id set not null;
      delete from receipt where participant_id in (select id from participant where session_id is null);
      delete from participant where session_id is null;
      alter table participant drop column process_id, alter column session_id set not null`);
  }
}
