import type { Logger } from 'pino';
import type { BoardRule } from '@spolu/contracts/boards';
import type { BoardClients } from './board-clients.ts';
import type { BoardDocument } from './board-document.ts';
import type { BoardStore } from './board-store.ts';
import { QUIET_MS, type BoardWords } from './board-words.ts';

export interface WordsWriterOptions {
  boardId: string;
  words: BoardWords;
  document: BoardDocument;
  clients: BoardClients;
  store: Pick<BoardStore, 'wordsOf' | 'writeWords'>;
  log: Pick<Logger, 'warn'>;
  rule: () => BoardRule | null;
  tick: () => number;
  isClosed: () => boolean;
  /** All of the board is in its log, and nothing is to be done with it. */
  isQuiet: () => boolean;
}

/** Writes the words of a board into their contributions when they have been left alone for a while. */
export class WordsWriter {
  readonly #options: WordsWriterOptions;
  #timer: NodeJS.Timeout | null = null;
  #settling: Promise<void> = Promise.resolve();

  constructor(options: WordsWriterOptions) {
    this.#options = options;
  }

  schedule(): void {
    const { words, isClosed } = this.#options;
    if (this.#timer || words.isSettled || isClosed()) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      void this.settle(QUIET_MS).finally(() => this.schedule());
    }, QUIET_MS);
  }

  /** Writes what has not been changed for so long. */
  settle(quietMs: number): Promise<void> {
    this.#settling = this.#settling.then(() => this.#write(quietMs));
    return this.#settling;
  }

  close(): void {
    if (this.#timer) clearTimeout(this.#timer);
  }

  async #write(quietMs: number): Promise<void> {
    const { boardId, words, document, clients, store, log, isQuiet } = this.#options;
    const rule = this.#options.rule();
    if (!rule) return;
    const now = Date.now();
    const wasResting = document.isResting;
    const tick = this.#options.tick();
    const dueNow = (by: BoardRule) => words.due(document.doc, by, clients.owners, now, quietMs);
    try {
      let due = dueNow(rule);
      const unknown = words.unknown(due.noteIds);
      if (unknown.length > 0) await clients.refresh();
      const there = await store.wordsOf(unknown);
      if (there.length > 0) {
        const newest = this.#options.rule() ?? rule;
        words.learn(document.doc, there, newest, clients.owners);
        due = dueNow(newest);
      }
      if (due.contributions.length + due.versions.length > 0) await store.writeWords(due.contributions, due.versions);
      words.settled(due, now);
    } catch (error) {
      // They follow from the document: the next round writes them.
      log.warn({ err: error, boardId }, 'words of notes could not be stored');
    }
    // Woken for this alone.
    if (wasResting && tick === this.#options.tick() && isQuiet()) document.rest();
  }
}
