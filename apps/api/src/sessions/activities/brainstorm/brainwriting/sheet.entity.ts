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

/** In which circle a sheet goes round: known once it is passed on for the first time. */
@Entity('brainwriting_sheet')
@Check('brainwriting_sheet_circle', 'circle >= 1')
export class BrainwritingSheet {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'brainwriting_sheet_pkey' })
  @ForeignKey('activity', 'id', { name: 'brainwriting_sheet_activity_id_fkey', onDelete: 'CASCADE' })
  activityId: string;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'brainwriting_sheet_pkey' })
  sheet: number;

  @Column('int')
  circle: number;
}

/** Who had which sheet in which round; whoever had one first began it. */
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
