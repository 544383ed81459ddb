import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An ended activity may go on without a time limit, and the hall may look at an earlier vote's result while something else runs. */
export class ResumedActivities1764002100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table activity drop constraint activity_times_fit_its_state, add constraint activity_times_fit_its_state
        check ((state = 'planned') = (started_at is null) and (started_at is not null or ends_at is null) and (state = 'ended') = (ended_at is not null));
      alter table session add column hall_activity_id uuid constraint session_hall_activity_id_fkey references activity (id)`);
  }

  /** Whatever runs without a time limit has its time up at once. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table session drop column hall_activity_id;
      update activity set ends_at = coalesce(ended_at, now()) where started_at is not null and ends_at is null;
      alter table activity drop constraint activity_times_fit_its_state, add constraint activity_times_fit_its_state
        check ((state = 'planned') = (started_at is null) and (started_at is null) = (ends_at is null) and (state = 'ended') = (ended_at is not null))`);
  }
}
