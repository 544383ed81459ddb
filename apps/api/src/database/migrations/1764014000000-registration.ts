import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Signing up for a session before it, coming through its door, and what people agreed to there: a log that only grows. */
export class Registration1764014000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table session_registration (
        session_id uuid not null constraint session_registration_pkey primary key constraint session_registration_session_id_fkey references session (id),
        open boolean not null,
        capacity int constraint session_registration_capacity check (capacity between 1 and 5000),
        audience text not null,
        next_number int not null
      );

      create table registration (
        id uuid not null constraint registration_pkey primary key,
        session_id uuid not null constraint registration_session_id_fkey references session_registration (session_id),
        number int not null,
        name text not null,
        email text,
        people int not null constraint registration_people check (people between 1 and 10),
        needs text[] not null,
        needs_note text not null,
        language text not null constraint registration_language check (language in ('sk', 'cs', 'en', 'uk')),
        state text not null constraint registration_state check (state in ('registered', 'waiting', 'cancelled')),
        walk_in boolean not null,
        signed_up_at timestamptz not null,
        arrived_at timestamptz,
        erased_at timestamptz,
        secret_hash bytea constraint registration_secret_hash_is_unique unique,
        sign_up_digest bytea constraint registration_sign_up_digest_is_unique unique,
        constraint registration_number_is_unique unique (session_id, number),
        constraint registration_arrived_has_a_seat check (arrived_at is null or state = 'registered'),
        constraint registration_erased_is_nobody check (erased_at is null or name = '' and email is null and needs = '{}' and needs_note = '')
      );

      create table consent_entry (
        id uuid not null constraint consent_entry_pkey primary key,
        session_id uuid not null,
        subject_kind text not null constraint consent_entry_subject_kind check (subject_kind in ('participant', 'registration')),
        subject_id uuid not null,
        kind text not null constraint consent_entry_kind check (kind in ('photo', 'quote', 'contact')),
        given boolean not null,
        text_version int not null,
        language text not null constraint consent_entry_language check (language in ('sk', 'cs', 'en', 'uk')),
        at timestamptz not null default now()
      );
      create index consent_entry_subject on consent_entry (subject_id);
      create index consent_entry_session on consent_entry (session_id);
      create trigger consent_entry_append_only before update or delete on consent_entry for each row execute function refuse_change();
      create trigger consent_entry_never_emptied before truncate on consent_entry for each statement execute function refuse_change();
    `);
  }

  /** Loses who signed up and who agreed to what. */
  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table consent_entry; drop table registration; drop table session_registration;');
  }
}
