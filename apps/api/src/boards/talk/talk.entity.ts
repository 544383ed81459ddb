import type { ReactionKind } from '@spolu/contracts/board-talk';
import { REACTIONS } from '@spolu/contracts/plain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Contribution } from '../../provenance/contribution.entity.ts';
import { Board } from '../board.entity.ts';

/** Counts the changes of all talk on a board. Whoever makes one holds this row until she commits, so revisions come in the order of commits. */
@Entity('board_talk')
@Check('board_talk_revision', 'revision > 0')
export class BoardTalk {
  @ForeignKey(() => Board, { name: 'board_talk_board_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'board_talk_pkey' })
  boardId: string;
  @Column('int')
  revision: number;
}

/** What is said about one thing on a board; the thing itself is in the document. */
@Entity('board_thread')
@Check('board_thread_revision', 'revision > 0')
@Index('board_thread_changed', ['boardId', 'revision'], { unique: true })
export class BoardThread {
  @ForeignKey(() => BoardTalk, { name: 'board_thread_board_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'board_thread_pkey' })
  boardId: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'board_thread_pkey' })
  objectId: string;
  /** Of its last change. */
  @Column('int')
  revision: number;
  @Column('timestamptz', { nullable: true })
  resolvedAt: Date | null;
}

/** Its words, its author and its moment stand in its contribution. */
@Entity('board_comment')
@Check('board_comment_number', 'number > 0')
@Index('board_comment_place', ['boardId', 'objectId', 'number'], { unique: true })
@ForeignKey('board_thread', ['boardId', 'objectId'], ['boardId', 'objectId'], { name: 'board_comment_thread' })
export class BoardComment {
  @ForeignKey(() => Contribution, { name: 'board_comment_contribution' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'board_comment_pkey' })
  id: string;
  @Column('uuid')
  boardId: string;
  @Column('text')
  objectId: string;
  /** The revision that brought it: comments are read in this order, whatever the clocks of several servers say. */
  @Column('int')
  number: number;
}

@Entity('board_reaction')
@Check('board_reaction_kind', `kind in (${REACTIONS.map((kind) => `'${kind}'`).join(', ')})`)
@Index('board_reaction_by', ['boardId', 'byId'])
@ForeignKey('board_thread', ['boardId', 'objectId'], ['boardId', 'objectId'], { name: 'board_reaction_thread' })
export class BoardReaction {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'board_reaction_pkey' })
  boardId: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'board_reaction_pkey' })
  objectId: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'board_reaction_pkey' })
  kind: ReactionKind;
  /** The participant; of who takes no part the person. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'board_reaction_pkey' })
  byId: string;
}
