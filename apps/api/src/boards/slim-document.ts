import * as Y from 'yjs';

/** The same words once: a board of 200 notes has the name of each field 200 times. */
class Words {
  readonly #words = new Map<string, string>();

  once(word: string): string {
    const known = this.#words.get(word);
    if (known === undefined) this.#words.set(word, word);
    return known ?? word;
  }
  /** A value with all words in it. */
  onceIn(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((part) => this.onceIn(part));
    return typeof value === 'string' ? this.once(value) : value;
  }
}

class SlimDecoder extends Y.UpdateDecoderV2 {
  readonly #words = new Words();

  override readString(): string {
    return this.#words.once(super.readString());
  }
  override readAny(): unknown {
    return this.#words.onceIn(super.readAny());
  }
}

/** Puts a state (Yjs v2) into a document that is to be kept. */
export function applyState(doc: Y.Doc, state: Uint8Array): void {
  Y.applyUpdateV2(doc, state, undefined, SlimDecoder);
}

/**
 * Frees what Yjs takes up for nothing while it reads: room for 17 values where there is one, words again for each note, and a list of its own for each value, though
 * most are the same few. Yjs never changes such a list. Four tenths of a board, with {@link applyState}.
 */
export function slim(doc: Y.Doc): void {
  const words = new Words();
  const lists = new Map<unknown, unknown[]>();
  const listOf = (values: unknown[]): unknown[] => {
    const [only] = values;
    if (values.length !== 1 || (typeof only === 'object' && only !== null)) return values.map((value) => words.onceIn(value));
    const list = lists.get(only) ?? [words.onceIn(only)];
    lists.set(only, list);
    return list;
  };
  for (const structs of doc.store.clients.values()) {
    for (const struct of structs) if (struct instanceof Y.Item && struct.content instanceof Y.ContentAny) struct.content.arr = listOf(struct.content.arr);
  }
}
