import { setImmediate as soon } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { BoardPast } from '@spolu/board/past';
import { Transactions } from '../database/transactions.ts';
import { ALONE } from '../peers/peers.ts';
import type { UpdateAuthor } from './board-store.ts';

const ROWS_AT_ONCE = 500;
/** Yjs copies the state of every client id once for each of these, and nobody waits long for one. */
const ROWS_A_SLICE = 50;
/** What one goes through for a history yields to those at work on live boards after so long. */
const SLICE_MS = 12;

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

/** Reads the logs of boards a piece at a time, so that a long one holds nobody up. */
@Injectable()
export class BoardLogReader {
  constructor(private readonly transactions: Transactions) {}

  async read(boardId: string): Promise<ReadLog> {
    const past = new BoardPast();
    const authors = new Map<string, UpdateAuthor>();
    const breath = new Breath();
    let tick = 0;
    // Several servers may have given the same number.
    let peerId = ALONE;
    for (;;) {
      const rows = await this.transactions.manager.query<{ tick: number; peerId: string; at: Date; participantIds: (string | null)[]; personIds: (string | null)[]; updates: Buffer[] }[]>(
        `select tick, peer_id as "peerId", at, participant_ids as "participantIds", person_ids as "personIds", updates from board_update
          where board_id = $1 and (tick, peer_id) > ($2, $3) order by tick, peer_id limit $4`,
        [boardId, tick, peerId, ROWS_AT_ONCE],
      );
      for (let at = 0; at < rows.length; at += ROWS_A_SLICE) {
        past.add(rows.slice(at, at + ROWS_A_SLICE).flatMap((row) => row.updates.map((update, i) => {
          const author = { participantId: row.participantIds[i] ?? null, personId: row.personIds[i] ?? null };
          const key = authorKey(author);
          if (key !== null) authors.set(key, author);
          return { tick: row.tick, at: row.at.getTime(), author: key, update };
        })));
        if (breath.isDue) await breath.take();
      }
      const last = rows.at(-1);
      if (last) ({ tick, peerId } = last);
      if (rows.length < ROWS_AT_ONCE) return { past, tick, authors };
    }
  }
}
