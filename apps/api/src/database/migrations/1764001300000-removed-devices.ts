import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A device remembers that a session asked its participant to leave: with the row gone, it came in again by the code as somebody new. Rows that were
 * deleted before stay forgotten.
 */
export class RemovedDevices1764001300000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`alter table sign_in_participant add column removed_at timestamptz`);
  }

  /** Without the column such a row would say that she is inside. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      delete from sign_in_participant where removed_at is not null;
      alter table sign_in_participant drop column removed_at`);
  }
}
