import { isReadable, schemaVersionOf, SCHEMA_VERSION } from '@spolu/board/shape';
import { bringBack } from '@spolu/board/unsaved';
import * as Y from 'yjs';
import { deviceCopies, type DeviceCopies } from '../device/device-copies.ts';
import type { ApartBoard, KeptBoard } from './board-connection.ts';
import type { KeptChange, PendingStore } from './pending-store.ts';

/** A lock of the device that one tab has at a time; the answer gives it back. Null: another tab has it; undefined: the browser has no locks. */
export type TakeLock = (name: string) => Promise<(() => void) | null | undefined>;

const takeLock: TakeLock = async (name) => {
  // Without https there is none, nor a page without a network.
  if (typeof navigator === 'undefined' || !('locks' in navigator)) return undefined;
  return new Promise((taken) => {
    void navigator.locks.request(name, { ifAvailable: true }, (lock) => (lock ? new Promise<void>((release) => taken(release)) : taken(null)));
  });
};

const READS = { write: false, createNotes: false, editAll: false, group: false, frames: false, notesByCommand: false, draw: [], comment: false, react: false, present: false } as const;

export interface OpenOptions {
  copies?: DeviceCopies;
  lock?: TakeLock;
}

/**
 * A board's copy on this device, ready to be worked on without a network; null where there is none. `key` names the board and the person.
 *
 * Two contents under one client id would make two boards of one. So what is written apart is written under an id that the server leased for it, in one tab, and
 * only while all that was ever written under it is on this disk: the id is dropped when the server has answered.
 */
export async function openKeptBoard(key: string, store: PendingStore, { copies = deviceCopies, lock = takeLock }: OpenOptions = {}): Promise<ApartBoard | null> {
  const board = await copies.read<KeptBoard>('board', key);
  if (!board) return null;
  const [changes, clientId] = await Promise.all([store.kept(key), copies.read<number>('spare', key)]);
  const doc = new Y.Doc();
  Y.applyUpdateV2(doc, board.state);
  // A program that was renewed meanwhile waits for the server, which upgrades the board.
  if (schemaVersionOf(doc) !== SCHEMA_VERSION || !isReadable(doc)) return null;
  const release = clientId === undefined ? undefined : await lock(`board ${key}`);
  const mayWrite = clientId !== undefined && release && isAllHere(doc, changes, clientId);
  return {
    state: board.state,
    // Comments and reactions are commands.
    known: { ...board.known, rights: mayWrite ? { ...board.known.rights, comment: false, react: false, present: false } : READS },
    clientId: mayWrite ? clientId : null,
    changes,
    areOthers: release === null,
    bringBack,
    joined: () => {
      if (release) void copies.drop('spare', key).then(release);
    },
  };
}

/** Whether everything that was written under this id fits on the copy; a change that leans on more than the copy has would wait unseen. */
function isAllHere(doc: Y.Doc, changes: readonly KeptChange[], clientId: number): boolean {
  for (const { update } of changes) Y.applyUpdate(doc, update);
  const ends = changes.flatMap(({ update }) => Y.decodeUpdate(update).structs).map(({ id, length }) => (id.client === clientId ? id.clock + length : 0));
  return Y.getState(doc.store, clientId) >= Math.max(0, ...ends);
}
