import type { MigrationInterface, QueryRunner } from 'typeorm';

const presence = (values: string) => `alter table meeting_seat drop constraint meeting_seat_presence, add constraint meeting_seat_presence check (presence in (${values}))`;

/** Somebody who voted and then went home was absent in the minutes, and the opinion was adopted by a body without a quorum. */
export class LeftAMeeting1764035700001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(presence(`'present', 'left', 'excused', 'absent'`));
  }

  /** Who left was there. Approved minutes are history, so the trigger on them waits. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table meeting_seat disable trigger user;
      update meeting_seat set presence = 'present' where presence = 'left';
      alter table meeting_seat enable trigger user;
    `);
    await db.query(presence(`'present', 'excused', 'absent'`));
  }
}
