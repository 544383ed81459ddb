import type { Logger } from 'pino';
import * as Y from 'yjs';
import { Problem } from '@spolu/contracts/problems';
import type { BoardDocument } from './board-document.ts';
import type { Accepted } from './board-gate.ts';
import type { Seat } from './seat.ts';

// SEC-39
const CHECK_MS_MAX = 50;
/** A program that has hardly run is slow, whoever sends: its first large changes may take longer. */
const COLD_CHECKS = 20;
const COLD_CHECK_MS_MAX = 200;
let heavyChecks = 0;
const STRIKES_MAX = 5;
/** Smaller changes take no time worth looking at. */
const HEAVY_BYTES = 16 * 1024;
class TooSlow extends Error {}

/** A device's change that is to be judged. */
export interface Waiting {
  seat: Seat;
  seq: number;
  update: Uint8Array;
}

/** What became of the changes of a tick. */
export interface Judgement {
  /** In the document now. */
  accepted: Waiting[];
  refused: [Waiting, Problem][];
  /** Sent twice. */
  known: Waiting[];
  /** Notes that came, and notes that were written in. */
  added: string[];
  written: Set<string>;
  /** False where something may have been left in the document, or in the gate's counts, that was refused. */
  isSound: boolean;
}

export interface BoardJudgeOptions {
  boardId: string;
  document: BoardDocument;
  log: Pick<Logger, 'error'>;
  /** @throws Problem where the board takes nothing more */
  demandRoom: () => void;
}

/** Holds the changes of a tick against the gate and applies those that pass. */
export class BoardJudge {
  readonly #options: BoardJudgeOptions;

  constructor(options: BoardJudgeOptions) {
    this.#options = options;
  }

  judge(inbox: readonly Waiting[]): Judgement {
    const judgement: Judgement = { accepted: [], refused: [], known: [], added: [], written: new Set(), isSound: true };
    // One transaction for all: Yjs copies the state of every client id at each.
    const doc = this.#options.document.change();
    doc.transact(() => {
      for (const waiting of inbox) if (!waiting.seat.left && !waiting.seat.deaf) this.#one(doc, waiting, judgement);
    }, 'device');
    return judgement;
  }

  #one(doc: Y.Doc, waiting: Waiting, judgement: Judgement): void {
    const { seat, update } = waiting;
    try {
      const change = this.#checkInTime(seat, update);
      if (change.known) {
        judgement.known.push(waiting);
        return;
      }
      Y.applyUpdate(doc, update, 'device');
      judgement.accepted.push(waiting);
      judgement.added.push(...change.added.map(({ id }) => id));
      for (const id of change.written) judgement.written.add(id);
    } catch (error) {
      seat.deaf = true;
      judgement.refused.push([waiting, this.#problemOf(error, judgement)]);
    }
  }

  #problemOf(error: unknown, judgement: Judgement): Problem {
    if (error instanceof Problem) return error;
    // The gate counted its notes already, or half of the change may be in the document.
    judgement.isSound = false;
    if (error instanceof TooSlow) return new Problem('board/too-large', { mostMs: CHECK_MS_MAX });
    this.#options.log.error({ err: error, boardId: this.#options.boardId }, 'a change could not be judged');
    return new Problem('internal-error');
  }

  /** A change that takes longer than any of ours is refused, and who sends five of them is cut off (SEC-39). */
  #checkInTime(seat: Seat, update: Uint8Array): Accepted {
    const { document, demandRoom } = this.#options;
    demandRoom();
    if (update.length < HEAVY_BYTES) return document.gate.check(seat, update);
    // The less of two: the clock counts what others on the machine take, the processor what other threads of the program take (a password, a picture, its compiler).
    const [began, before] = [performance.now(), process.cpuUsage()];
    const change = document.gate.check(seat, update);
    const { user, system } = process.cpuUsage(before);
    const ms = Math.min(performance.now() - began, (user + system) / 1000);
    if (ms <= (heavyChecks++ < COLD_CHECKS ? COLD_CHECK_MS_MAX : CHECK_MS_MAX)) return change;
    if (++seat.connection.strikes >= STRIKES_MAX) seat.connection.end(new Problem('too-many-requests', { most: STRIKES_MAX }));
    throw new TooSlow();
  }
}
