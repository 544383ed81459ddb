import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who runs a session chooses what is asked after it; groups are told once. What stands in published reports takes the new shape: several questionnaires. */
export class SurveyChoice1764034100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table session add column questionnaires text[];
      alter table survey add column groups jsonb;
      update report_version set content = jsonb_set(content, '{survey}', ((content -> 'survey') - 'questionnaire') || jsonb_build_object(
          'questionnaires', jsonb_build_array((content #> '{survey,questionnaire}') || '{"minutes": 4, "withDemographics": true}'), 'groups', '[]'::jsonb))
        where content #> '{survey,questionnaire}' is not null`);
  }

  /** Loses what was chosen and what groups said; a published report keeps the first of its questionnaires. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      update report_version set content = jsonb_set(content, '{survey}', ((content -> 'survey') - 'questionnaires' - 'groups') || jsonb_build_object(
          'questionnaire', content #> '{survey,questionnaires,0}'))
        where content #> '{survey,questionnaires}' is not null;
      alter table survey drop column groups;
      alter table session drop column questionnaires`);
  }
}
