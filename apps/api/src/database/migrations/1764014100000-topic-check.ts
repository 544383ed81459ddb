import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether a topic is one for people to work on together, as it was answered before the process began. */
export class TopicCheck1764014100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table process_topic_check (
        process_id uuid not null constraint process_topic_check_pkey primary key constraint process_topic_check_process_id_fkey references process (id),
        answers jsonb not null,
        noted_at timestamptz not null,
        noted_by uuid
      );
    `);
  }

  /** Loses the answers. */
  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table process_topic_check;');
  }
}
