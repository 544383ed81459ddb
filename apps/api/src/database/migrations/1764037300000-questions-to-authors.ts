import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A body asks the author of a contribution too, of whom nobody learns who she is (decision 217). */
export class QuestionsToAuthors1764037300000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table referral_question alter column organisation_id drop not null,
        add column contribution_id uuid constraint referral_question_contribution_id_fkey references contribution,
        add constraint referral_question_of_one check (num_nonnulls(organisation_id, contribution_id) = 1),
        add constraint referral_question_author_unnamed check (contribution_id is null or answered_by is null);
      create index referral_question_contribution_id on referral_question (contribution_id) where contribution_id is not null`);
  }

  /** Loses what authors were asked and answered: the table before has no place for it. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      delete from referral_question where contribution_id is not null;
      alter table referral_question drop column contribution_id, alter column organisation_id set not null`);
  }
}
