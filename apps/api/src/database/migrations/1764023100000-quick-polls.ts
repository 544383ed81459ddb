import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A quick poll remembers what it took the place of, so that the hall finds its way back. */
export class QuickPolls1764023100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table activity add column returns_to uuid constraint activity_returns_to_fkey references activity (id);
      create index activity_returns_to on activity (returns_to);
    `);
  }

  /** Loses where quick polls lead back to; the polls stay. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table activity drop column returns_to`);
  }
}
