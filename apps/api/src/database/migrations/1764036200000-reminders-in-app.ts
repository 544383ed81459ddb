import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A reminder of what somebody owes is a notice as well. It is about no record but about a duty, which is a row of a query: its key alone is kept, one notice for a person and a duty. */
export class RemindersInApp1764036200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table notice
        alter column about_id drop not null,
        alter column moved_id drop not null,
        add column duty_kind text,
        add column duty_id uuid,
        add column due_on date,
        add constraint notice_duty_kind check (duty_kind in ('idea-answer', 'assessment', 'question', 'referral', 'decision', 'commitment', 'milestone')),
        add constraint notice_of_what check (
          num_nonnulls(about_id, moved_id) in (0, 2) and num_nonnulls(duty_kind, duty_id, due_on) in (0, 3) and num_nonnulls(moved_id, duty_id) = 1
        ),
        add constraint notice_duty_mailed check (duty_id is null or person_id is not null and mailed_at is not null);
      create unique index notice_one_of_duty on notice (person_id, duty_kind, duty_id) where duty_id is not null;
    `);
  }

  /** Loses which reminders stand among the notices; they went out by mail. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      delete from notice where duty_id is not null;
      drop index notice_one_of_duty;
      alter table notice
        drop constraint notice_duty_mailed, drop constraint notice_of_what, drop constraint notice_duty_kind,
        drop column due_on, drop column duty_id, drop column duty_kind,
        alter column moved_id set not null, alter column about_id set not null;
    `);
  }
}
