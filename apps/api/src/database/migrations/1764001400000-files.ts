import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pictures on boards: to which session each belongs and who brought it. The bytes lie in the file store. */
export class Files1764001400000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table file (
        id uuid not null constraint file_pkey primary key,
        session_id uuid not null,
        participant_id uuid,
        person_id uuid constraint file_person_id_fkey references person (id) on delete set null,
        width int not null,
        height int not null,
        byte_count int not null,
        created_at timestamptz not null default now(),
        constraint file_has_a_size check (width > 0 and height > 0 and byte_count > 0),
        constraint file_has_one_author_at_most check (participant_id is null or person_id is null)
      );
      create index file_session_id on file (session_id);
    `);
  }

  /** Forgets which pictures there are; their bytes are swept away as nobody's. */
  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table file');
  }
}
