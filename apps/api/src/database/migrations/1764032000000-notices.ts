import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people follow, and what they are told of: something came of their words. One unread notice for a person and a station. */
export class Notices1764032000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table following (
        person_id uuid not null constraint following_person_id_fkey references person,
        record_id uuid not null constraint following_record_id_fkey references record on delete cascade,
        since timestamptz not null default now(),
        constraint following_pkey primary key (person_id, record_id)
      );
      create index following_record on following (record_id);

      create table notice (
        id uuid not null constraint notice_pkey primary key,
        person_id uuid not null constraint notice_person_id_fkey references person,
        about_id uuid not null constraint notice_about_id_fkey references record on delete cascade,
        followed boolean not null,
        more_count int not null constraint notice_more_count check (more_count >= 0),
        moved_id uuid not null constraint notice_moved_id_fkey references record on delete cascade,
        at timestamptz not null,
        read_at timestamptz
      );
      create unique index notice_one_unread on notice (person_id, moved_id) where read_at is null;
      create index notice_of_person on notice (person_id, at, id);
      create index notice_about on notice (about_id);
      create index notice_moved on notice (moved_id);
    `);
  }

  /** Loses who follows what and what people were told. */
  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table notice; drop table following;');
  }
}
