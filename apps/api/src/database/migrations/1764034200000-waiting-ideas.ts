import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What waits for a look is listed a page at a time, however much was written before. */
export class WaitingIdeas1764034200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('create index idea_waiting on idea (process_id, created_at, id) where published_at is null');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index idea_waiting');
  }
}
