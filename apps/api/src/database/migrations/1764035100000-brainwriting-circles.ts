import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sheets go round in circles of six; those that went round before did so in one. */
export class BrainwritingCircles1764035100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table brainwriting_sheet (
        activity_id uuid not null,
        sheet int not null,
        circle int not null,
        constraint brainwriting_sheet_pkey primary key (activity_id, sheet),
        constraint brainwriting_sheet_activity_id_fkey foreign key (activity_id) references activity (id) on delete cascade,
        constraint brainwriting_sheet_circle check (circle >= 1)
      );
      insert into brainwriting_sheet (activity_id, sheet, circle)
        select distinct t.activity_id, t.sheet, 1 from brainwriting_turn t join brainwriting b on b.activity_id = t.activity_id where b.round > 1;
    `);
  }

  /** Loses which circle a sheet went round in. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table brainwriting_sheet;`);
  }
}
