import * as Y from 'yjs';

export interface BroughtBack {
  /** What of the changes the copy had not got, to be sent. */
  fresh: Uint8Array[];
  /** Changes that lean on something that is not there; they are not applied. */
  leaning: Uint8Array[];
}

/**
 * Brings what a device did, and no server is known to have stored, into a copy of the board that was made since. Every change stays as it was written: one that Yjs
 * writes out again leaves out a value that lost against somebody else's, which the gate could not tell from an emptied field.
 */
export function bringBack(doc: Y.Doc, updates: readonly Uint8Array[], origin: unknown): BroughtBack {
  const fits = fitting(doc, updates);
  const fresh: Uint8Array[] = [];
  for (const update of updates) {
    if (!fits.has(update)) continue;
    const before = Y.encodeStateVector(doc);
    if (applies(doc, update, origin)) fresh.push(Y.diffUpdate(update, before));
  }
  return { fresh, leaning: updates.filter((update) => !fits.has(update)) };
}

/** @returns whether anything of it was new */
function applies(doc: Y.Doc, update: Uint8Array, origin: unknown): boolean {
  const seen: Uint8Array[] = [];
  const see = (change: Uint8Array) => seen.push(change);
  doc.on('update', see);
  Y.applyUpdate(doc, update, origin);
  doc.off('update', see);
  return seen.length > 0;
}

/** Those that can be applied, each after those before it. What waits for something in a Yjs document would be sent by nobody when that comes: so it is tried in another one. */
function fitting(doc: Y.Doc, updates: readonly Uint8Array[]): Set<Uint8Array> {
  const trial = new Y.Doc();
  Y.applyUpdate(trial, Y.encodeStateAsUpdate(doc));
  for (const update of updates) Y.applyUpdate(trial, update);
  const isThere = (client: number, end: number) => end <= Y.getState(trial.store, client);
  const fits = updates.filter((update) => {
    const { structs, ds } = Y.decodeUpdate(update);
    return structs.every(({ id, length }) => isThere(id.client, id.clock + length)) && [...ds.clients].every(([client, ranges]) => ranges.every(({ clock, len }) => isThere(client, clock + len)));
  });
  trial.destroy();
  return new Set(fits);
}
