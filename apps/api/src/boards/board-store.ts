import { randomInt } from 'node:crypto';
import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { BoardRule } from '@spolu/contracts/boards';
import { DataSource, type DataSourceOptions, type EntityManager } from 'typeorm';
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
  title: string;
  rule: BoardRule | null;
  /** The newest snapshot (Yjs v2) and its tick; null and 0 where there is none. */
  state: Uint8Array | null;
  stateTick: number;
  /** The ticks since. */
  tail: StoredTick[];
  clients: Map<number, ClientOwner>;
}
/** Words of a note as they stand in its contribution. */
export interface KnownWords {
  id: string;
  text: string;
  sessionId: string;
  participantId: string | null;
}
export interface TextVersion {
  contributionId: string;
  text: string;
  at: Date;
}

interface UpdateRow {
  tick: number;
  participantIds: (string | null)[];
  personIds: (string | null)[];
  updates: Buffer[];
}

interface Ticks {
  boardId: string;
  ticks: readonly StoredTick[];
  contributions: readonly NewContribution[];
}

/** As PostgreSQL reads bytes. */
const hexOf = ({ buffer, byteOffset, byteLength }: Uint8Array) => `\\x${Buffer.from(buffer, byteOffset, byteLength).toString('hex')}`;

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
  ) {
    this.source = new DataSource({ ...main.options, poolSize: POOL_SIZE, migrationsRun: false } as DataSourceOptions);
  }

  async onModuleInit(): Promise<void> {
    await this.source.initialize();
  }

  /** After the hubs have stored the last of it. */
  async onApplicationShutdown(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }

  /** @param em reads inside a transaction that made the board just now */
  async load(boardId: string, em: EntityManager = this.source.manager): Promise<StoredBoard | undefined> {
    const [board] = await em.query<{ title: string; rule: BoardRule | null }[]>('select title, rule from board where id = $1', [boardId]);
    if (!board) return undefined;
    const [snapshot] = await em.query<{ tick: number; state: Buffer }[]>(
      'select tick, state from board_snapshot where board_id = $1 order by tick desc limit 1', [boardId],
    );
    const stateTick = snapshot?.tick ?? 0;
    const rows = await em.query<UpdateRow[]>(
      `select tick, participant_ids as "participantIds", person_ids as "personIds", updates from board_update where board_id = $1 and tick > $2 order by tick`,
      [boardId, stateTick],
    );
    const clients = await em.query<(ClientOwner & { clientId: string })[]>(
      `select client_id as "clientId", participant_id as "participantId", person_id as "personId", server from board_client where board_id = $1`, [boardId],
    );
    return {
      id: boardId,
      title: board.title,
      rule: board.rule,
      state: snapshot?.state ?? null,
      stateTick,
      tail: rows.map(({ tick, participantIds, personIds, updates }) => ({
        tick,
        updates: updates.map((update, i) => ({ update, participantId: participantIds[i] ?? null, personId: personIds[i] ?? null })),
      })),
      clients: new Map(clients.map(({ clientId, ...owner }) => [Number(clientId), owner])),
    };
  }

  /** Some ticks and the contributions that came with them: all or nothing. */
  append(boardId: string, ticks: readonly StoredTick[], contributions: readonly NewContribution[]): Promise<void> {
    return this.#commits.add({ boardId, ticks, contributions });
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
    await this.source.transaction(async (em) => {
      await this.#insert(em, group);
      await this.provenance.writeContributions(em, group.flatMap((one) => one.contributions));
    });
  }

  async #withoutStored({ boardId, ticks }: Ticks): Promise<StoredTick[]> {
    const rows = await this.source.manager.query<{ tick: number; updates: Buffer[] }[]>(
      'select tick, updates from board_update where board_id = $1 and tick = any($2)', [boardId, ticks.map(({ tick }) => tick)],
    );
    const stored = new Map(rows.map(({ tick, updates }) => [tick, Buffer.concat(updates)]));
    return ticks.filter(({ tick, updates }) => !stored.get(tick)?.equals(Buffer.concat(updates.map(({ update }) => update))));
  }

  /** Each tick is a row, in the transaction of `em`. */
  insert(em: EntityManager, boardId: string, ticks: readonly StoredTick[]): Promise<void> {
    return this.#insert(em, [{ boardId, ticks }]);
  }

  async #insert(em: EntityManager, group: readonly Omit<Ticks, 'contributions'>[]): Promise<void> {
    const rows = group.flatMap(({ boardId, ticks }) => ticks.map(({ tick, updates }) => ({
      board_id: boardId, tick,
      participant_ids: updates.map(({ participantId }) => participantId), person_ids: updates.map(({ personId }) => personId), updates: updates.map(({ update }) => hexOf(update)),
    })));
    await em.query(
      `insert into board_update (board_id, tick, participant_ids, person_ids, updates)
      select * from jsonb_to_recordset($1) as given(board_id uuid, tick int, participant_ids uuid[], person_ids uuid[], updates bytea[])`,
      [JSON.stringify(rows)],
    );
  }

  async ruleOf(boardId: string): Promise<BoardRule | null> {
    const [board] = await this.source.manager.query<{ rule: BoardRule | null }[]>('select rule from board where id = $1', [boardId]);
    return board?.rule ?? null;
  }

  async hasTick(boardId: string, tick: number): Promise<boolean> {
    const found = await this.source.manager.query<unknown[]>('select 1 from board_update where board_id = $1 and tick = $2', [boardId, tick]);
    return found.length > 0;
  }

  /** A new client id, unlike any other of the board: random and drawn alike for everybody, since the higher id wins a tie. */
  async lease(boardId: string, { participantId, personId, server }: ClientOwner, em: EntityManager = this.source.manager): Promise<number> {
    for (;;) {
      const clientId = randomInt(1, 0xffff_ffff);
      const leased = await em.query<unknown[]>(
        `insert into board_client (board_id, client_id, participant_id, person_id, server) values ($1, $2, $3, $4, $5) on conflict do nothing returning 1`,
        [boardId, clientId, participantId, personId, server],
      );
      if (leased.length > 0) return clientId;
    }
  }

  async saveSnapshot(boardId: string, tick: number, state: Uint8Array): Promise<void> {
    await this.source.manager.query(
      'insert into board_snapshot (board_id, tick, state) values ($1, $2, $3) on conflict do nothing', [boardId, tick, Buffer.from(state)],
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
