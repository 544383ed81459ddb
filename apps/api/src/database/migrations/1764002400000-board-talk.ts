import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people say about things on boards. Words and authors of comments stand in their contributions; here is what they are about. */
export class BoardTalk1764002400000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table board_talk (
        board_id uuid not null constraint board_talk_board_id_fkey references board (id),
        revision int not null constraint board_talk_revision check (revision > 0),
        constraint board_talk_pkey primary key (board_id)
      );
      create table board_thread (
        board_id uuid not null constraint board_thread_board_id_fkey references board_talk (board_id),
        object_id text not null,
        revision int not null constraint board_thread_revision check (revision > 0),
        resolved_at timestamptz,
        constraint board_thread_pkey primary key (board_id, object_id)
      );
      create unique index board_thread_changed on board_thread (board_id, revision);
      create table board_comment (
        id uuid not null constraint board_comment_contribution references contribution (id),
        board_id uuid not null,
        object_id text not null,
        number int not null constraint board_comment_number check (number > 0),
        constraint board_comment_pkey primary key (id),
        constraint board_comment_thread foreign key (board_id, object_id) references board_thread (board_id, object_id)
      );
      create unique index board_comment_place on board_comment (board_id, object_id, number);
      create table board_reaction (
        board_id uuid not null,
        object_id text not null,
        kind text not null constraint board_reaction_kind check (kind in ('like', 'love', 'idea', 'question', 'celebrate')),
        by_id uuid not null,
        constraint board_reaction_pkey primary key (board_id, object_id, kind, by_id),
        constraint board_reaction_thread foreign key (board_id, object_id) references board_thread (board_id, object_id)
      );
      create index board_reaction_by on board_reaction (board_id, by_id);
    `);
  }

  /** Loses all comments and reactions; the words of comments stay contributions. */
  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table board_reaction; drop table board_comment; drop table board_thread; drop table board_talk;');
  }
}
