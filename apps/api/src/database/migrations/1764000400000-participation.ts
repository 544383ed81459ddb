import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Processes with their phases, actors, organisations and the commitments they serve. */
export class Participation1764000400000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table process (
        id uuid not null constraint process_pkey primary key,
        title text not null,
        problem text not null,
        status_quo text not null,
        goals text[] not null,
        state text not null constraint process_state check (state in ('draft', 'running', 'finished')),
        visibility text not null constraint process_visibility check (visibility in ('internal', 'participants', 'public')),
        revision int not null constraint process_revision check (revision > 0),
        created_at timestamptz not null,
        updated_at timestamptz not null
      );
      create table process_phase (
        process_id uuid not null constraint process_phase_process_id_fkey references process (id) on delete cascade,
        id uuid not null,
        position int not null,
        title text not null,
        from_on date,
        until_on date,
        constraint process_phase_pkey primary key (process_id, id),
        constraint process_phase_ends_after_it_begins check (until_on >= from_on)
      );
      create table process_actor (
        process_id uuid not null constraint process_actor_process_id_fkey references process (id) on delete cascade,
        id uuid not null,
        position int not null,
        name text not null,
        sector text not null constraint process_actor_sector check (sector in ('public', 'business', 'ngo', 'academia', 'residents')),
        organisation_id uuid constraint process_actor_organisation_id_fkey references organisation (id),
        role text not null,
        constraint process_actor_pkey primary key (process_id, id)
      );
      create table process_organisation (
        process_id uuid not null constraint process_organisation_process_id_fkey references process (id) on delete cascade,
        organisation_id uuid not null constraint process_organisation_organisation_id_fkey references organisation (id),
        constraint process_organisation_pkey primary key (process_id, organisation_id)
      );
      create index process_organisation_organisation_id on process_organisation (organisation_id);
      create table process_commitment (
        process_id uuid not null constraint process_commitment_process_id_fkey references process (id) on delete cascade,
        commitment_id uuid not null,
        constraint process_commitment_pkey primary key (process_id, commitment_id)
      );
      create index process_commitment_commitment_id on process_commitment (commitment_id);
      create table process_session (
        process_id uuid not null constraint process_session_process_id_fkey references process (id),
        session_id uuid not null constraint process_session_pkey primary key
      );
      create index process_session_process_id on process_session (process_id);
    `);
    // Commitments stand to the right of processes, so the tables they live in come later: a check by name in place of a foreign key.
    await db.query(`
      create function process_commitment_is_known() returns trigger language plpgsql as $$
      begin
        if not exists (select 1 from commitment where id = new.commitment_id) then
          raise exception 'no commitment %', new.commitment_id
            using errcode = 'foreign_key_violation', constraint = 'process_commitment_is_known', table = 'process_commitment';
        end if;
        return new;
      end $$;
      create trigger process_commitment_is_known before insert or update on process_commitment
        for each row execute function process_commitment_is_known();
    `);
  }

  /** Loses every process. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table process_session, process_commitment, process_organisation, process_actor, process_phase, process;
      drop function process_commitment_is_known();
    `);
  }
}
