import type { BoardRule } from '@spolu/contracts/boards';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Person } from '../identity/person.entity.ts';

/** A live board. What may happen on it now stands in `rule`, written by whoever runs it. */
@Entity('board')
export class Board {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'board_pkey' })
  id: string;
  @Column('text')
  title: string;
  /** Null until a session took the board: nobody may enter. */
  @Column('jsonb', { nullable: true })
  rule: BoardRule | null;
  @ForeignKey(() => Person, { name: 'board_created_by_person_id_fkey', onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  createdByPersonId: string | null;
  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;
}

/** Whose changes carry a client id of the document; kept for good, so that a change made offline last week is still hers. */
@Entity('board_client')
@Check('board_client_client_id', 'client_id between 1 and 4294967295')
@Check('board_client_server_is_nobody', 'not server or participant_id is null and person_id is null')
export class BoardClient {
  @ForeignKey(() => Board, { name: 'board_client_board_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'board_client_pkey' })
  boardId: string;
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'board_client_pkey' })
  clientId: string;
  @Index('board_client_participant_id', { where: 'participant_id is not null' })
  @Column('uuid', { nullable: true })
  participantId: string | null;
  @ForeignKey(() => Person, { name: 'board_client_person_id_fkey', onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  personId: string | null;
  /** The server's own, for notes that come by command. */
  @Column('boolean')
  server: boolean;
  @Column('timestamptz', { default: () => 'now()' })
  leasedAt: Date;
  /** The server at which it is used now: no other takes a change under it, or two contents could come under one number. Free where that server is gone. */
  @Column('uuid', { nullable: true })
  peerId: string | null;
  /** Another server has a device that wants to write under it. */
  @Column('boolean', { default: false })
  wanted: boolean;
}

/** What one tick of a board took: each change with its author. Append-only. */
@Entity('board_update')
@Index('board_update_transaction_id', ['boardId', 'transactionId'])
@Check('board_update_tick', 'tick > 0')
@Check(
  'board_update_each_has_its_author',
  'cardinality(updates) > 0 and cardinality(participant_ids) = cardinality(updates) and cardinality(person_ids) = cardinality(updates)',
)
export class BoardUpdate {
  @ForeignKey(() => Board, { name: 'board_update_board_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'board_update_pkey' })
  boardId: string;
  /** Numbered by each server alone. */
  @PrimaryColumn('int', { primaryKeyConstraintName: 'board_update_pkey' })
  tick: number;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'board_update_pkey', default: '00000000-0000-0000-0000-000000000000' })
  peerId: string;
  @Column('timestamptz', { default: () => 'now()' })
  at: Date;
  /** PostgreSQL's number of the transaction: commits come in another order than numbers. */
  @Column('bigint')
  transactionId: string;
  @Column('uuid', { array: true })
  participantIds: (string | null)[];
  @Column('uuid', { array: true })
  personIds: (string | null)[];
  @Column('bytea', { array: true })
  updates: Buffer[];
}

/** The document as of a tick (Yjs, v2): opening reads the newest and the ticks after it. */
@Entity('board_snapshot')
export class BoardSnapshot {
  @ForeignKey(() => Board, { name: 'board_snapshot_board_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'board_snapshot_pkey' })
  boardId: string;
  @PrimaryColumn('int', { primaryKeyConstraintName: 'board_snapshot_pkey' })
  tick: number;
  @Column('timestamptz', { default: () => 'now()' })
  at: Date;
  @Column('bytea')
  state: Buffer;
  /** The transactions whose changes are in it (a `pg_snapshot`). */
  @Column('text', { default: '1:1:' })
  covers: string;
}
