import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A command that was carried out, so that the same one sent again gets the same answer. Kept for a day. */
@Entity('idempotency_key')
export class IdempotencyKey {
  /** SHA-256 of who, which route and which key: the row alone says nothing about a person. */
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'idempotency_key_pkey' })
  digest: Buffer;

  /** SHA-256 of the request's body: the same key with other words is refused. */
  @Column('bytea')
  request: Buffer;

  @Column('jsonb', { nullable: true })
  answer: unknown;

  @Index('idempotency_key_created_at')
  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;
}
