import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every field of a commitment keeps its earlier versions, the template of the city's plan is whole, and two officials never overwrite each other. */
export class CommitmentBlocks1764035600001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table action_plan add column revision int not null default 1 constraint action_plan_revision check (revision > 0);
      alter table commitment
        add column revision int not null default 1 constraint commitment_revision check (revision > 0),
        add column from_on date,
        add column until_on date,
        add column lead_internal text[] not null default '{}',
        add column lead_external text[] not null default '{}',
        add column other_actors text[] not null default '{}',
        add column additional text not null default '',
        add constraint commitment_ends_after_it_begins check (until_on >= from_on);
      create table commitment_block (
        commitment_id uuid not null constraint commitment_block_commitment_id_fkey references commitment,
        block text not null constraint commitment_block_block check (block in ('title', 'summary', 'schedule', 'leadInternal', 'leadExternal', 'otherActors', 'problem', 'statusQuo', 'action',
          'contribution', 'vision', 'values', 'resources', 'additional')),
        number int not null constraint commitment_block_number check (number > 0),
        text text not null,
        language text not null constraint commitment_block_language check (language in ('sk', 'cs', 'en', 'uk')),
        at timestamptz,
        reason text not null,
        written_by uuid,
        constraint commitment_block_pkey primary key (commitment_id, block, number),
        constraint commitment_block_has_a_reason check (number = 1 or reason <> '')
      );
      -- What stands already is the first version; since when is not known.
      insert into commitment_block (commitment_id, block, number, text, language, reason)
      select c.id, one.block, 1, one.text, c.language, ''
      from commitment c cross join lateral (values ('title', c.title), ('summary', c.summary), ('problem', c.problem), ('statusQuo', c.status_quo), ('action', c.action),
        ('contribution', c.contribution), ('vision', c.vision), ('values', array_to_string(c.values, E'\\n')), ('resources', c.resources)) one (block, text)
      where one.text <> '';
      create trigger commitment_block_append_only before update or delete on commitment_block for each row execute function refuse_change();
      create trigger commitment_block_never_emptied before truncate on commitment_block for each statement execute function refuse_change();
    `);
  }

  /** Loses earlier versions, and the fields that were not there before. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table commitment_block;
      alter table commitment drop column revision, drop column from_on, drop column until_on, drop column lead_internal, drop column lead_external, drop column other_actors, drop column additional;
      alter table action_plan drop column revision;
    `);
  }
}
