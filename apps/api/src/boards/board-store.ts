import { randomInt } from 'node:crypto';
import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { BoardRule } from '@spolu/contracts/boards';
import { Problem } from '@spolu/contracts/problems';
import { DataSource, type DataSourceOptions, type EntityManager } from 'typeorm';
import { ALONE, Peers } from '../peers/peers.ts';
import { ProvenanceService, type NewContribution } from '../provenance/provenance.service.ts';
import { GroupCommit } from './group-commit.ts';

/** Whom a client id belongs to for good. */
export interface ClientOwner {
  participantId: string | null;
  personId: string | null;
  /** The server's own, for what comes by command. */
  server: boolean;
}
/** Whose a stored change is; both null: nobody's in particular. */
export interface UpdateAuthor {
  participantId: string | null;
  personId: string | null;
}
export interface StoredUpdate extends UpdateAuthor {
  update: Uint8Array;
}
export interface StoredTick {
  tick: number;
  updates: StoredUpdate[];
}
export interface StoredBoard {
  id: string;
  /** The server that opened it: under this name it stores. */
  peerId: string;
  title: string;
  rule: BoardRule | null;
  /** The newest snapshot (Yjs v2) and its tick; null and 0 where there is none. */
  state: Uint8Array | null;
  stateTick: number;
  /** The ticks since. */
  tail: StoredTick[];
  clients: Map<number, ClientOwner>;
  /** Client ids that are used at this server and no other. */
  held: Set<number>;
  /** No transaction before this one can bring anything that was not read. */
  horizon: bigint;
  /** Of the last change of what is said about its things; 0 where nobody said anything. */
  talkRevision: number;
}
/** What other servers stored of a board. */
export interface StoredSince {
  /** The highest of their ticks; 0 where there are none. */
  tick: number;
  updates: Uint8Array[];
  horizon: bigint;
  /** The transactions whose changes a document has that has these updates and all before (a `pg_snapshot`). */
  covers: string;
}
/** Words of a note as they stand in its contribution. */
export interface KnownWords {
  id: string;
  text: string;
  sessionId: string | null;
  participantId: string | null;
}
export interface TextVersion {
  contributionId: string;
  text: string;
  at: Date;
}

/** `tick` is null where there is no row. */
interface UpdateRow {
  tick: number | null;
  participantIds: (string | null)[];
  personIds: (string | null)[];
  updates: Buffer[];
}

interface Ticks {
  boardId: string;
  peerId: string;
  ticks: readonly StoredTick[];
  contributions: readonly NewContribution[];
}

/** As PostgreSQL reads bytes. */
const hexOf = ({ buffer, byteOffset, byteLength }: Uint8Array) => `\\x${Buffer.from(buffer, byteOffset, byteLength).toString('hex')}`;

/** Of a client id: no living server uses it, or this one ($2). */
const FREE = '(peer_id is null or peer_id = $2 or not exists (select 1 from peer where id = board_client.peer_id))';
const SNAPSHOT_LOCKS = 7233;
const UPGRADE_LOCKS = 7234;

/** Connections of the boards' own. */
const POOL_SIZE = 4;
const UNIQUE_VIOLATION = '23505';

/**
 * Boards in PostgreSQL. A board's log is written on behalf of many people at once, in transactions apart from any use case; and on connections of its own,
 * since a command that holds one may wait for a board, and a board for a connection.
 */
@Injectable()
export class BoardStore implements OnModuleInit, OnApplicationShutdown {
  private readonly source: DataSource;
  readonly #commits = new GroupCommit<Ticks>((group) => this.#append(group));

  constructor(
    main: DataSource,
    private readonly provenance: ProvenanceService,
    private readonly peers: Peers,
  ) {
    this.source = new DataSource({ ...main.options, poolSize: POOL_SIZE, migrationsRun: false } as DataSourceOptions);
  }

  async onModuleInit(): Promise<void> {
    await this.source.initialize();
    // The numbers of transactions begin anew where a copy of the database was put into a new server: such snapshots would hide what is stored from now on.
    await this.source.query(
      `update board_snapshot set covers = '1:1:' where pg_snapshot_xmax(covers::pg_snapshot)::text::bigint > pg_snapshot_xmax(pg_current_snapshot())::text::bigint`,
    );
  }

