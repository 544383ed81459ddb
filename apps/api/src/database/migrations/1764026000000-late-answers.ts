import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Answers and ballots that came after the end of their vote wait for the facilitator. */
export class LateAnswers1764026000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table late_answer (
        activity_id uuid not null constraint late_answer_activity_id_fkey references activity,
        participant_id uuid not null constraint late_answer_participant_id_fkey references participant,
        value jsonb,
        arrived_at timestamptz not null,
        counted_at timestamptz,
        left_out_at timestamptz,
        constraint late_answer_pkey primary key (activity_id, participant_id),
        constraint late_answer_is_decided_once check (counted_at is null or left_out_at is null),
        constraint late_answer_moves_when_counted check ((value is null) = (counted_at is not null))
      );
      create index late_answer_participant_id on late_answer (participant_id);
    `);
  }

  /** What came late and was not counted is gone. */
  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table late_answer');
  }
}
