import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Brainstorms whose sheets go round: the round, and who had which sheet. */
export class Brainwriting1764025000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table brainwriting (
        activity_id uuid not null,
        round int not null,
        constraint brainwriting_pkey primary key (activity_id),
        constraint brainwriting_activity_id_fkey foreign key (activity_id) references activity (id) on delete cascade,
        constraint brainwriting_round check (round between 1 and 6)
      );
      create table brainwriting_turn (
        activity_id uuid not null,
        round int not null,
        sheet int not null,
        participant_id uuid not null,
        taken_at timestamptz not null,
        constraint brainwriting_turn_pkey primary key (activity_id, round, sheet),
        constraint brainwriting_turn_one_sheet_a_round unique (activity_id, round, participant_id),
        constraint brainwriting_turn_activity_id_fkey foreign key (activity_id) references activity (id) on delete cascade,
        constraint brainwriting_turn_participant_id_fkey foreign key (participant_id) references participant (id),
        constraint brainwriting_turn_round check (round between 1 and 6)
      );
      create index brainwriting_turn_participant_id on brainwriting_turn (participant_id);
    `);
  }

  /** Loses who had which sheet; what was written stays in its frames. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table brainwriting_turn; drop table brainwriting;`);
  }
}
