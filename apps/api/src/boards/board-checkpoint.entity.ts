import { CHECKPOINT_REASONS, type CheckpointReason } from '@spolu/contracts/boards';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Board } from './board.entity.ts';

/** A place in a board's log to go back to by name. Append-only. */
@Entity('board_checkpoint')
@Check('board_checkpoint_tick', 'tick > 0')
@Check('board_checkpoint_reason', `reason in (${CHECKPOINT_REASONS.map((reason) => `'${reason}'`).join(', ')})`)
export class BoardCheckpoint {
  @ForeignKey(() => Board, { name: 'board_checkpoint_board_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'board_checkpoint_pkey' })
  boardId: string;
  /** The board as it was once this tick was in. */
  @PrimaryColumn('int', { primaryKeyConstraintName: 'board_checkpoint_pkey' })
  tick: number;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'board_checkpoint_pkey' })
  reason: CheckpointReason;
  @Column('timestamptz', { default: () => 'now()' })
  at: Date;
  /** The one that ended. */
  @Column('uuid', { nullable: true })
  activityId: string | null;
  /** Who restored or undid right after it. */
  @Column('uuid', { nullable: true })
  participantId: string | null;
  @Column('uuid', { nullable: true })
  personId: string | null;
}
