import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Since when a milestone is done: what is mended in it later counts no days anew. */
export class MilestoneDoneAt1764035600000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table milestone add column done_at timestamptz;
      -- of those that are done already the last edit is all that is known
      update milestone set done_at = updated_at where state = 'done';
      alter table milestone add constraint milestone_done check ((state = 'done') = (done_at is not null));
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table milestone drop column done_at');
  }
}
