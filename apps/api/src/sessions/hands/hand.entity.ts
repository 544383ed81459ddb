import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A hand somebody raised. A lowered one stays until the session ends, so that lowering it by mistake can be taken back. */
@Entity('hand')
@Check('hand_lowered_after_raised', 'lowered_at is null or lowered_at >= raised_at')
@Index('hand_one_has_the_word', ['sessionId'], { unique: true, where: 'called_at is not null and lowered_at is null' })
@Index('hand_session_id', ['sessionId', 'raisedAt'])
export class Hand {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'hand_pkey' })
  @ForeignKey('participant', 'id', { name: 'hand_participant_id_fkey' })
  participantId: string;

  @Column('uuid')
  @ForeignKey('session', 'id', { name: 'hand_session_id_fkey' })
  sessionId: string;

  /** By the database's clock, which is one for all servers: the queue's order. */
  @Column('timestamptz')
  raisedAt: Date;

  @Column('timestamptz', { nullable: true })
  calledAt: Date | null;

  @Column('timestamptz', { nullable: true })
  loweredAt: Date | null;
}
