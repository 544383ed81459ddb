import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A breakout that has begun: what all its tables are told, and what of theirs lies on the session's first board. */
@Entity('breakout')
@Check('breakout_message_has_its_moment', `(message is null) = (message_at is null)`)
export class Breakout {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'breakout_pkey' })
  @ForeignKey('activity', 'id', { name: 'breakout_activity_id_fkey', onDelete: 'CASCADE' })
  activityId: string;

  @Column('text', { nullable: true })
  message: string | null;

  @Column('timestamptz', { nullable: true })
  messageAt: Date | null;

  @Column('timestamptz', { nullable: true })
  carriedOverAt: Date | null;

  /** What was made on the first board to hold it. */
  @Column('text', { array: true })
  carriedFrameIds: string[];

  @Column('text', { array: true })
  carriedClusterIds: string[];
}

@Entity('breakout_round')
@Check('breakout_round_number', 'number >= 1')
export class BreakoutRound {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'breakout_round_pkey' })
  @ForeignKey('breakout', 'activityId', { name: 'breakout_round_activity_id_fkey', onDelete: 'CASCADE' })
  activityId: string;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'breakout_round_pkey' })
  number: number;

  /** Who drew again with it would deal the same seats. */
  @Column('int')
  seed: number;

  @Column('timestamptz')
  dealtAt: Date;
}

/** A table with its board. It is a record of `provenance` too, under its id, once its notes were carried over. */
@Entity('breakout_table')
@Check('breakout_table_number', 'number between 1 and 40')
@Unique('breakout_table_number_is_unique', ['activityId', 'number'])
@Unique('breakout_table_board_id_is_unique', ['boardId'])
export class BreakoutTable {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'breakout_table_pkey' })
  id: string;

  @Column('uuid')
  @ForeignKey('breakout', 'activityId', { name: 'breakout_table_activity_id_fkey', onDelete: 'CASCADE' })
  activityId: string;

  @Column('int')
  number: number;

  @Column('uuid')
  @ForeignKey('board', 'id', { name: 'breakout_table_board_id_fkey' })
  boardId: string;

  @Column('timestamptz', { nullable: true })
  helpSince: Date | null;

  /** Grows with each change of what those who sit there are told. */
  @Column('int')
  version: number;
}

/** Who sits where in which round; where tables are planned, the first round's seats are there before it begins. */
@Entity('breakout_seat')
@Check('breakout_seat_round', 'round >= 1')
@Check('breakout_seat_table_number', 'table_number between 1 and 40')
@Index('breakout_seat_one_host_a_table', ['activityId', 'round', 'tableNumber'], { unique: true, where: 'is_host' })
export class BreakoutSeat {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'breakout_seat_pkey' })
  @ForeignKey('activity', 'id', { name: 'breakout_seat_activity_id_fkey', onDelete: 'CASCADE' })
  activityId: string;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'breakout_seat_pkey' })
  round: number;

  @Index('breakout_seat_participant_id')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'breakout_seat_pkey' })
  @ForeignKey('participant', 'id', { name: 'breakout_seat_participant_id_fkey' })
  participantId: string;

  @Column('int')
  tableNumber: number;

  @Column('boolean')
  isHost: boolean;
}

/** A note of a table and its copy on the session's first board: which table, which note. Whose it is stands in the contribution, which both share. */
@Entity('breakout_carried_note')
@Unique('breakout_carried_note_is_carried_once', ['activityId', 'noteId'])
export class BreakoutCarriedNote {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'breakout_carried_note_pkey' })
  carriedNoteId: string;

  @Column('uuid')
  @ForeignKey('breakout', 'activityId', { name: 'breakout_carried_note_activity_id_fkey', onDelete: 'CASCADE' })
  activityId: string;

  @Column('int')
  tableNumber: number;

  @Column('uuid')
  noteId: string;

  @Index('breakout_carried_note_contribution_id')
  @Column('uuid')
  @ForeignKey('contribution', 'id', { name: 'breakout_carried_note_contribution_id_fkey' })
  contributionId: string;
}
