import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What teams wrote into their canvases, each text as it came: nothing is written over. */
export class IdeathonCanvas1764023201000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table ideathon_entry (
        team_id uuid not null constraint ideathon_entry_team_id_fkey references ideathon_team (id) on delete cascade,
        field int not null constraint ideathon_entry_field check (field between 0 and 9),
        revision int not null constraint ideathon_entry_revision check (revision >= 1),
        participant_id uuid not null constraint ideathon_entry_participant_id_fkey references participant (id),
        contribution_id uuid constraint ideathon_entry_contribution_id_fkey references contribution (id),
        text text not null,
        written_at timestamptz not null,
        constraint ideathon_entry_pkey primary key (team_id, field, revision),
        constraint ideathon_entry_words_are_a_contribution check ((text = '') = (contribution_id is null))
      );
      create index ideathon_entry_participant_id on ideathon_entry (participant_id);
      create index ideathon_entry_contribution_id on ideathon_entry (contribution_id)`);
  }

  /** Which words stood in which field is forgotten; the words stay among the contributions. */
  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table ideathon_entry');
  }
}
