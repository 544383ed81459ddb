import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Several servers serve the same boards. Who of them is alive stands in `peer`; each numbers its ticks alone, and holds the client ids under which its
 * devices write. Where several write, the order of numbers is not the order of commits: a row names its transaction and a snapshot those it has seen, so
 * that what came since can be read without a gap.
 */
export class Peers1764002300000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table peer (
        id uuid not null constraint peer_pkey primary key,
        since timestamptz not null default now(),
        beat_at timestamptz not null default now()
      );

      alter table board_client
        add column peer_id uuid,
        add column wanted boolean not null default false;

      alter table board_update
        add column peer_id uuid not null default '00000000-0000-0000-0000-000000000000',
        add column transaction_id bigint not null default pg_current_xact_id()::text::bigint,
        drop constraint board_update_pkey,
        add constraint board_update_pkey primary key (board_id, tick, peer_id);
      alter table board_update alter column transaction_id drop default;
      create index board_update_transaction_id on board_update (board_id, transaction_id);

      alter table board_snapshot add column covers text not null default '1:1:';
      -- Rows that stand already are of this transaction: such a snapshot has those up to its tick.
      update board_snapshot set covers = format('%1$s:%1$s:', pg_current_xact_id()::text::bigint + 1);
    `);
  }

  /** Ticks that several servers gave are numbered anew. Snapshots are made again from the log. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      truncate board_snapshot;
      alter table board_snapshot drop column covers;
      alter table board_update disable trigger board_update_append_only;
      alter table board_update drop constraint board_update_pkey;
      update board_update u set tick = numbered.tick
        from (select board_id, tick as before, peer_id, row_number() over (partition by board_id order by tick, transaction_id, peer_id) as tick from board_update) numbered
        where u.board_id = numbered.board_id and u.tick = numbered.before and u.peer_id = numbered.peer_id;
      drop index board_update_transaction_id;
      alter table board_update drop column peer_id, drop column transaction_id, add constraint board_update_pkey primary key (board_id, tick);
      alter table board_update enable trigger board_update_append_only;
      alter table board_client drop column peer_id, drop column wanted;
      drop table peer;
    `);
  }
}
