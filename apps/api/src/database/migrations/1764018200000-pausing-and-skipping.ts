import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The time of an activity may stand still, and a planned one may be left out. */
export class PausingAndSkipping1764018200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table activity add paused_at timestamptz, add skipped_at timestamptz,
        add constraint activity_paused_while_running check (paused_at is null or state = 'running'),
        add constraint activity_skipped_while_planned check (skipped_at is null or state = 'planned')`);
  }

  /** A paused activity runs out of time at its old end; what was left out is planned again. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table activity drop paused_at, drop skipped_at');
  }
}
