import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far a milestone is, what it costs and who pays, what proves it, and why its day was moved: delays are history. */
export class MilestoneProgress1764032200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table milestone
        add column percent int constraint milestone_percent check (percent between 0 and 100),
        add column budget text not null default '',
        add column budget_source text not null default '',
        add column evidence text not null default '';
      create table milestone_delay (
        id uuid not null constraint milestone_delay_pkey primary key,
        milestone_id uuid not null constraint milestone_delay_milestone_id_fkey references milestone,
        at timestamptz not null,
        due_before date,
        due_after date,
        state_after text not null,
        reason text not null constraint milestone_delay_has_a_reason check (reason <> ''),
        noted_by uuid,
        constraint milestone_delay_state check (state_after in ('not-started', 'in-progress', 'delayed', 'done', 'changed', 'withdrawn'))
      );
      create index milestone_delay_of on milestone_delay (milestone_id, at);
      create trigger milestone_delay_append_only before update or delete on milestone_delay for each row execute function refuse_change();
      create trigger milestone_delay_never_emptied before truncate on milestone_delay for each statement execute function refuse_change();
    `);
  }

  /** Loses how far milestones are, what they cost, what proves them, and why they are late. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table milestone_delay;
      alter table milestone drop column percent, drop column budget, drop column budget_source, drop column evidence;
    `);
  }
}
