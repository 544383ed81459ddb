import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Somebody asked to be forgotten: her row stays, because what she did points to it, and says nothing of her. What she did in a public body keeps her name, as the law wants it. */
export class Erasure1764034400000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table person add column forgotten_at timestamptz, add column name_in_office text;
      alter table person add constraint person_forgotten_is_nobody check (forgotten_at is null or name = '' and email is null and password_hash is null and not active);
    `);
  }

  /** When somebody was forgotten, and the name that public records had, are lost. */
  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table person drop constraint person_forgotten_is_nobody, drop column name_in_office, drop column forgotten_at');
  }
}
