import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The survey after a session: who has answered and what was answered, apart. */
export class Survey1764023400002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table survey (
        session_id uuid not null constraint survey_pkey primary key constraint survey_session_id_fkey references session (id),
        opened_at timestamptz not null,
        closes_at timestamptz not null
      );
      create table survey_token (
        digest bytea not null constraint survey_token_pkey primary key,
        session_id uuid not null constraint survey_token_session_id_fkey references survey (session_id),
        participant_id uuid not null constraint survey_token_participant_id_fkey references participant (id)
      );
      create index survey_token_participant_id on survey_token (participant_id);
      create table survey_given (
        session_id uuid not null constraint survey_given_session_id_fkey references survey (session_id),
        participant_id uuid not null constraint survey_given_participant_id_fkey references participant (id),
        command uuid not null,
        constraint survey_given_pkey primary key (session_id, participant_id)
      );
      create index survey_given_participant_id on survey_given (participant_id);
      create table survey_submission (
        id uuid not null constraint survey_submission_pkey primary key,
        session_id uuid not null constraint survey_submission_session_id_fkey references survey (session_id),
        scores jsonb not null,
        hour timestamptz not null constraint survey_submission_hour check (hour = date_trunc('hour', hour, 'UTC')),
        told boolean not null
      );
      create index survey_submission_session_id on survey_submission (session_id)`);
  }

  /** Loses the surveys; what people said in their own words too, since nothing says where it was said. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table survey_submission; drop table survey_given; drop table survey_token; drop table survey; delete from feedback_words where activity_id is null`);
  }
}
