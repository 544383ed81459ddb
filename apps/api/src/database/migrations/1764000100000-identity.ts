import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People, the organisations and bodies they act for, their roles, their sign-ins, and who did what. */
export class Identity1764000100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table installation (
        id smallint not null default 1 constraint installation_pkey primary key constraint installation_only_one check (id = 1),
        name text not null,
        default_language text not null constraint installation_default_language check (default_language in ('sk', 'cs', 'en', 'uk')),
        time_zone text not null,
        set_up_at timestamptz
      );
      insert into installation (name, default_language, time_zone) values ('Spolupracovňa', 'sk', 'Europe/Bratislava');

      create table person (
        id uuid not null constraint person_pkey primary key,
        name text not null,
        email text constraint person_email_key unique constraint person_email_lower_case check (email = lower(email)),
        language text not null constraint person_language check (language in ('sk', 'cs', 'en', 'uk')),
        active boolean not null default true,
        password_hash text,
        created_at timestamptz not null default now()
      );

      create table organisation (
        id uuid not null constraint organisation_pkey primary key,
        name text not null,
        sector text not null constraint organisation_sector check (sector in ('public', 'business', 'ngo', 'academia', 'residents')),
        parent_id uuid constraint organisation_parent_id_fkey references organisation constraint organisation_not_its_own_parent check (parent_id <> id)
      );
      create unique index organisation_one_name on organisation (parent_id, lower(name)) nulls not distinct;

      create table body (
        id uuid not null constraint body_pkey primary key,
        name text not null,
        kind text not null constraint body_kind check (kind in ('commission', 'council', 'working-group', 'advisory-board')),
        organisation_id uuid not null constraint body_organisation_id_fkey references organisation,
        member_count int not null constraint body_member_count check (member_count between 1 and 1000)
      );
      create unique index body_one_name on body (organisation_id, lower(name));

      -- What processes and sessions told us about where they belong, so that roles can be given in them.
      create table role_place (
        id uuid not null constraint role_place_pkey primary key,
        scope text not null constraint role_place_scope check (scope in ('process', 'session')),
        title text not null,
        process_id uuid constraint role_place_process_id_fkey references role_place on delete cascade,
        organisation_ids uuid[] not null default '{}',
        constraint role_place_session_has_process check ((scope = 'session') = (process_id is not null))
      );

      create table role (
        id uuid not null constraint role_pkey primary key,
        person_id uuid not null constraint role_person_id_fkey references person,
        scope text not null,
        scope_id uuid,
        role text not null,
        from_on date,
        until_on date,
        given_by uuid constraint role_given_by_fkey references person,
        given_at timestamptz not null default now(),
        ended_at timestamptz,
        constraint role_fits_scope check (case scope
          when 'installation' then role = 'administrator'
          when 'organisation' then role in ('officer', 'department-member')
          when 'process' then role in ('lead', 'facilitator')
          when 'session' then role in ('lead-facilitator', 'co-facilitator', 'table-host', 'scribe', 'observer')
          when 'body' then role in ('chair', 'secretary', 'member', 'guest')
          else false end),
        constraint role_has_place check ((scope = 'installation') = (scope_id is null)),
        constraint role_ends_after_it_begins check (until_on >= from_on)
      );
      create index role_person_id on role (person_id) where ended_at is null;
      create index role_scope_id on role (scope_id) where ended_at is null;

      create table invitation (
        id uuid not null constraint invitation_pkey primary key,
        secret_hash bytea not null constraint invitation_secret_hash_key unique,
        person_id uuid not null constraint invitation_person_id_fkey references person,
        name text not null,
        scope text not null,
        scope_id uuid,
        role text not null,
        from_on date,
        until_on date,
        invited_by uuid not null constraint invitation_invited_by_fkey references person,
        invited_at timestamptz not null,
        expires_at timestamptz not null,
        accepted_at timestamptz,
        withdrawn_at timestamptz,
        constraint invitation_has_place check ((scope = 'installation') = (scope_id is null)),
        constraint invitation_one_end check (accepted_at is null or withdrawn_at is null)
      );
      create index invitation_scope_id on invitation (scope_id);

      create table set_up_link (
        id smallint not null default 1 constraint set_up_link_pkey primary key constraint set_up_link_only_one check (id = 1),
        secret_hash bytea not null,
        expires_at timestamptz not null
      );

      create table sign_in (
        sid varchar not null constraint sign_in_pkey primary key,
        sess json not null,
        expire timestamptz not null,
        id uuid not null default gen_random_uuid() constraint sign_in_id_key unique,
        person_id uuid constraint sign_in_person_id_fkey references person on delete cascade,
        started_at timestamptz not null default now(),
        last_seen_at timestamptz not null default now(),
        device text not null default ''
      );
      create index sign_in_expire on sign_in (expire);
      create index sign_in_person_id on sign_in (person_id);

      create table sign_in_participant (
        sid varchar not null constraint sign_in_participant_sid_fkey references sign_in on delete cascade on update cascade,
        participant_id uuid not null,
        session_id uuid not null,
        constraint sign_in_participant_pkey primary key (sid, participant_id)
      );
      create index sign_in_participant_participant_id on sign_in_participant (participant_id);

      create table failed_attempt (
        key bytea not null constraint failed_attempt_pkey primary key,
        failure_count int not null,
        first_at timestamptz not null,
        last_at timestamptz not null
      );
      create index failed_attempt_last_at on failed_attempt (last_at);

      create table audit_entry (
        id uuid not null constraint audit_entry_pkey primary key,
        at timestamptz not null default now(),
        person_id uuid constraint audit_entry_person_id_fkey references person,
        participant_id uuid,
        action text not null,
        subject_kind text not null,
        subject_id uuid,
        outcome text not null constraint audit_entry_outcome check (outcome in ('done', 'refused')),
        facts jsonb not null default '{}'
      );
      create index audit_entry_at on audit_entry (at, id);
      create function audit_entry_is_append_only() returns trigger language plpgsql as $$
        begin raise exception 'audit entries are never changed' using errcode = 'insufficient_privilege'; end $$;
      create trigger audit_entry_append_only before update or delete or truncate on audit_entry
        for each statement execute function audit_entry_is_append_only();
    `);
  }

  /** Loses all accounts, and with them who did what. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table audit_entry, failed_attempt, sign_in_participant, sign_in, set_up_link, invitation, role, role_place, body, organisation, person, installation;
      drop function audit_entry_is_append_only;
    `);
  }
}
