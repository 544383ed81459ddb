import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Live boards: their log of changes, snapshots to open them quickly, and who ever wrote under which client id. */
export class Boards1764000500000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table board (
        id uuid not null constraint board_pkey primary key,
        title text not null,
        rule jsonb,
        created_by_person_id uuid constraint board_created_by_person_id_fkey references person (id) on delete set null,
        created_at timestamptz not null default now()
      );

      create table board_client (
        board_id uuid not null constraint board_client_board_id_fkey references board (id),
        client_id bigint not null constraint board_client_client_id check (client_id between 1 and 4294967295),
        participant_id uuid,
        person_id uuid constraint board_client_person_id_fkey references person (id) on delete set null,
        server boolean not null,
        leased_at timestamptz not null default now(),
        constraint board_client_pkey primary key (board_id, client_id),
        constraint board_client_server_is_nobody check (not server or participant_id is null and person_id is null)
      );
      create index board_client_participant_id on board_client (participant_id) where participant_id is not null;

      create table board_update (
        board_id uuid not null constraint board_update_board_id_fkey references board (id),
        tick int not null constraint board_update_tick check (tick > 0),
        at timestamptz not null default now(),
        participant_ids uuid[] not null,
        person_ids uuid[] not null,
        updates bytea[] not null,
        constraint board_update_pkey primary key (board_id, tick),
        constraint board_update_each_has_its_author check (
          cardinality(updates) > 0 and cardinality(participant_ids) = cardinality(updates) and cardinality(person_ids) = cardinality(updates))
      );

      create table board_snapshot (
        board_id uuid not null constraint board_snapshot_board_id_fkey references board (id),
        tick int not null,
        at timestamptz not null default now(),
        state bytea not null,
        constraint board_snapshot_pkey primary key (board_id, tick)
      );
    `);
    // A board's history is what restoring and every proof of authorship stand on. Grants would bind any role but the owner, and a small town runs as
    // the owner: so the table itself refuses.
    await db.query(`
      create function board_update_is_append_only() returns trigger language plpgsql as $$
      begin
        raise exception 'board_update is append-only' using errcode = 'restrict_violation';
      end $$;
      create trigger board_update_append_only before update or delete or truncate on board_update
        for each statement execute function board_update_is_append_only();
    `);
  }

  /** Loses every board with its notes and their history. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table board_snapshot, board_update, board_client, board;
      drop function board_update_is_append_only();
    `);
  }
}
