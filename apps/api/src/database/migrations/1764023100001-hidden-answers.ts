import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people said in their own words, and staff hide. By a digest of it: the same words of two people are hidden together, and in a secret question no row is anybody's. */
export class HiddenAnswers1764023100001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table hidden_answer (
        activity_id uuid not null constraint hidden_answer_activity_id_fkey references activity (id),
        digest text not null,
        hidden_by uuid constraint hidden_answer_hidden_by_fkey references person (id) on delete set null,
        constraint hidden_answer_pkey primary key (activity_id, digest)
      );
      create index hidden_answer_hidden_by on hidden_answer (hidden_by);
    `);
  }

  /** What was hidden is seen again. */
  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table hidden_answer');
  }
}
