import type { Logger } from 'pino';
import type { EntityManager } from 'typeorm';
import type { BoardDocument } from './board-document.ts';
import type { BoardStore } from './board-store.ts';
import { applyStored } from './stored-elsewhere.ts';

const PENDING_MS = 1_000;

export interface BoardElsewhereOptions {
  boardId: string;
  peerId: string;
  /** No transaction before this one can bring anything that is not here. */
  horizon: bigint;
  store: Pick<BoardStore, 'since'>;
  log: Pick<Logger, 'warn'>;
  document: BoardDocument;
  isClosed: () => boolean;
  /** Something new is in the document. @param tick the highest one of the servers it came from */
  onNew: (change: { update: Uint8Array; written: Iterable<string>; tick: number }) => void;
  /** Something leans on what is not here: all that other servers did is to be looked at. */
  onMissing: () => void;
  /** What else of the board they may have changed. */
  lookAtRest: () => Promise<void>;
}

/** What other servers stored of a board: heard from them at once, or read from the store where something may have been missed. */
export class BoardElsewhere {
  readonly #options: BoardElsewhereOptions;
  #updates: Uint8Array[] = [];
  #tick = 0;
  #horizon: bigint;
  #isLooking = false;
  #lookAgain = false;
  #pendingTimer: NodeJS.Timeout | null = null;

  constructor(options: BoardElsewhereOptions) {
    this.#options = options;
    this.#horizon = options.horizon;
  }

  /** Nothing waits to be applied. */
  get isSettled(): boolean {
    return this.#updates.length === 0;
  }

  /** Heard from another server; {@link takeIn} applies it. */
  take(tick: number, updates: readonly Uint8Array[]): void {
    this.#tick = Math.max(this.#tick, tick);
    this.#updates.push(...updates);
  }

  /** Applies what came: all of it was judged where it was made. */
  takeIn(): void {
    if (this.isSettled) return;
    const { document, onMissing, onNew } = this.#options;
    const { update, written } = applyStored(document.change(), this.#updates.splice(0));
    // It leans on what was not heard, or is being stored at this moment.
    if (document.isPending) {
      this.#pendingTimer ??= setTimeout(() => {
        this.#pendingTimer = null;
        onMissing();
      }, PENDING_MS);
    }
    if (update) onNew({ update, written, tick: this.#tick });
  }

  /** Brings in what was stored and not heard. @returns the transactions whose changes are here now */
  async catchUp(em?: EntityManager): Promise<string> {
    const { store, boardId, peerId } = this.#options;
    const { tick, updates, horizon, covers } = await store.since(boardId, this.#horizon, peerId, em);
    this.take(tick, updates);
    this.takeIn();
    if (horizon > this.#horizon) this.#horizon = horizon;
    return covers;
  }

  /** Something may have been missed. */
  async look(): Promise<void> {
    // What happens while it is being read may not be in it.
    this.#lookAgain = true;
    if (this.#isLooking) return;
    this.#isLooking = true;
    const { boardId, isClosed, log, lookAtRest } = this.#options;
    try {
      while (this.#lookAgain && !isClosed()) {
        this.#lookAgain = false;
        await this.catchUp();
        await lookAtRest();
      }
    } catch (error) {
      log.warn({ err: error, boardId }, 'a board could not be looked at again');
    } finally {
      this.#isLooking = false;
    }
  }

  close(): void {
    if (this.#pendingTimer) clearTimeout(this.#pendingTimer);
  }
}
