import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What those who ran a session think of how it went: one of a session, by nobody in particular. */
export class Reflection1764035200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table reflection (
        session_id uuid not null constraint reflection_pkey primary key constraint reflection_session_id_fkey references session (id),
        scores jsonb not null,
        lesson text not null,
        staff_hours int constraint reflection_staff_hours check (staff_hours >= 0),
        direct_costs int constraint reflection_direct_costs check (direct_costs >= 0),
        revision int not null constraint reflection_revision check (revision >= 1),
        saved_at timestamptz not null
      )`);
  }

  /** Loses all that was written there. */
  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table reflection');
  }
}
