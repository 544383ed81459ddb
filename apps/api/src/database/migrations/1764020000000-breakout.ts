import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Breakouts: tables with boards of their own, who sits where in which round, and what of theirs lies on the session's first board. A card may lie on such a board. */
export class Breakout1764020000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table breakout (
        activity_id uuid not null constraint breakout_pkey primary key constraint breakout_activity_id_fkey references activity (id) on delete cascade,
        message text,
        message_at timestamptz,
        carried_over_at timestamptz,
        carried_frame_ids text[] not null,
        carried_cluster_ids text[] not null,
        constraint breakout_message_has_its_moment check ((message is null) = (message_at is null))
      );
      create table breakout_round (
        activity_id uuid not null constraint breakout_round_activity_id_fkey references breakout (activity_id) on delete cascade,
        number int not null constraint breakout_round_number check (number >= 1),
        seed int not null,
        dealt_at timestamptz not null,
        constraint breakout_round_pkey primary key (activity_id, number)
      );
      create table breakout_table (
        id uuid not null constraint breakout_table_pkey primary key,
        activity_id uuid not null constraint breakout_table_activity_id_fkey references breakout (activity_id) on delete cascade,
        number int not null constraint breakout_table_number check (number between 1 and 40),
        board_id uuid not null constraint breakout_table_board_id_is_unique unique constraint breakout_table_board_id_fkey references board (id),
        help_since timestamptz,
        version int not null,
        constraint breakout_table_number_is_unique unique (activity_id, number)
      );
      create table breakout_seat (
        activity_id uuid not null constraint breakout_seat_activity_id_fkey references activity (id) on delete cascade,
        round int not null constraint breakout_seat_round check (round >= 1),
        participant_id uuid not null constraint breakout_seat_participant_id_fkey references participant (id),
        table_number int not null constraint breakout_seat_table_number check (table_number between 1 and 40),
        is_host boolean not null,
        constraint breakout_seat_pkey primary key (activity_id, round, participant_id)
      );
      create unique index breakout_seat_one_host_a_table on breakout_seat (activity_id, round, table_number) where is_host;
      create index breakout_seat_participant_id on breakout_seat (participant_id);
      create table breakout_carried_note (
        carried_note_id uuid not null constraint breakout_carried_note_pkey primary key,
        activity_id uuid not null constraint breakout_carried_note_activity_id_fkey references breakout (activity_id) on delete cascade,
        table_number int not null,
        note_id uuid not null,
        contribution_id uuid not null constraint breakout_carried_note_contribution_id_fkey references contribution (id),
        constraint breakout_carried_note_is_carried_once unique (activity_id, note_id)
      );
      create index breakout_carried_note_contribution_id on breakout_carried_note (contribution_id);
      alter table card add column board_id uuid constraint card_board_id_fkey references board (id);
      alter table record drop constraint record_kind, add constraint record_kind check (kind in
        ('table', 'contribution', 'cluster', 'idea', 'recommendation', 'dossier', 'referral', 'opinion', 'decision', 'milestone', 'vote-option'));
      alter table link drop constraint link_kind, add constraint link_kind check (kind in ('gave', 'clustered-into', 'became', 'merged-into', 'split-from', 'cited-in', 'referred-to',
        'opined-by', 'decided-by', 'implemented-by', 'carried-over-to'))`);
  }

  /** Who sat where and which table gave what is forgotten; what was written at the tables stays among the contributions. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table link disable trigger user;
      delete from link where kind = 'gave';
      alter table link enable trigger user;
      delete from record where kind = 'table';
      alter table link drop constraint link_kind, add constraint link_kind check (kind in ('clustered-into', 'became', 'merged-into', 'split-from', 'cited-in', 'referred-to',
        'opined-by', 'decided-by', 'implemented-by', 'carried-over-to'));
      alter table record drop constraint record_kind, add constraint record_kind check (kind in
        ('contribution', 'cluster', 'idea', 'recommendation', 'dossier', 'referral', 'opinion', 'decision', 'milestone', 'vote-option'));
      alter table card drop column board_id;
      drop table breakout_carried_note, breakout_seat, breakout_table, breakout_round, breakout`);
  }
}
