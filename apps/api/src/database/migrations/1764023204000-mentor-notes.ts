import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What those who lead a session tell a team of an ideathon about its idea; nobody else reads it. */
export class MentorNotes1764023204000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table ideathon_note (
        id uuid not null constraint ideathon_note_pkey primary key,
        team_id uuid not null constraint ideathon_note_team_id_fkey references ideathon_team (id) on delete cascade,
        person_id uuid constraint ideathon_note_person_id_fkey references person (id) on delete set null,
        text text not null,
        written_at timestamptz not null
      );
      create index ideathon_note_team_id on ideathon_note (team_id);
      create index ideathon_note_person_id on ideathon_note (person_id)`);
  }

  /** Loses the notes. */
  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table ideathon_note');
  }
}
