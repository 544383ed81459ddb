import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where what was said outside a session stands: the condition on its record, and what to say where it stands nowhere. */
const standsSomewhere = (condition: string, message: string) => `
      create or replace function contribution_stands_somewhere() returns trigger language plpgsql as $$
        begin
          if not exists (select from record where id = new.id and ${condition}) then
            raise exception '${message}' using errcode = 'check_violation', constraint = 'contribution_of_one_place';
          end if;
          return null;
        end $$;`;

/**
 * Fields of commitments are talked about as ideas are. What is reported belongs to a place, a process or an action plan, and to whatever is talked about there.
 * A comment of an account may stand in no process, since a commitment is the whole town's.
 */
export class CommitmentComments1764036300000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table commitment_comment (
        id uuid not null constraint commitment_comment_pkey primary key constraint commitment_comment_contribution references contribution (id),
        commitment_id uuid not null,
        block text not null,
        version int not null,
        reply_to uuid constraint commitment_comment_reply_to_fkey references commitment_comment (id),
        by_staff boolean not null,
        at timestamptz not null,
        edited_at timestamptz,
        deleted_at timestamptz,
        hidden_at timestamptz,
        hidden_reason text,
        constraint commitment_comment_version_fkey foreign key (commitment_id, block, version) references commitment_block (commitment_id, block, number)
      );
      create index commitment_comment_thread on commitment_comment (commitment_id, block, at, id) where reply_to is null;
      create index commitment_comment_reply_to on commitment_comment (reply_to, at) where reply_to is not null;
      alter table words_report drop constraint words_report_process_id_fkey, drop constraint words_report_idea_id_fkey;
      alter table words_report rename column process_id to place_id;
      alter table words_report rename column idea_id to subject_id;
      ${standsSomewhere(`(process_id is not null or url is not null and new.kind = 'comment' and new.person_id is not null)`, 'a contribution without a session needs a process, or is a comment of an account')}
    `);
  }

  /** Loses what was reported of comments on commitments, and where those stood; their words stay contributions. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      delete from words_report where not exists (select from idea where idea.id = subject_id);
      alter table words_report rename column place_id to process_id;
      alter table words_report rename column subject_id to idea_id;
      alter table words_report
        add constraint words_report_process_id_fkey foreign key (process_id) references process,
        add constraint words_report_idea_id_fkey foreign key (idea_id) references idea;
      drop table commitment_comment;
      ${standsSomewhere('process_id is not null', 'a contribution without a session needs a process')}
    `);
  }
}
