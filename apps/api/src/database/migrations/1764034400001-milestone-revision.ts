import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Two officials who report on a milestone at once never overwrite each other. */
export class MilestoneRevision1764034400001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table milestone add column revision int not null default 1 constraint milestone_revision check (revision > 0)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table milestone drop column revision');
  }
}
