import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a body asks an author, and what she answers, can be hidden with a reason like other words (decision 249). */
export class HiddenQuestions1764039400001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table referral_question add column hidden text, add column hidden_reason text,
        add constraint referral_question_hidden check (hidden in ('question', 'answer')),
        add constraint referral_question_hidden_why check ((hidden is null) = (hidden_reason is null)),
        add constraint referral_question_hidden_of_author check (hidden is null or contribution_id is not null);
      alter table notice drop constraint notice_news_kind, add constraint notice_news_kind check (news_kind in ('author-question', 'question-hidden', 'answer-hidden'))`);
  }

  /** Loses what was hidden with its reasons, and the notices of it. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      update referral_question set text = '–' where hidden = 'question';
      update referral_question set answer = '–' where hidden is not null and answer <> '';
      delete from notice where news_kind in ('question-hidden', 'answer-hidden');
      alter table notice drop constraint notice_news_kind, add constraint notice_news_kind check (news_kind in ('author-question'));
      alter table referral_question drop column hidden, drop column hidden_reason`);
  }
}
