import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Two who change a meeting at once never overwrite each other. The trigger that guards approved meetings lets a new column with a default come. */
export class MeetingRevision1764034600001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table meeting add column revision int not null default 1 constraint meeting_revision check (revision > 0)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table meeting drop column revision');
  }
}
