import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People are told of more than what came of their words and what they owe: an author, that she was asked about hers (decision 248). */
export class NewsNotices1764039400000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table notice add column news_kind text, add column news_id uuid,
        drop constraint notice_of_what,
        add constraint notice_of_what check (num_nonnulls(about_id, moved_id) in (0, 2) and num_nonnulls(duty_kind, duty_id, due_on) in (0, 3)
          and num_nonnulls(news_kind, news_id) in (0, 2) and num_nonnulls(moved_id, duty_id, news_id) = 1),
        add constraint notice_news_kind check (news_kind in ('author-question')),
        add constraint notice_news_of_person check (news_id is null or person_id is not null);
      create unique index notice_one_of_news on notice (person_id, news_kind, news_id) where news_id is not null`);
  }

  /** Loses these notices: the table before has no place for them. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      delete from notice where news_id is not null;
      alter table notice drop constraint notice_of_what;
      alter table notice drop column news_kind, drop column news_id;
      alter table notice add constraint notice_of_what check (num_nonnulls(about_id, moved_id) in (0, 2) and num_nonnulls(duty_kind, duty_id, due_on) in (0, 3) and num_nonnulls(moved_id, duty_id) = 1)`);
  }
}
