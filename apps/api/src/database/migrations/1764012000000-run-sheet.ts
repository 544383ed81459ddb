import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An activity becomes a block of a run sheet of several days; sheets and single blocks are saved for other sessions of an organisation. What was planned
 * before is planned plainly (null) and stands in the first day. See decision 0085.
 */
export class RunSheet1764012000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table session add column sheet jsonb;
      alter table activity
        add column day int not null default 1 constraint activity_day check (day between 1 and 14),
        add column plan jsonb,
        add column owner_id uuid constraint activity_owner_id_fkey references person (id) on delete set null;
      create table sheet_template (
        id uuid not null constraint sheet_template_pkey primary key,
        organisation_id uuid not null constraint sheet_template_organisation_id_fkey references organisation (id),
        kind text not null constraint sheet_template_kind check (kind in ('sheet', 'method')),
        title text not null,
        purpose text not null,
        language text not null constraint sheet_template_language check (language in ('sk', 'cs', 'en', 'uk')),
        content jsonb not null,
        created_by_id uuid constraint sheet_template_created_by_id_fkey references person (id) on delete set null,
        created_at timestamptz not null
      );
      create index sheet_template_organisation_id on sheet_template (organisation_id);
    `);
  }

  /** What only the run sheet said of a block is lost, and so are templates; the agenda stays, all in one day. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table sheet_template;
      alter table activity drop column owner_id, drop column plan, drop column day;
      alter table session drop column sheet;
    `);
  }
}
