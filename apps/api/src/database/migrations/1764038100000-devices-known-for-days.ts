import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A device that takes part in what is open for days stays who it is between two visits (decision 242). */
export class DevicesKnownForDays1764038100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table sign_in add column known_until timestamptz');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table sign_in drop column known_until');
  }
}
