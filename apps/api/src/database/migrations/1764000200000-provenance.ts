import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What people said, what became of it, and the receipt by which a guest finds her own. Links are history: the database refuses to change or
 * remove one, whoever asks.
 */
export class Provenance1764000200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table record (
        id uuid not null constraint record_pkey primary key,
        kind text not null constraint record_kind check (kind in
          ('contribution', 'cluster', 'idea', 'recommendation', 'dossier', 'referral', 'opinion', 'decision', 'milestone', 'vote-option')),
        title text not null,
        url text,
        visibility text not null constraint record_visibility check (visibility in ('internal', 'participants', 'public')),
        session_id uuid,
        process_id uuid,
        language text constraint record_language check (language in ('sk', 'cs', 'en', 'uk')),
        outcome text,
        reason text,
        withdrawn boolean not null default false,
        at timestamptz not null
      );
      create index record_session on record (session_id) where session_id is not null;

      create table link (
        from_id uuid not null constraint link_from references record (id),
        to_id uuid not null constraint link_to references record (id),
        kind text not null constraint link_kind check (kind in ('clustered-into', 'became', 'merged-into', 'split-from', 'cited-in', 'referred-to',
          'opined-by', 'decided-by', 'implemented-by', 'carried-over-to')),
        by_person_id uuid,
        at timestamptz not null default now(),
        constraint link_pkey primary key (from_id, to_id, kind),
        constraint link_leads_on check (from_id <> to_id)
      );
      create index link_to_id on link (to_id);
      create function refuse_change() returns trigger language plpgsql as $body$
      begin
        raise exception '% is history and does not change', tg_table_name using errcode = 'restrict_violation';
      end $body$;
      create trigger link_append_only before update or delete on link for each row execute function refuse_change();
      create trigger link_never_emptied before truncate on link for each statement execute function refuse_change();

      create table contribution (
        id uuid not null constraint contribution_pkey primary key constraint contribution_record references record (id),
        kind text not null constraint contribution_kind check (kind in ('note', 'idea', 'comment', 'amendment')),
        participant_id uuid,
        person_id uuid,
        scribe_id uuid,
        session_id uuid not null,
        activity_id uuid,
        language text not null constraint contribution_language check (language in ('sk', 'cs', 'en', 'uk')),
        text text not null,
        created_at timestamptz not null
      );
      create index contribution_participant on contribution (participant_id) where participant_id is not null;
      create index contribution_person on contribution (person_id) where person_id is not null;

      create table contribution_version (
        contribution_id uuid not null constraint contribution_version_contribution references contribution (id),
        number int not null constraint contribution_version_number check (number > 1),
        text text not null,
        at timestamptz not null,
        constraint contribution_version_pkey primary key (contribution_id, number)
      );

      create table receipt (
        id uuid not null constraint receipt_pkey primary key,
        participant_id uuid not null,
        secret_hash bytea not null constraint receipt_secret_hash unique,
        issued_at timestamptz not null default now(),
        ended_at timestamptz
      );
      create unique index receipt_one_in_force on receipt (participant_id) where ended_at is null;
    `);
  }
  /** Loses every trace of who said what and what became of it. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table receipt;
      drop table contribution_version;
      drop table contribution;
      drop table link;
      drop function refuse_change();
      drop table record;
    `);
  }
}
