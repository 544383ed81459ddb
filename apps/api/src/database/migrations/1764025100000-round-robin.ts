import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Brainstorms in which one after the other has the word. */
export class RoundRobin1764025100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table round_robin (
        activity_id uuid not null,
        participant_id uuid,
        turn int not null,
        constraint round_robin_pkey primary key (activity_id),
        constraint round_robin_activity_id_fkey foreign key (activity_id) references activity (id) on delete cascade,
        constraint round_robin_participant_id_fkey foreign key (participant_id) references participant (id),
        constraint round_robin_turn check (turn >= 1)
      );
      create index round_robin_participant_id on round_robin (participant_id);
    `);
  }

  /** Loses who has the word; what was said stays. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table round_robin`);
  }
}