  /** After the hubs have stored the last of it. */
  async onApplicationShutdown(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }

  /** @param em reads inside a transaction that made the board just now */
  async load(boardId: string, em: EntityManager = this.source.manager): Promise<StoredBoard | undefined> {
    const [board] = await em.query<{ title: string; rule: BoardRule | null; talkRevision: number }[]>(
      'select title, rule, coalesce(talk.revision, 0) as "talkRevision" from board left join board_talk talk on talk.board_id = id where id = $1', [boardId]);
    if (!board) return undefined;
    const peerId = this.peers.id;
    const [snapshot] = await em.query<{ tick: number; state: Buffer; covers: string }[]>(
      'select tick, state, covers from board_snapshot where board_id = $1 order by tick desc limit 1', [boardId],
    );
    const stateTick = snapshot?.tick ?? 0;
    // After the snapshot and in one statement with the horizon: nothing can come between them.
    const rows = await em.query<(UpdateRow & { horizon: string })[]>(
      `with now as (select pg_snapshot_xmin(pg_current_snapshot()) as horizon), tail as (
          select * from board_update where board_id = $1
            and (tick > $2 or transaction_id >= pg_snapshot_xmin($3)::text::bigint and not pg_visible_in_snapshot(transaction_id::text::xid8, $3)))
        select now.horizon, tick, participant_ids as "participantIds", person_ids as "personIds", updates from now left join tail on true order by tick, transaction_id`,
      [boardId, stateTick, snapshot?.covers ?? '1:1:'],
    );
    const held = await em.query<{ clientId: string }[]>('select client_id as "clientId" from board_client where board_id = $1 and peer_id = $2', [boardId, peerId]);
    let lastTick = stateTick;
    return {
      id: boardId,
      peerId,
      title: board.title,
      rule: board.rule,
      state: snapshot?.state ?? null,
      stateTick,
      tail: rows.flatMap(({ tick, participantIds, personIds, updates }) => (tick === null ? [] : {
        // Where several servers wrote, some ticks are there twice.
        tick: (lastTick = Math.max(lastTick + 1, tick)),
        updates: updates.map((update, i) => ({ update, participantId: participantIds[i] ?? null, personId: personIds[i] ?? null })),
      })),
      clients: await this.ownersOf(boardId, em),
      held: new Set(held.map(({ clientId }) => Number(clientId))),
      horizon: BigInt(rows[0]?.horizon ?? 0),
      talkRevision: board.talkRevision,
    };
  }

  /**
   * Stores what an upgrade made of a board, as a tick of its own. One server at a time: whoever comes second sees what the first one stored.
   * @param make is given the board as it is now and a client id of the server's own; null leaves it as it is
   * @returns the board as it is afterwards
   */
  async upgrade(boardId: string, make: (board: StoredBoard, clientId: () => Promise<number>) => Promise<Uint8Array | null>): Promise<StoredBoard | undefined> {
    await this.source.transaction(async (em) => {
      await em.query(`select pg_advisory_xact_lock(hashtextextended($1::uuid::text, ${UPGRADE_LOCKS}))`, [boardId]);
      const board = await this.load(boardId, em);
      const update = board && (await make(board, () => this.lease(boardId, { participantId: null, personId: null, server: true }, em)));
      if (!update) return;
      const tick = (board.tail.at(-1)?.tick ?? board.stateTick) + 1;
      await this.insert(em, boardId, [{ tick, updates: [{ update, participantId: null, personId: null }] }]);
    });
    return this.load(boardId);
  }

  /** What others stored since, and perhaps some of what they stored before. */
  async since(boardId: string, horizon: bigint, peerId: string, em: EntityManager = this.source.manager): Promise<StoredSince> {
    const rows = await em.query<{ horizon: string; covers: string; tick: number | null; updates: Buffer[] | null }[]>(
      `with now as (select pg_current_snapshot() as covers)
        select covers, pg_snapshot_xmin(covers) as horizon, tick, updates
        from now left join board_update on board_id = $1 and transaction_id >= $2 and peer_id <> $3 order by transaction_id, tick`,
      [boardId, horizon.toString(), peerId],
    );
    const { covers = '1:1:', horizon: next = horizon } = rows[0] ?? {};
    return { tick: Math.max(0, ...rows.map(({ tick }) => tick ?? 0)), updates: rows.flatMap(({ updates }) => updates ?? []), horizon: BigInt(next), covers };
  }

