import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each code may be that of a numbered sheet of paper; what officials read on it is kept until two read the same (decision 204). */
export class PaperBallots1764034700000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table public_vote_code
        add column number int,
        add column paper text constraint public_vote_code_paper check (paper in ('counted', 'spoiled')),
        add column spoiled text,
        add constraint public_vote_code_spoiled_has_a_reason check ((paper = 'spoiled') = (spoiled is not null)),
        add constraint public_vote_code_counted_is_used check (paper <> 'counted' or command is not null),
        add constraint public_vote_code_number_is_unique unique (vote_id, number);
      create table public_vote_reading (
        vote_id uuid not null constraint public_vote_reading_vote_id_fkey references public_vote (id),
        number int not null,
        person_id uuid not null constraint public_vote_reading_person_id_fkey references person (id),
        value jsonb not null,
        constraint public_vote_reading_pkey primary key (vote_id, number, person_id)
      );
      create index public_vote_reading_person_id on public_vote_reading (person_id)`);
  }

  /** Loses what was read and does not count yet. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table public_vote_reading; alter table public_vote_code drop column number, drop column paper, drop column spoiled`);
  }
}
