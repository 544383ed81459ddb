import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever was ticked at the door by mistake waits again where she stood. */
export class BeforeArrival1764023700000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table registration add column before_arrival text,
        add constraint registration_before_arrival check (before_arrival is null or before_arrival in ('waiting', 'cancelled') and arrived_at is not null)`);
  }

  /** Loses who came without a seat: all of them have one. */
  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table registration drop column before_arrival');
  }
}
