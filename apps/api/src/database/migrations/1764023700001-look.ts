import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What all phones are asked to look at, as they are told it: a part of the board by id and title. */
export class Look1764023700001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table session add column look jsonb');
  }

  /** Loses what is being shown now. */
  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table session drop column look');
  }
}
