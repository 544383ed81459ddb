import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the town promised: action plans, their commitments by the template of the Open Government Partnership, and how far each milestone is. */
export class Commitments1764001100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table action_plan (
        id uuid not null constraint action_plan_pkey primary key,
        organisation_id uuid not null constraint action_plan_organisation_id_fkey references organisation,
        title text not null,
        from_on date,
        until_on date,
        vision text not null,
        language text not null constraint action_plan_language check (language in ('sk', 'cs', 'en', 'uk')),
        created_at timestamptz not null,
        constraint action_plan_ends_after_it_begins check (until_on >= from_on)
      );

      create table commitment (
        id uuid not null constraint commitment_pkey primary key,
        action_plan_id uuid not null constraint commitment_action_plan_id_fkey references action_plan,
        position int not null,
        title text not null,
        summary text not null,
        problem text not null,
        status_quo text not null,
        action text not null,
        contribution text not null,
        vision text not null,
        "values" text[] not null,
        resources text not null,
        language text not null constraint commitment_language check (language in ('sk', 'cs', 'en', 'uk')),
        constraint commitment_one_position unique (action_plan_id, position)
      );

      create table milestone (
        id uuid not null constraint milestone_pkey primary key,
        commitment_id uuid not null constraint milestone_commitment_id_fkey references commitment,
        position int not null,
        title text not null,
        owner_id uuid constraint milestone_owner_id_fkey references organisation,
        owner_name text not null,
        due_on date,
        state text not null constraint milestone_state check (state in ('not-started', 'in-progress', 'delayed', 'done', 'changed', 'withdrawn')),
        progress text not null,
        decision_item_id uuid constraint milestone_decision_item_id_fkey references decision_item,
        language text not null constraint milestone_language check (language in ('sk', 'cs', 'en', 'uk')),
        updated_at timestamptz not null,
        constraint milestone_one_position unique (commitment_id, position)
      );
    `);
  }
  /** Loses the action plans. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table milestone; drop table commitment; drop table action_plan;`);
  }
}
