import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody of a commission notes for herself on a recommendation. */
export class PositionNote1764024200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table position_note (
        item_id uuid not null constraint position_note_item_id_fkey references referral_item,
        person_id uuid not null constraint position_note_person_id_fkey references person,
        text text not null,
        written_at timestamptz not null,
        constraint position_note_pkey primary key (item_id, person_id)
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table position_note');
  }
}
