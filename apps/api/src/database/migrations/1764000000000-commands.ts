import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Commands sent twice by a phone with a weak signal are carried out once. */
export class Commands1764000000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table idempotency_key (
        digest bytea not null constraint idempotency_key_pkey primary key,
        request bytea not null,
        answer jsonb,
        created_at timestamptz not null default now()
      );
      create index idempotency_key_created_at on idempotency_key (created_at);
    `);
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table idempotency_key`);
  }
}
