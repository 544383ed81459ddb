import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Until when an activity is open that ends by itself (decision 241). */
export class ActivitiesOpenForDays1764038000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table activity add column open_until timestamptz;
      create index activity_open_until on activity (open_until) where state = 'running' and open_until is not null`);
  }

  /** What was to end by itself goes on until somebody ends it. */
  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table activity drop column open_until');
  }
}
