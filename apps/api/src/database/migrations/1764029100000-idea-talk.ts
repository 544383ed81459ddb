import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Ideas are supported and talked about. Words of comments stand in their contributions; here is what they are about and whether they are shown. An idea
 * keeps how many support and how many comments it has, since lists are ordered by them.
 */
export class IdeaTalk1764029100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table idea
        add column support_count int not null default 0 constraint idea_support_count check (support_count >= 0),
        add column comment_count int not null default 0 constraint idea_comment_count check (comment_count >= 0),
        add column hidden_at timestamptz,
        add column hidden_reason text,
        add column dots int not null default 0;
      update idea set dots = (select count(*) from idea_cluster c join vote_option o on o.cluster_id = c.cluster_id join dot on dot.option_id = o.id where c.idea_id = idea.id);
      create index idea_supported on idea (process_id, (support_count + dots) desc, created_at desc, id desc);
      create index idea_newest on idea (process_id, created_at desc, id desc);
      create index idea_commented on idea (process_id, comment_count desc, created_at desc, id desc);
      create table idea_support (
        idea_id uuid not null constraint idea_support_idea_id_fkey references idea,
        by_id uuid not null,
        at timestamptz not null default now(),
        constraint idea_support_pkey primary key (idea_id, by_id)
      );
      create table idea_comment (
        id uuid not null constraint idea_comment_pkey primary key constraint idea_comment_contribution references contribution (id),
        idea_id uuid not null constraint idea_comment_idea_id_fkey references idea,
        reply_to uuid constraint idea_comment_reply_to_fkey references idea_comment (id),
        by_staff boolean not null,
        at timestamptz not null,
        edited_at timestamptz,
        deleted_at timestamptz,
        hidden_at timestamptz,
        hidden_reason text
      );
      create index idea_comment_thread on idea_comment (idea_id, at, id) where reply_to is null;
      create index idea_comment_reply_to on idea_comment (reply_to, at) where reply_to is not null;
      create table words_report (
        about_id uuid not null,
        by_id uuid not null,
        process_id uuid not null constraint words_report_process_id_fkey references process,
        idea_id uuid not null constraint words_report_idea_id_fkey references idea,
        reason text not null,
        at timestamptz not null default now(),
        settled_at timestamptz,
        settled_by uuid,
        constraint words_report_pkey primary key (about_id, by_id)
      );
      create index words_report_open on words_report (process_id, at) where settled_at is null;
    `);
  }
  /** Loses who supported what, what was reported and hidden, and where comments stood; their words stay contributions. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table words_report;
      drop table idea_comment;
      drop table idea_support;
      alter table idea drop column support_count, drop column comment_count, drop column hidden_at, drop column hidden_reason, drop column dots;
    `);
  }
}
