import type { MigrationInterface, QueryRunner } from 'typeorm';

/** "Is this what we meant?": a summary sent to the phones before people leave, and what each answered. One is asked at a time. */
export class MeaningChecks1764016100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table meaning_check (
        id uuid not null,
        session_id uuid not null constraint meaning_check_session_id_fkey references session (id),
        summary text not null,
        language text not null constraint meaning_check_language check (language in ('sk', 'cs', 'en', 'uk')),
        asked_at timestamptz not null,
        ended_at timestamptz,
        constraint meaning_check_pkey primary key (id)
      );
      create index meaning_check_session_id on meaning_check (session_id, asked_at);
      create unique index meaning_check_one_is_asked_at_a_time on meaning_check (session_id) where ended_at is null;
      create table meaning_answer (
        check_id uuid not null constraint meaning_answer_check_id_fkey references meaning_check (id),
        participant_id uuid not null constraint meaning_answer_participant_id_fkey references participant (id),
        verdict text not null constraint meaning_answer_verdict check (verdict in ('yes', 'not-quite')),
        words text not null,
        language text not null constraint meaning_answer_language check (language in ('sk', 'cs', 'en', 'uk')),
        answered_at timestamptz not null,
        constraint meaning_answer_pkey primary key (check_id, participant_id)
      );
      create index meaning_answer_participant_id on meaning_answer (participant_id);
    `);
  }

  /** Loses what people answered. */
  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table meaning_answer; drop table meaning_check;');
  }
}
