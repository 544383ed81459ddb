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
    if (error instanceof TooSlow) return new Problem('board/too-large', { mostMs: CHECK_MS_MAX });
    // Its things may be counted, or half of it may be in the document.
    judgement.isSound = false;
    this.#options.log.error({ err: error, boardId: this.#options.boardId }, 'a change could not be judged');
    return new Problem('internal-error');
  }

  #checkInTime(seat: Seat, update: Uint8Array): Accepted {
    const { document, demandRoom } = this.#options;
    demandRoom();
    const check = () => document.gate.check(seat, update);
    const change = update.length < HEAVY_BYTES ? check() : this.#inTime(seat, check);
    document.gate.count(seat, change);
    return change;
  }

  /** A change that takes longer than any of ours is refused, whatever else is said of it, and who sends five of them is cut off (SEC-39). */
  #inTime(seat: Seat, check: () => Accepted): Accepted {
    const most = heavyChecks++ < COLD_CHECKS ? COLD_CHECK_MS_MAX : CHECK_MS_MAX;
    // What slowed one look (memory that is swept, a machine that is elsewhere) does not slow the next: a change is as slow as the quicker of two.
    let looked = look(check);
    if (looked.ms > most) looked = look(check);
    if (looked.ms <= most) return looked.outcome();
    if (++seat.connection.strikes >= STRIKES_MAX) seat.connection.end(new Problem('too-many-requests', { most: STRIKES_MAX }));
    throw new TooSlow();
  }
}

/** What a check says, or throws, and how many milliseconds it takes to. */
function look<Said>(check: () => Said): { ms: number; outcome: () => Said } {
  // The less of two: the clock counts what others on the machine take, the processor what other threads of the program take (a password, a picture, its compiler).
  const [began, before] = [performance.now(), process.cpuUsage()];
  let outcome: () => Said;
  try {
    const said = check();
    outcome = () => said;
  } catch (error) {
    outcome = () => {
      throw error;
    };
  }
  const { user, system } = process.cpuUsage(before);
  return { ms: Math.min(performance.now() - began, (user + system) / 1000), outcome };
}
