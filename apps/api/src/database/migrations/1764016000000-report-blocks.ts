import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The report as a facilitator writes it. A row of `report_block` is what she changed of a generated block, or a block of her own; what was reckoned is
 * reckoned anew at each reading. A version is what readers got, whole, and never changes.
 */
export class ReportBlocks1764016000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table report_draft (
        session_id uuid not null constraint report_draft_session_id_fkey references session (id),
        revision int not null constraint report_draft_revision check (revision > 0),
        block_order text[] not null,
        constraint report_draft_pkey primary key (session_id)
      );
      create table report_block (
        session_id uuid not null constraint report_block_session_id_fkey references report_draft (session_id),
        key text not null,
        content jsonb,
        note text not null,
        hidden boolean not null,
        revision int not null,
        constraint report_block_pkey primary key (session_id, key),
        constraint report_block_own_has_content check ((content is not null) = (key like 'own-%'))
      );
      create table report_version (
        session_id uuid not null constraint report_version_session_id_fkey references session (id),
        number int not null constraint report_version_number check (number > 0),
        draft jsonb not null,
        content jsonb not null,
        published_by uuid not null constraint report_version_published_by_fkey references person (id),
        published_at timestamptz not null,
        constraint report_version_pkey primary key (session_id, number)
      );
      create index report_version_published_by on report_version (published_by);
      create table report_picture (
        session_id uuid not null,
        number int not null,
        board_id uuid not null,
        png bytea not null,
        contribution_ids uuid[] not null,
        constraint report_picture_pkey primary key (session_id, number, board_id),
        constraint report_picture_version foreign key (session_id, number) references report_version (session_id, number)
      );
    `);
  }

  /** Loses what facilitators wrote into their reports; the generated ones stay. */
  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table report_picture; drop table report_version; drop table report_block; drop table report_draft;');
  }
}
