import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When members read each other's positions becomes a matter of the body; until now every member read them after she had spoken herself. */
export class PositionsShown1764035700000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table body add column positions_shown text not null default 'after-own'
        constraint body_positions_shown check (positions_shown in ('open', 'after-own', 'after-meeting'));
    `);
  }

  /** What bodies chose is lost. */
  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table body drop column positions_shown');
  }
}
