import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Of a brainstorm in which one after the other has the word: who has it now. */
@Entity('round_robin')
@Check('round_robin_turn', 'turn >= 1')
export class RoundRobin {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'round_robin_pkey' })
  @ForeignKey('activity', 'id', { name: 'round_robin_activity_id_fkey', onDelete: 'CASCADE' })
  activityId: string;

  @Index('round_robin_participant_id')
  @Column('uuid', { nullable: true })
  @ForeignKey('participant', 'id', { name: 'round_robin_participant_id_fkey' })
  participantId: string | null;

  /** How often it went on, with the first. */
  @Column('int')
  turn: number;
}
