import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A member of a commission who has an interest in a recommendation says so, and gives no position on it. */
export class PositionConflict1764024100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table position_conflict (
        item_id uuid not null constraint position_conflict_item_id_fkey references referral_item,
        person_id uuid not null constraint position_conflict_person_id_fkey references person,
        reason text not null,
        declared_at timestamptz not null,
        constraint position_conflict_pkey primary key (item_id, person_id)
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table position_conflict');
  }
}
