import type { MigrationInterface, QueryRunner } from 'typeorm';

/** In a round robin the word goes past who has no signal; who missed it so has the next free turn (decision 153). */
export class MissedWord1764034000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table round_robin
        add column place_id uuid constraint round_robin_place_id_fkey references participant (id),
        add column is_given boolean not null default false;
      update round_robin set place_id = participant_id;
      alter table round_robin alter column is_given drop default;
      create index round_robin_place_id on round_robin (place_id);
      create table missed_word (
        activity_id uuid not null,
        participant_id uuid not null,
        missed_at timestamptz not null,
        back_at timestamptz,
        constraint missed_word_pkey primary key (activity_id, participant_id),
        constraint missed_word_activity_id_fkey foreign key (activity_id) references activity (id) on delete cascade,
        constraint missed_word_participant_id_fkey foreign key (participant_id) references participant (id)
      );
      create index missed_word_participant_id on missed_word (participant_id);
    `);
  }

  /** Loses who missed the word; the circle goes on from who has it. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table missed_word; alter table round_robin drop column place_id, drop column is_given`);
  }
}
