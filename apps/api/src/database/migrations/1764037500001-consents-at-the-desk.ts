import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody agrees to at the desk belongs to a process and no session (decision 236). */
export class ConsentsAtTheDesk1764037500001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table consent_entry
        alter column session_id drop not null,
        add column process_id uuid,
        add constraint consent_entry_has_a_place check (num_nonnulls(session_id, process_id) = 1)`);
  }

  /** Refuses where somebody agreed at a desk: the log has no place for it before, and nothing is taken out of it. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table consent_entry drop column process_id, alter column session_id set not null`);
  }
}
