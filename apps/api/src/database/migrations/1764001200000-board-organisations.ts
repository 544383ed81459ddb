import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A board's rule names the organisations of its process, so that their officers sit at it; boards that stand already learn theirs. */
export class BoardOrganisations1764001200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      update board set rule = rule || jsonb_build_object('organisationIds', coalesce(
        (select jsonb_agg(organisation_id order by organisation_id) from process_organisation where process_id = (rule ->> 'processId')::uuid), '[]'))
        where rule is not null`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`update board set rule = rule - 'organisationIds' where rule is not null`);
  }
}
