import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people say of a session in their own words, looked through before the report shows it. */
export class FeedbackWords1764023400001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table feedback_words (
        id uuid not null constraint feedback_words_pkey primary key,
        session_id uuid not null constraint feedback_words_session_id_fkey references session (id),
        activity_id uuid constraint feedback_words_activity_id_fkey references activity (id),
        question_id text,
        text text not null,
        state text not null constraint feedback_words_state check (state in ('held', 'waiting', 'shown', 'hidden'))
      );
      create index feedback_words_session_id on feedback_words (session_id, activity_id);
      create index feedback_words_activity_id on feedback_words (activity_id)`);
  }

  /** Loses what people said, and pulses: nothing reads them before. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table feedback_words;
      delete from secret_answer where activity_id in (select id from activity where kind = 'pulse');
      delete from secret_answer_given where activity_id in (select id from activity where kind = 'pulse');
      delete from answer_option where activity_id in (select id from activity where kind = 'pulse');
      update session set hall_activity_id = null where hall_activity_id in (select id from activity where kind = 'pulse');
      delete from activity where kind = 'pulse'`);
  }
}
