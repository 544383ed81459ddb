import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a session says of itself, its title and welcome, stands in its second language too: pairs of words as an activity has them (decision 152). */
export class SessionWords1764037000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`alter table session add column second jsonb`);
  }

  /** Loses what was put into the second language. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table session drop column second`);
  }
}
