import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What departments say of ideas, by the criteria that the process set. */
export class Assessment1764033000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table criteria (
        process_id uuid not null constraint criteria_process_id_fkey references process,
        revision int not null,
        constraint criteria_pkey primary key (process_id),
        constraint criteria_revision check (revision > 0)
      );
      create table criterion (
        id uuid not null constraint criterion_pkey primary key,
        process_id uuid not null constraint criterion_process_id_fkey references criteria,
        position int not null,
        kind text not null constraint criterion_kind check (kind in ('points', 'must')),
        title text not null,
        description text not null,
        weight int,
        scale_max int,
        constraint criterion_points check (case kind when 'points' then weight between 1 and 100 and scale_max between 1 and 10 else weight is null and scale_max is null end)
      );
      create index criterion_process_id on criterion (process_id, position);
      create table assessment (
        id uuid not null constraint assessment_pkey primary key,
        idea_id uuid not null constraint assessment_idea_id_fkey references idea,
        process_id uuid not null constraint assessment_process_id_fkey references process,
        organisation_id uuid not null constraint assessment_organisation_id_fkey references organisation,
        due_on date,
        state text not null constraint assessment_state check (state in ('asked', 'begun', 'given', 'published')),
        feasibility text constraint assessment_feasibility check (feasibility in ('feasible', 'with-changes', 'not-feasible')),
        cost bigint constraint assessment_cost check (cost >= 0),
        cost_note text not null default '',
        internal_note text not null default '',
        public_answer text not null default '',
        language text not null constraint assessment_language check (language in ('sk', 'cs', 'en', 'uk')),
        assessor_name text not null default '',
        revision int not null default 1 constraint assessment_revision check (revision > 0),
        asked_by uuid constraint assessment_asked_by_fkey references person,
        asked_at timestamptz not null,
        given_by uuid constraint assessment_given_by_fkey references person,
        given_at timestamptz,
        published_at timestamptz,
        constraint assessment_asked_once unique (idea_id, organisation_id),
        constraint assessment_given check (case when state in ('given', 'published') then given_at is not null and feasibility is not null else given_at is null end),
        constraint assessment_published check ((state = 'published') = (published_at is not null))
      );
      create index assessment_process_id on assessment (process_id, idea_id);
      create index assessment_waiting on assessment (organisation_id, due_on) where state in ('asked', 'begun');
      create table assessment_score (
        assessment_id uuid not null constraint assessment_score_assessment_id_fkey references assessment on delete cascade,
        criterion_id uuid not null constraint assessment_score_criterion_id_fkey references criterion,
        value int not null constraint assessment_score_value check (value between 0 and 10),
        reason text not null,
        constraint assessment_score_pkey primary key (assessment_id, criterion_id)
      );
      create index assessment_score_criterion_id on assessment_score (criterion_id);
      alter table record drop constraint record_kind;
      alter table record add constraint record_kind check (kind in (
        'table', 'contribution', 'cluster', 'idea', 'recommendation', 'dossier', 'referral', 'opinion', 'decision', 'milestone', 'vote-option', 'document', 'assessment'
      ));
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table assessment_score;
      drop table assessment;
      drop table criterion;
      drop table criteria;
      alter table record drop constraint record_kind;
      alter table record add constraint record_kind check (kind in (
        'table', 'contribution', 'cluster', 'idea', 'recommendation', 'dossier', 'referral', 'opinion', 'decision', 'milestone', 'vote-option', 'document'
      )) not valid;
    `);
  }
}
