import { setImmediate as soon } from 'node:timers/promises';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { BoardPast } from '@spolu/board/past';
import { Transactions } from '../database/transactions.ts';
import { ALONE } from '../peers/peers.ts';
import type { UpdateAuthor } from './board-store.ts';

const ROWS_AT_ONCE = 500;
/** Yjs copies the state of every client id once for each of these, and nobody waits long for one. */
const ROWS_A_SLICE = 50;
/** What one goes through for a history yields to those at work on live boards after so long. */
const SLICE_MS = 12;

/** As documents that forget nothing they take some twenty times what they are in the database. */
const HELD_BYTES_MAX = 4 * 1024 * 1024;
const HELD_MAX = 3;
const HELD_MS = 60_000;

/** A board's whole log, read; with who its authors are. */
export interface ReadLog {
  past: BoardPast;
  /** The newest stored tick. */
  tick: number;
  authors: ReadonlyMap<string, UpdateAuthor>;
}

/** An author's name in a log: who takes part is the participant, also where she has an account. */
export const authorKey = ({ participantId, personId }: UpdateAuthor): string | null => participantId ?? personId;

/** Gives way to everything else now and then. */
export class Breath {
  #since = performance.now();
  get isDue(): boolean {
    return performance.now() - this.#since > SLICE_MS;
  }
  async take(): Promise<void> {
    await soon();
    this.#since = performance.now();
  }
}

interface LogRow {
  tick: number;
  peerId: string;
  at: number;
  participantId: string | null;
  personId: string | null;
  update: Buffer;
  isFirst: boolean;
}

/** A log as far as it was read, to be read on. */
interface HeldLog extends ReadLog {
  past: BoardPast;
  authors: Map<string, UpdateAuthor>;
  /** The last row that is in. Several servers may have given the same number. */
  peerId: string;
  rowCount: number;
  bytes: number;
}

/**
 * Reads the logs of boards a piece at a time, so that a long one holds nobody up, and one log after the other, so that many who ask at once do not fill the memory. Who looks into a
 * history asks again and again: the last few logs stay for a minute and are read on from where they were.
 */
@Injectable()
export class BoardLogReader implements OnModuleDestroy {
  /** The one used last at the end. */
  readonly #held = new Map<string, HeldLog>();
  #reading: Promise<unknown> = Promise.resolve();
  #letGo: NodeJS.Timeout | undefined;

  constructor(private readonly transactions: Transactions) {}

  read(boardId: string): Promise<ReadLog> {
    const log = this.#reading.then(() => this.#readOn(boardId));
    this.#reading = log.catch(() => undefined);
    return log;
  }

  onModuleDestroy(): void {
    clearTimeout(this.#letGo);
    this.#held.clear();
  }

  async #readOn(boardId: string): Promise<ReadLog> {
    const held = this.#held.get(boardId);
    this.#held.delete(boardId);
    // What another server or a slow command stored late stands before what was read already: then all is read anew.
    const log = held && (await this.#goesOn(boardId, held)) ? held : await this.#readWhole(boardId);
    this.#hold(boardId, log);
    return { past: log.past, tick: log.tick, authors: log.authors };
  }

  async #readWhole(boardId: string): Promise<HeldLog> {
    const log: HeldLog = { past: new BoardPast(), tick: 0, peerId: ALONE, authors: new Map(), rowCount: 0, bytes: 0 };
    await this.#add(boardId, log);
    return log;
  }

  async #add(boardId: string, log: HeldLog): Promise<void> {
    const breath = new Breath();
    for (;;) {
      const rows = await this.transactions.manager.query<LogRow[]>(
        `select tick, peer_id as "peerId", extract(epoch from at)::float8 * 1000 as at, participant_id as "participantId", person_id as "personId", update, n = 1 as "isFirst"
          from (
            select * from board_update where board_id = $1 and (tick, peer_id) > ($2, $3) order by tick, peer_id limit $4
          ) row cross join lateral unnest(participant_ids, person_ids, updates) with ordinality as change(participant_id, person_id, update, n)
          order by tick, peer_id, n`,
        [boardId, log.tick, log.peerId, ROWS_AT_ONCE],
      );
      for (let at = 0; at < rows.length; at += ROWS_A_SLICE) {
        log.past.add(rows.slice(at, at + ROWS_A_SLICE).map(({ tick, at: instant, participantId, personId, update }) => {
          const author = { participantId, personId };
          const key = authorKey(author);
          if (key !== null) log.authors.set(key, author);
          log.bytes += update.length;
          return { tick, at: Math.round(instant), author: key, update };
        }));
        if (breath.isDue) await breath.take();
      }
      const rowCount = rows.filter(({ isFirst }) => isFirst).length;
      log.rowCount += rowCount;
      const last = rows.at(-1);
      if (last) Object.assign(log, { tick: last.tick, peerId: last.peerId });
      if (rowCount < ROWS_AT_ONCE) return;
    }
  }

  async #goesOn(boardId: string, log: HeldLog): Promise<boolean> {
    await this.#add(boardId, log);
    const { rowCount, tick, peerId } = log;
    const [stored] = await this.transactions.manager.query<{ count: number }[]>(
      'select count(*)::int as count from board_update where board_id = $1 and (tick, peer_id) <= ($2, $3)', [boardId, tick, peerId],
    );
    return stored?.count === rowCount;
  }

  #hold(boardId: string, log: HeldLog): void {
    if (log.bytes <= HELD_BYTES_MAX) this.#held.set(boardId, log);
    for (const oldest of this.#held.keys()) {
      if (this.#held.size <= HELD_MAX) break;
      this.#held.delete(oldest);
    }
    clearTimeout(this.#letGo);
    this.#letGo = setTimeout(() => this.#held.clear(), HELD_MS).unref();
  }
}
