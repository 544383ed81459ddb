import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Scribes write for people without a device and type in what was written on paper: whose hand it was, and that there is paper, stays with the words. */
export class Scribes1764018100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table participant add added_by uuid constraint participant_added_by_fkey references person (id) on delete set null,
        add has_device boolean not null default true;
      alter table card add scribe_id uuid constraint card_scribe_id_fkey references person (id) on delete set null, add on_paper boolean not null default false;
      alter table contribution add on_paper boolean not null default false;
    `);
  }

  /** Loses who wrote for whom before a note was shown, and which notes stood on paper. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table contribution drop on_paper;
      alter table card drop on_paper, drop scribe_id;
      alter table participant drop has_device, drop added_by;
    `);
  }
}
