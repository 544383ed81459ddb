import type { MigrationInterface, QueryRunner } from 'typeorm';

const BEFORE = "'author-question', 'question-hidden', 'answer-hidden', 'comments', 'replies'";
const kinds = (listed: string) => `alter table notice drop constraint notice_news_kind, add constraint notice_news_kind check (news_kind in (${listed}))`;

/** Whoever asks for a body is told that she was answered. */
export class AnswersToQuestions1764042010000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(kinds(`${BEFORE}, 'question-answered'`));
  }

  /** Loses these notices: the table before has no place for them. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`delete from notice where news_kind = 'question-answered'; ${kinds(BEFORE)}`);
  }
}
