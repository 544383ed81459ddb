import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Places in the log of a board to go back to by name. They hold no state: the log, which forgets nothing, makes it. */
export class BoardCheckpoints1764002200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table board_checkpoint (
        board_id uuid not null constraint board_checkpoint_board_id_fkey references board (id),
        tick int not null constraint board_checkpoint_tick check (tick > 0),
        reason text not null constraint board_checkpoint_reason check (reason in ('activity-ended', 'ten-minutes', 'before-restore', 'before-undo')),
        at timestamptz not null default now(),
        activity_id uuid,
        participant_id uuid,
        person_id uuid,
        constraint board_checkpoint_pkey primary key (board_id, tick, reason)
      );
      create function board_checkpoint_is_append_only() returns trigger language plpgsql as $$
      begin
        raise exception 'board_checkpoint is append-only' using errcode = 'restrict_violation';
      end $$;
      create trigger board_checkpoint_append_only before update or delete or truncate on board_checkpoint
        for each statement execute function board_checkpoint_is_append_only();
    `);
  }

  /** Loses the names of places in the logs; the logs stay. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table board_checkpoint;
      drop function board_checkpoint_is_append_only();
    `);
  }
}