  /** Some ticks and the contributions that came with them: all or nothing. */
  append(boardId: string, ticks: readonly StoredTick[], contributions: readonly NewContribution[], peerId = this.peers.id): Promise<void> {
    return this.#commits.add({ boardId, peerId, ticks, contributions });
  }

  async #append(group: readonly Ticks[]): Promise<void> {
    try {
      await this.#write(group);
    } catch (error) {
      const [one, ...others] = group;
      if (!one || others.length > 0 || (error as { code?: unknown }).code !== UNIQUE_VIOLATION) throw error;
      // The answer to an earlier commit was lost on its way, and its ticks are there.
      const ticks = await this.#withoutStored(one);
      if (ticks.length === one.ticks.length) throw error;
      await this.#write([{ ...one, ticks }]);
    }
  }

  async #write(group: readonly Ticks[]): Promise<void> {
    const contributions = group.flatMap((one) => one.contributions);
    // Most ticks only move something: one statement is a transaction of its own, in one way to the database instead of three.
    if (contributions.length === 0 && group.every(({ peerId }) => peerId === ALONE)) return this.#insert(this.source.manager, group);
    await this.source.transaction(async (em) => {
      await this.#insert(em, group);
      await this.provenance.writeContributions(em, contributions);
    });
  }

  async #withoutStored({ boardId, peerId, ticks }: Ticks): Promise<StoredTick[]> {
    const rows = await this.source.manager.query<{ tick: number; updates: Buffer[] }[]>(
      'select tick, updates from board_update where board_id = $1 and tick = any($2) and peer_id = $3', [boardId, ticks.map(({ tick }) => tick), peerId],
    );
    const stored = new Map(rows.map(({ tick, updates }) => [tick, Buffer.concat(updates)]));
    return ticks.filter(({ tick, updates }) => !stored.get(tick)?.equals(Buffer.concat(updates.map(({ update }) => update))));
  }

  /** Each tick is a row, in the transaction of `em`. */
  insert(em: EntityManager, boardId: string, ticks: readonly StoredTick[], peerId = this.peers.id): Promise<void> {
    return this.#insert(em, [{ boardId, peerId, ticks }]);
  }

  async #insert(em: EntityManager, group: readonly Omit<Ticks, 'contributions'>[]): Promise<void> {
    for (const peerId of new Set(group.map((one) => one.peerId))) await this.#demandLiving(em, peerId);
    const rows = group.flatMap(({ boardId, peerId, ticks }) => ticks.map(({ tick, updates }) => ({
      board_id: boardId, tick, peer_id: peerId,
      participant_ids: updates.map(({ participantId }) => participantId), person_ids: updates.map(({ personId }) => personId), updates: updates.map(({ update }) => hexOf(update)),
    })));
    await em.query(
      `insert into board_update (board_id, tick, peer_id, transaction_id, participant_ids, person_ids, updates)
      select board_id, tick, peer_id, pg_current_xact_id()::text::bigint, participant_ids, person_ids, updates
      from jsonb_to_recordset($1) as given(board_id uuid, tick int, peer_id uuid, participant_ids uuid[], person_ids uuid[], updates bytea[])`,
      [JSON.stringify(rows)],
    );
  }

  /** A server that the others took for dead writes nothing: its client ids may be theirs by now. Until the commit nobody can take it for dead. */
  async #demandLiving(em: EntityManager, peerId: string): Promise<void> {
    if (peerId === ALONE) return;
    const living = await em.query<unknown[]>('select 1 from peer where id = $1 for key share', [peerId]);
    if (living.length > 0) return;
    if (peerId === this.peers.id) this.peers.beginAnew('the others took it for dead');
    throw new Problem('unavailable');
  }

  async ruleOf(boardId: string): Promise<BoardRule | null> {
    const [board] = await this.source.manager.query<{ rule: BoardRule | null }[]>('select rule from board where id = $1', [boardId]);
    return board?.rule ?? null;
  }

  async hasTick(boardId: string, tick: number, peerId = this.peers.id): Promise<boolean> {
    const found = await this.source.manager.query<unknown[]>('select 1 from board_update where board_id = $1 and tick = $2 and peer_id = $3', [boardId, tick, peerId]);
    return found.length > 0;
  }

  /** A new client id, unlike any other of the board: random and drawn alike for everybody, since the higher id wins a tie. JavaScript holds 31 bits without a box. */
  async lease(boardId: string, { participantId, personId, server }: ClientOwner, em: EntityManager = this.source.manager, peerId = this.peers.id): Promise<number> {
    for (;;) {
      const clientId = randomInt(1, 0x7fff_ffff);
      const leased = await em.query<unknown[]>(
        `insert into board_client (board_id, client_id, participant_id, person_id, server, peer_id) values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning 1`,
        [boardId, clientId, participantId, personId, server, peerId],
      );
      if (leased.length > 0) return clientId;
    }
  }

  /** Whose each client id is. */
  async ownersOf(boardId: string, em: EntityManager = this.source.manager): Promise<Map<number, ClientOwner>> {
    const clients = await em.query<(ClientOwner & { clientId: string })[]>(
      `select client_id as "clientId", participant_id as "participantId", person_id as "personId", server from board_client where board_id = $1`, [boardId],
    );
    return new Map(clients.map(({ clientId, ...owner }) => [Number(clientId), owner]));
  }

  /** The client id is used at this server from now on, if it is at no other that is alive. @returns false, and it is asked for, where it is */
  async hold(boardId: string, clientId: number, peerId: string): Promise<boolean> {
    const [held] = await this.source.manager.query<[unknown[], number]>(
      `update board_client set peer_id = $2, wanted = false where board_id = $1 and client_id = $3 and ${FREE} returning 1`, [boardId, peerId, clientId],
    );
    if (held.length > 0) return true;
    await this.source.manager.query('update board_client set wanted = true where board_id = $1 and client_id = $2', [boardId, clientId]);
    return false;
  }

  /** Those of the server's own that no living server uses. */
  async holdServerOwn(boardId: string, peerId: string): Promise<number[]> {
    const [held] = await this.source.manager.query<[{ clientId: string }[], number]>(
      `update board_client set peer_id = $2 where board_id = $1 and server and ${FREE} returning client_id as "clientId"`, [boardId, peerId],
    );
    return held.map(({ clientId }) => Number(clientId));
  }

  /** Client ids of this server that devices at others want to write under. */
  async wanted(boardId: string, peerId: string): Promise<number[]> {
    const rows = await this.source.manager.query<{ clientId: string }[]>(
      'select client_id as "clientId" from board_client where board_id = $1 and peer_id = $2 and wanted', [boardId, peerId],
    );
    return rows.map(({ clientId }) => Number(clientId));
  }

  /** @param clientIds all of the board that this server holds, where none are named */
  async release(boardId: string, peerId: string, clientIds: readonly number[] | null = null): Promise<void> {
    await this.source.manager.query(
      'update board_client set peer_id = null, wanted = false where board_id = $1 and peer_id = $2 and ($3::bigint[] is null or client_id = any($3))', [boardId, peerId, clientIds],
    );
  }

  /** One server at a time; who comes second need not. */
  async saveSnapshot(boardId: string, tick: number, state: Uint8Array, covers: string): Promise<void> {
    await this.source.manager.query(
      `insert into board_snapshot (board_id, tick, state, covers)
        select $1::uuid, $2::int, $3::bytea, $4 where pg_try_advisory_xact_lock(hashtextextended($1::uuid::text, ${SNAPSHOT_LOCKS})) on conflict do nothing`,
      [boardId, tick, Buffer.from(state), covers],
    );
  }

  /** What is known of these contributions. */
  async wordsOf(contributionIds: readonly string[], em: EntityManager = this.source.manager): Promise<KnownWords[]> {
    return contributionIds.length === 0 ? [] : this.provenance.contributionsOf(em, contributionIds);
  }

  /** First words of notes that were made empty, and later words of others. */
  async writeWords(contributions: readonly NewContribution[], versions: readonly TextVersion[]): Promise<void> {
    await this.source.transaction(async (em) => {
      // A command may hold a contribution and wait for us: rather try again later.
      await em.query(`set local lock_timeout = '3s'`);
      await this.provenance.writeContributions(em, contributions);
      for (const version of versions) await this.provenance.addVersion(em, version);
    });
  }
}
