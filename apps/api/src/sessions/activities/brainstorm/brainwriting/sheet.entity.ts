import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** Of a brainstorm whose sheets go round: in which round it is. Its sheets are the activity's frames, numbered by their position. */
@Entity('brainwriting')
@Check('brainwriting_round', 'round between 1 and 6')
export class Brainwriting {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'brainwriting_pkey' })
  @ForeignKey('activity', 'id', { name: 'brainwriting_activity_id_fkey', onDelete: 'CASCADE' })
  activityId: string;

  @Column('int')
  round: number;
}

/** Who had which sheet in which round. */
@Entity('brainwriting_turn')
@Check('brainwriting_turn_round', 'round between 1 and 6')
@Unique('brainwriting_turn_one_sheet_a_round', ['activityId', 'round', 'participantId'])
export class BrainwritingTurn {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'brainwriting_turn_pkey' })
  @ForeignKey('activity', 'id', { name: 'brainwriting_turn_activity_id_fkey', onDelete: 'CASCADE' })
  activityId: string;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'brainwriting_turn_pkey' })
  round: number;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'brainwriting_turn_pkey' })
  sheet: number;

  @Index('brainwriting_turn_participant_id')
  @Column('uuid')
  @ForeignKey('participant', 'id', { name: 'brainwriting_turn_participant_id_fkey' })
  participantId: string;

  /** What was on it before is what she reads. */
  @Column('timestamptz')
  takenAt: Date;
}
