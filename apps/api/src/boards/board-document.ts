import * as Y from 'yjs';
import { Problem } from '@spolu/contracts/problems';
import { readOutline, type Outline } from '@spolu/board/outline';
import { isReadable } from '@spolu/board/shape';
import { BoardGate } from './board-gate.ts';
import { slim } from './slim-document.ts';

/**
 * The document of an open board with what is read off it. It takes twenty times the memory of its bytes, so it is let go of while nobody needs it, and made
 * anew from them for whoever does.
 */
export class BoardDocument {
  /** Puts all into an empty document that was shown, or is about to be. */
  readonly #fill: (doc: Y.Doc) => void;
  /** Null while it rests. */
  #awake: { doc: Y.Doc; gate: BoardGate } | null;
  /** How much of each client id there is, while it rests. */
  #clocks: ReadonlyMap<number, number> = new Map();
  #wasUsed = true;
  #outline: Outline | null = null;

  /** @throws Problem `board/newer-version` */
  constructor(doc: Y.Doc, fill: (doc: Y.Doc) => void) {
    if (!isReadable(doc)) throw new Problem('board/newer-version');
    this.#fill = fill;
    this.#awake = awakeWith(doc);
  }

  get doc(): Y.Doc {
    return this.#use().doc;
  }
  get gate(): BoardGate {
    return this.#use().gate;
  }
  /** The board as a list; made once for all who ask between two changes. */
  get outline(): Outline {
    this.#outline ??= readOutline(this.doc);
    return this.#outline;
  }
  get isResting(): boolean {
    return this.#awake === null;
  }
  /** Something in it waits for what it leans on. */
  get isPending(): boolean {
    if (!this.#awake) return false;
    const { pendingStructs, pendingDs } = this.#awake.doc.store;
    return pendingStructs !== null || pendingDs !== null;
  }
  get wasUsed(): boolean {
    return this.#wasUsed;
  }
  /** Whether anybody looked into it since this was asked the last time. */
  takeWasUsed(): boolean {
    const was = this.#wasUsed;
    this.#wasUsed = false;
    return was;
  }

  /** How much it has of a client id. */
  clockOf(clientId: number): number {
    return this.#awake ? Y.getState(this.#awake.doc.store, clientId) : (this.#clocks.get(clientId) ?? 0);
  }

  /** It is about to be changed. */
  change(): Y.Doc {
    this.#outline = null;
    return this.doc;
  }

  /** All that was done in it and never shown is gone; what waits for something that it leans on goes on waiting. */
  remake(): void {
    const { store } = this.doc;
    this.destroy();
    const { doc } = this.#use();
    for (const pending of [store.pendingStructs?.update, store.pendingDs]) if (pending) Y.applyUpdateV2(doc, pending);
  }

  rest(): void {
    if (!this.#awake) return;
    this.#clocks = Y.decodeStateVector(Y.encodeStateVector(this.#awake.doc));
    this.destroy();
  }

  destroy(): void {
    this.#awake?.doc.destroy();
    this.#awake = null;
    this.#outline = null;
  }

  #use(): { doc: Y.Doc; gate: BoardGate } {
    this.#wasUsed = true;
    if (!this.#awake) {
      const doc = new Y.Doc();
      doc.transact(() => this.#fill(doc));
      this.#awake = awakeWith(doc);
      this.#clocks = new Map();
    }
    return this.#awake;
  }
}

function awakeWith(doc: Y.Doc): { doc: Y.Doc; gate: BoardGate } {
  slim(doc);
  return { doc, gate: new BoardGate(doc) };
}
