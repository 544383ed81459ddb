import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pictures brought to a report, which no board shows, and who can be recognised on them. */
export class ReportPictures1764027000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`alter table file add column place text not null default 'board' constraint file_place check (place in ('board', 'report'))`);
    await db.query(`create table report_photo (
      file_id uuid constraint report_photo_pkey primary key constraint report_photo_file_id_fkey references file (id),
      session_id uuid not null constraint report_photo_session_id_fkey references session (id),
      people text not null constraint report_photo_people check (people in ('nobody', 'agreed')),
      withdrawals_seen integer not null constraint report_photo_withdrawals check (withdrawals_seen >= 0)
    )`);
    await db.query('create index report_photo_session_id on report_photo (session_id)');
  }

  /** Loses who can be recognised on which picture: reports show none of them any more. */
  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table report_photo');
    await db.query('alter table file drop column place');
  }
}
