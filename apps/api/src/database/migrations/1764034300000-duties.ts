import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Terms within which a process answers, the days on which people are reminded of them, and who was. */
export class Duties1764034300000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table answer_term (
        process_id uuid not null constraint answer_term_process_id_fkey references process,
        answer_days int,
        question_days int,
        revision int not null,
        constraint answer_term_pkey primary key (process_id),
        constraint answer_term_days check (answer_days between 1 and 730 and question_days between 1 and 730),
        constraint answer_term_revision check (revision > 0)
      );
      create table reminder_ladder (
        id smallint not null default 1 constraint reminder_ladder_pkey primary key,
        days int[] not null,
        office_from_days int,
        revision int not null,
        constraint reminder_ladder_only_one check (id = 1),
        constraint reminder_ladder_revision check (revision > 0)
      );
      insert into reminder_ladder (days, office_from_days, revision) values ('{-3,0,3,10}', 3, 1);
      create table reminder (
        kind text not null constraint reminder_kind check (kind in ('idea-answer', 'assessment', 'question', 'referral', 'decision', 'commitment', 'milestone')),
        duty_id uuid not null,
        due_on date not null,
        step int not null,
        person_id uuid not null constraint reminder_person_id_fkey references person,
        at timestamptz not null default now(),
        constraint reminder_pkey primary key (kind, duty_id, due_on, step, person_id)
      );
      create index reminder_person_id on reminder (person_id);
    `);
  }

  /** Loses the terms and who was reminded: after another `up` a step of the last week may be sent again. */
  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table reminder, reminder_ladder, answer_term');
  }
}
