import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a commitment takes in money and how much of it is there; what a milestone leaves behind. */
export class MoneyOfCommitments1764040000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table commitment
        add column amount int constraint commitment_amount check (amount >= 0),
        add column currency text not null default 'EUR' constraint commitment_currency check (currency in ('EUR', 'CZK')),
        add column is_amount_approximate boolean not null default false,
        add column funding text constraint commitment_funding check (funding in ('secured', 'partly-secured', 'not-secured'));
      alter table milestone add column output text constraint milestone_output check (output in (
        'manual', 'space', 'campaign', 'training', 'directive', 'working-group', 'statute', 'partnership', 'event', 'team-building', 'study-visit', 'regular-meeting', 'strategy',
        'evaluation-report', 'recommendations'));
    `);
  }

  /** Loses the money of commitments, but for what their versions say, and what milestones leave behind. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table milestone drop column output;
      alter table commitment drop column amount, drop column currency, drop column is_amount_approximate, drop column funding;
    `);
  }
}
