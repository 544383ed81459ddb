import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What bodies ask departments about recommendations; written down for the dossier too, so that the next version holds it. See decision 0199. */
export class ReferralQuestions1764034500001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table referral_question (
        id uuid not null constraint referral_question_pkey primary key,
        item_id uuid not null constraint referral_question_item_id_fkey references referral_item,
        organisation_id uuid not null constraint referral_question_organisation_id_fkey references organisation,
        text text not null,
        asked_by uuid constraint referral_question_asked_by_fkey references person,
        asked_at timestamptz not null,
        due_on date,
        answer text not null default '',
        answered_by uuid constraint referral_question_answered_by_fkey references person,
        answered_at timestamptz,
        revision int not null default 0,
        constraint referral_question_answer check ((answer = '') = (answered_at is null))
      );
      create index referral_question_item_id on referral_question (item_id);
      create table recommendation_question (
        question_id uuid not null constraint recommendation_question_pkey primary key,
        recommendation_id uuid not null constraint recommendation_question_recommendation_id_fkey references recommendation,
        body_id uuid not null constraint recommendation_question_body_id_fkey references body,
        organisation_id uuid not null constraint recommendation_question_organisation_id_fkey references organisation,
        text text not null,
        asked_at timestamptz not null,
        answer text not null,
        answered_at timestamptz
      );
      create index recommendation_question_recommendation_id on recommendation_question (recommendation_id);
    `);
  }

  /** Loses what was asked and answered; versions published since keep what they froze. */
  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table recommendation_question, referral_question');
  }
}
