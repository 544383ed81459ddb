import type { MigrationInterface, QueryRunner } from 'typeorm';

const BEFORE = "'idea-answer', 'assessment', 'question', 'referral', 'decision', 'commitment', 'milestone'";
const kinds = (listed: string) => `
  alter table notice drop constraint notice_duty_kind, add constraint notice_duty_kind check (duty_kind in (${listed}));
  alter table reminder drop constraint reminder_kind, add constraint reminder_kind check (kind in (${listed}))`;

/** Members are reminded of the position they have not given. */
export class RemindedOfPositions1764042000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(kinds(`${BEFORE}, 'position'`));
  }

  /** Loses these reminders: the tables before have no place for them. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`delete from notice where duty_kind = 'position'; delete from reminder where kind = 'position'; ${kinds(BEFORE)}`);
  }
}
