import type { MigrationInterface, QueryRunner } from 'typeorm';

const states = (listed: string) => `alter table meeting drop constraint meeting_state, add constraint meeting_state check (state in (${listed}))`;

/** The people of a body are invited to its meetings, and told when one is not held. */
export class MeetingsTold1764042020000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ${states("'planned', 'open', 'closed', 'approved', 'cancelled'")};
      alter table meeting add column invited_at timestamptz, add column cancel_reason text not null default '',
        add constraint meeting_cancelled check ((state = 'cancelled') = (cancel_reason <> ''))`);
  }

  /** A cancelled meeting is planned again: the table before has no place for the reason. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table meeting drop constraint meeting_cancelled, drop column cancel_reason, drop column invited_at;
      update meeting set state = 'planned' where state = 'cancelled';
      ${states("'planned', 'open', 'closed', 'approved'")}`);
  }
}
