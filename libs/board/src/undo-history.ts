import type * as Y from 'yjs';
import { sameValue, setField, valueOf, type Change } from './edits.ts';

interface Step {
  changes: Change[];
  join: string | undefined;
}
/** What a step back or forth came to: values put back, and values left because somebody else has changed them since. */
export interface Undone {
  done: number;
  kept: number;
}

/**
 * One person's undo on one board, from what her edits replaced. A value goes back only while it is still the one she wrote, so nobody
 * else's work is undone and no field is ever emptied (which Y.UndoManager does when two people moved a note at once).
 */
export class UndoHistory {
  readonly #doc: Y.Doc;
  readonly #limit: number;
  #past: Step[] = [];
  #future: Step[] = [];
  readonly #listeners = new Set<() => void>();

  constructor(doc: Y.Doc, { limit = 200 }: { limit?: number } = {}) {
    this.#doc = doc;
    this.#limit = limit;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /**
   * Remembers the changes of one edit as a step.
   * @param join steps in a row with the same key become one (the typing in one note)
   */
  add(changes: readonly Change[], { join }: { join?: string } = {}): void {
    if (changes.length === 0) return;
    this.#future = [];
    const last = this.#past.at(-1);
    if (last && join !== undefined && last.join === join) last.changes = joined(last.changes, changes);
    else this.#past.push({ changes: [...changes], join });
    if (this.#past.length > this.#limit) this.#past.shift();
    this.#tell();
  }

  undo(): Undone {
    return this.#step(this.#past, this.#future, (change) => ({ ...change, before: change.after, after: change.before }));
  }

  redo(): Undone {
    return this.#step(this.#future, this.#past, (change) => change);
  }

  clear(): void {
    this.#past = [];
    this.#future = [];
    this.#tell();
  }

  /** Called when `canUndo` or `canRedo` may have changed. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #step(from: Step[], to: Step[], turned: (change: Change) => Change): Undone {
    const step = from.pop();
    if (!step) return { done: 0, kept: 0 };
    const doing = step.changes.map(turned);
    const back = from === this.#past;
    if (back) doing.reverse();
    const done: Change[] = [];
    this.#doc.transact(() => {
      for (const [i, { kind, id, field, before, after, madeWith }] of doing.entries()) {
        if (!sameValue(valueOf(this.#doc, kind, id, field), before)) continue;
        if (back && madeWith !== undefined && valueOf(this.#doc, kind, id, 'text') !== madeWith) continue;
        if (setField(this.#doc, kind, id, field, after).length > 0) done.push(doing[i] as Change);
      }
    });
    const original = back ? done.map((change) => ({ ...change, before: change.after, after: change.before })).reverse() : done;
    if (original.length > 0) to.push({ changes: original, join: undefined });
    this.#tell();
    return { done: done.length, kept: doing.length - done.length };
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** Two edits as one: the first `before` and the last `after` of each value. */
function joined(first: readonly Change[], then: readonly Change[]): Change[] {
  const all = [...first];
  for (const change of then) {
    const i = all.findIndex((other) => other.kind === change.kind && other.id === change.id && other.field === change.field);
    const other = all[i];
    if (other && sameValue(other.after, change.before)) all[i] = { ...other, after: change.after };
    else all.push(change);
  }
  return all;
}
