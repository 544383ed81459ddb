import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People in a room raise their hands; who waits, and in which order, outlives a restart. */
export class Hands1764018000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table hand (
        participant_id uuid constraint hand_pkey primary key constraint hand_participant_id_fkey references participant (id),
        session_id uuid not null constraint hand_session_id_fkey references session (id),
        raised_at timestamptz not null,
        called_at timestamptz,
        lowered_at timestamptz,
        constraint hand_lowered_after_raised check (lowered_at is null or lowered_at >= raised_at)
      );
      create unique index hand_one_has_the_word on hand (session_id) where called_at is not null and lowered_at is null;
      create index hand_session_id on hand (session_id, raised_at);
    `);
  }

  /** Loses who waits to speak. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table hand');
  }
}
