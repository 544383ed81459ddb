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

  /** From whose place in the circle it goes on: who has it, unless her turn came out of order. */
  @Index('round_robin_place_id')
  @Column('uuid', { nullable: true })
  @ForeignKey('participant', 'id', { name: 'round_robin_place_id_fkey' })
  placeId: string | null;

  /** Staff gave it to her by hand, so it goes past her by hand too. */
  @Column('boolean')
  isGiven: boolean;

  /** How often it went on, with the first. */
  @Column('int')
  turn: number;
}

/** Whom the word went past, because she had no signal; until she has it again. */
@Entity('missed_word')
export class MissedWord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'missed_word_pkey' })
  @ForeignKey('activity', 'id', { name: 'missed_word_activity_id_fkey', onDelete: 'CASCADE' })
  activityId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'missed_word_pkey' })
  @Index('missed_word_participant_id')
  @ForeignKey('participant', 'id', { name: 'missed_word_participant_id_fkey' })
  participantId: string;

  @Column('timestamptz')
  missedAt: Date;

  /** Since then she has the next free turn. */
  @Column('timestamptz', { nullable: true })
  backAt: Date | null;
}
