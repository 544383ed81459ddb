import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A board's rule says what participants may draw. The running activities of now began without drawings and go on so. */
export class BoardDrawings1764002110000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`update board set rule = rule || '{"draw": []}' where rule is not null`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`update board set rule = rule - 'draw' where rule is not null`);
  }
}
