import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** By which a guest finds what she said. Only the secret's hash is kept; issuing a new receipt ends the one before. */
@Entity('receipt')
@Unique('receipt_secret_hash', ['secretHash'])
@Index('receipt_one_in_force', ['participantId'], { unique: true, where: 'ended_at is null' })
export class ReceiptRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'receipt_pkey' })
  id: string;
  @Column('uuid')
  participantId: string;
  @Column('bytea')
  secretHash: Buffer;
  @Column('timestamptz', { default: () => 'now()' })
  issuedAt: Date;
  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;
}
