import type { EntityManager } from 'typeorm';
import type { Logger } from 'pino';
import * as Y from 'yjs';
import { Problem } from '@spolu/contracts/problems';
import { lastOrderIn, topOrderIn } from '@spolu/board/items';
import type { BoardClients } from './board-clients.ts';
import type { BoardDocument } from './board-document.ts';
import type { Logged } from './board-log.ts';
import type { BoardSaving } from './board-saving.ts';
import type { BoardStore, StoredBoard, UpdateAuthor } from './board-store.ts';
import type { TransactionEnds } from './transaction-ends.ts';

/** Where new things come in the orders of a board. */
export type NextOrders = Record<'item' | 'frame' | 'cluster', string>;

/** Behind most commands stands nobody: who composed a card is known to the card, or to nobody at all. */
export const NOBODY: UpdateAuthor = { participantId: null, personId: null };

interface ServerWrite {
  update: Uint8Array;
  clientId: number;
}

export interface BoardCommandsOptions {
  board: Pick<StoredBoard, 'id' | 'peerId'>;
  store: Pick<BoardStore, 'hasTick' | 'insert'>;
  ends: Pick<TransactionEnds, 'onEnd'>;
  log: Pick<Logger, 'error'>;
  document: BoardDocument;
  clients: BoardClients;
  saving: BoardSaving;
  isClosed: () => boolean;
  nextTick: () => number;
  /** It is committed and may be shown. */
  onStored: (stored: Logged) => void;
  /** Of a command that seemed to have failed it is known now whether it did. */
  onCertain: () => void;
}

/** What commands write into an open board: in the document at once, shown after the commit, gone from it where that fails. */
export class BoardCommands {
  readonly #options: BoardCommandsOptions;
  /** Written into the document with a command whose transaction is still open, by tick. */
  readonly #uncommitted = new Map<number, ServerWrite>();
  /** Commands of which it is not known yet whether they were stored. */
  #doubts = 0;
  #whenEnded: (() => void)[] = [];

  constructor(options: BoardCommandsOptions) {
    this.#options = options;
  }

  /** Some transaction has not ended yet. */
  get isOpen(): boolean {
    return this.#uncommitted.size > 0;
  }
  get isInDoubt(): boolean {
    return this.#doubts > 0;
  }
  /** What stands in the document and may yet be taken back. */
  get uncommitted(): Iterable<{ update: Uint8Array }> {
    return this.#uncommitted.values();
  }
  /** Resolves once no transaction is open. */
  async whenEnded(): Promise<void> {
    while (this.isOpen) await new Promise<void>((resolve) => this.#whenEnded.push(resolve));
  }

  /**
   * Changes the document on behalf of a command, inside its transaction: stored with it, shown to everybody once it is committed, taken back if it is not.
   * @param edit changes the document at once, without waiting for anything
   * @param author in whose name the log has it
   */
  async write<T>(em: EntityManager, edit: (doc: Y.Doc) => T, author = NOBODY): Promise<T> {
    const { clients } = this.#options;
    const clientId = clients.takeResting() ?? (await clients.leaseForServer(em));
    return this.#writeAs(em, clientId, (doc) => {
      const own = doc.clientID;
      doc.clientID = clientId;
      try {
        return edit(doc);
      } finally {
        doc.clientID = own;
      }
    }, author);
  }

  /**
   * Brings new things from elsewhere: made in a document of their own, read by the gate as a device's change is (SEC-34), then applied like {@link write}.
   * @param make is given the keys that put something on top, or behind all others of its kind
   */
  async bringIn(em: EntityManager, make: (doc: Y.Doc, orders: NextOrders) => void, author = NOBODY): Promise<void> {
    const { clients, document } = this.#options;
    // an id of its own begins at nothing, as that document does
    const clientId = await clients.leaseForServer(em);
    const made = new Y.Doc();
    made.clientID = clientId;
    const orders = { item: topOrderIn(document.doc), frame: lastOrderIn(document.doc, 'frame'), cluster: lastOrderIn(document.doc, 'cluster') };
    made.transact(() => make(made, orders));
    const update = Y.encodeStateAsUpdate(made);
    made.destroy();
    document.gate.checkImport(update, clientId);
    await this.#writeAs(em, clientId, (doc) => Y.applyUpdate(doc, update, 'server'), author);
  }

  async #writeAs<T>(em: EntityManager, clientId: number, edit: (doc: Y.Doc) => T, author: UpdateAuthor): Promise<T> {
    const { clients, document, isClosed } = this.#options;
    if (isClosed()) throw new Problem('unavailable');
    if (!em.queryRunner?.isTransactionActive) throw new Error('a board is written by commands in a transaction');
    const doc = document.change();
    let update: Uint8Array | undefined;
    const take = (change: Uint8Array) => {
      update = change;
    };
    doc.on('update', take);
    try {
      return doc.transact(() => edit(doc), 'server');
    } finally {
      doc.off('update', take);
      if (update) await this.#keep(em, { update, clientId }, author);
      else clients.rest(clientId);
    }
  }

  async #keep(em: EntityManager, write: ServerWrite, author: UpdateAuthor): Promise<void> {
    const { board, store, ends, saving, nextTick } = this.#options;
    const tick = nextTick();
    saving.begin(tick);
    this.#uncommitted.set(tick, write);
    ends.onEnd(em, (committed) => (committed ? this.#commit(tick) : this.#takeBack(tick)));
    await store.insert(em, board.id, [{ tick, updates: [{ ...author, update: write.update }] }], board.peerId);
  }

  #commit(tick: number): void {
    const write = this.#uncommitted.get(tick);
    if (!write) return;
    this.#settle(tick);
    this.#options.clients.rest(write.clientId);
    this.#options.onStored({ tick, update: write.update });
  }

  /**
   * A command failed after it had changed the document here: nobody has seen that, and the document is made anew without it, from what is in memory
   * (a command waits for no connection while it holds one). Its client id is used no more: should the row be stored after all, two contents would
   * come under one number.
   */
  #takeBack(tick: number): void {
    const write = this.#uncommitted.get(tick);
    if (!write) return;
    this.#settle(tick);
    if (this.#options.isClosed()) return;
    this.#options.document.remake();
    this.#doubts++;
    void this.#lookAfter(tick, write.update).finally(() => {
      this.#doubts--;
      this.#options.onCertain();
    });
  }

  #settle(tick: number): void {
    this.#uncommitted.delete(tick);
    this.#options.saving.settle(tick);
    for (const ended of this.#whenEnded.splice(0)) ended();
  }

  /** Where the answer to a commit was lost on the way, the row may be there all the same: then everybody gets it. */
  async #lookAfter(tick: number, update: Uint8Array): Promise<void> {
    const { board, store, log, document, saving, isClosed, onStored } = this.#options;
    for (;;) {
      try {
        if (!(await store.hasTick(board.id, tick, board.peerId)) || isClosed()) return;
        Y.applyUpdate(document.change(), update, 'server');
        onStored({ tick, update });
        return;
      } catch (error) {
        log.error({ err: error, boardId: board.id }, 'a board could not be read');
        if (isClosed()) return;
        await saving.pause();
      }
    }
  }
}
