import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People are told of comments on what is theirs and of answers to theirs; talk is found by what it is about. */
export class CommentNotices1764041000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table notice drop constraint notice_news_kind,
        add constraint notice_news_kind check (news_kind in ('author-question', 'question-hidden', 'answer-hidden', 'comments', 'replies'));
      create index record_talk on record (url) where kind = 'contribution' and url is not null`);
  }

  /** Loses these notices: the table before has no place for them. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      delete from notice where news_kind in ('comments', 'replies');
      alter table notice drop constraint notice_news_kind, add constraint notice_news_kind check (news_kind in ('author-question', 'question-hidden', 'answer-hidden'));
      drop index record_talk`);
  }
}
