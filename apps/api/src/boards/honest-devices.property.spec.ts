import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as Y from 'yjs';
import { DRAWING_KINDS } from '@spolu/contracts/plain';
import { addCluster, nameCluster, readClusters } from '@spolu/board/clusters';
import { readConnectors } from '@spolu/board/connectors';
import { addConnector, addPin, addShape, addStroke, addText, colourShape, colourStroke, connect, labelConnector, locatePin } from '@spolu/board/drawing-edits';
import type { Change } from '@spolu/board/edits';
import { addFrame, moveFrame, readFrames } from '@spolu/board/frames';
import { bringToFront, groupItems, lockItem, moveItem, removeItem, restoreItem, sendToBack, sharedText, writeText } from '@spolu/board/items';
import { readItem } from '@spolu/board/kinds';
import { addNote, categoriseNote, colourNote, putInCluster } from '@spolu/board/notes';
import { readAll } from '@spolu/board/read-all';
import { AUTHORED_KINDS, isPlacedKind, isTextKind, ITEM_KINDS, itemsOf, newBoard, type Authored, type AuthoredKind } from '@spolu/board/shape';
import { UndoHistory } from '@spolu/board/undo-history';
import { bringBack } from '@spolu/board/unsaved';
import { checkBoard } from '@spolu/board/validation';
import { BoardGate } from './board-gate.ts';

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** The board as the server has it, and what it showed in which order. */
class Server {
  readonly doc = new Y.Doc();
  readonly gate: BoardGate;
  readonly shown: Uint8Array[] = [];
  readonly owners = new Map<number, Device>();
  lastId = 0;
  /** Client ids rise and fall, so that writes of the same moment are won by either. */
  lease(device: Device): number {
    const n = this.owners.size;
    const clientId = n % 2 ? 1_000 - n : 1_000 + n;
    this.owners.set(clientId, device);
    return clientId;
  }

  constructor() {
    newBoard(this.doc);
    addFrame(this.doc, { id: 'f', title: 'F', position: { x: 0, y: 0 } });
    this.gate = new BoardGate(this.doc);
  }
}

/** A device of ours with everything that delays or repeats what it says: it gathers, goes without a network, hears late, is reloaded. */
class Device {
  doc = new Y.Doc();
  readonly #server: Server;
  readonly staff: boolean;
  readonly participantId: string;
  #history = new UndoHistory(this.doc);
  #heard = 0;
  /** Done and not sent, as on the device's disk. */
  #gathered: Uint8Array[] = [];
  readonly #local = Symbol('local');

  constructor(server: Server, n: number) {
    this.#server = server;
    this.staff = n === 0;
    this.participantId = uuid(900 + n);
    this.#open();
  }

  #open(): void {
    this.doc = new Y.Doc();
    this.#history = new UndoHistory(this.doc);
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(this.#server.doc), this.#local);
    this.doc.clientID = this.#server.lease(this);
    this.#heard = this.#server.shown.length;
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this.#local) this.#gathered.push(update);
    });
  }

  /** A few changes of others. */
  hear(count: number): void {
    for (const update of this.#server.shown.slice(this.#heard, this.#heard + count)) Y.applyUpdate(this.doc, update, this.#local);
    this.#heard = Math.min(this.#heard + count, this.#server.shown.length);
  }

  /** All that was gathered, as one change; what the gate says to it rises. */
  send(): void {
    if (this.#gathered.length === 0) return;
    const update = Y.mergeUpdates(this.#gathered.splice(0));
    const { staff, participantId } = this;
    const rights = { write: true, createNotes: true, editAll: staff, group: true, frames: staff, notesByCommand: false, draw: DRAWING_KINDS, comment: true, react: true, present: false };
    const author = { staff, participantId, rights, owns: (clientId: number) => this.#server.owners.get(clientId) === this };
    this.#server.gate.count(author, this.#server.gate.check(author, update));
    Y.applyUpdate(this.#server.doc, update);
    this.#server.shown.push(update);
  }

  /** Closed with work on its disk, and opened again. */
  reload(): void {
    const kept = this.#gathered;
    this.#open();
    const { fresh, leaning } = bringBack(this.doc, kept, this.#local);
    expect(leaning).toEqual([]);
    this.#gathered = fresh;
  }

  #items(): { kind: AuthoredKind; item: Authored }[] {
    return AUTHORED_KINDS.flatMap((kind) => readAll(this.doc, kind, (id, fields) => ({ ...readItem(kind, id, fields), order: '' }), { removed: true }).map((item) => ({ kind, item })));
  }

  act(what: string, pick: number): void {
    if (what === 'undo') return void this.#history.undo();
    if (what === 'redo') return void this.#history.redo();
    this.#history.add(this.#edit(what, pick), what === 'type' ? { join: 'text' } : {});
  }

  #edit(what: string, pick: number): Change[] {
    const { doc, participantId, staff } = this;
    const position = { x: pick, y: pick % 7, frameId: pick % 3 ? 'f' : null };
    const made = () => ({ id: uuid(++this.#server.lastId), participantId });
    if (what === 'add') {
      const add = [
        () => addNote(doc, { ...made(), text: `${pick}`, colour: 'pink', position, createdAt: 1 }), () => addText(doc, { ...made(), text: 'text', position }),
        () => addShape(doc, { ...made(), form: 'ellipse', position }), () => addPin(doc, { ...made(), label: 'tu', position }), () => addStroke(doc, { ...made(), points: [0, 0, pick, 9], frameId: null }),
      ][pick % 5];
      return add?.() ?? [];
    }
    if (what === 'cluster') return addCluster(doc, { id: uuid(++this.#server.lastId), title: `${pick}` });
    if (what === 'frame') return staff ? moveFrame(doc, readFrames(doc)[0]?.id ?? '', { x: pick, y: 0 }) : [];
    const cluster = readClusters(doc).at(pick % 2);
    if (what === 'name') return cluster ? nameCluster(doc, cluster.id, `${pick}`) : [];
    const all = this.#items();
    // Few, so that they are met again and again.
    const { kind, item } = all.at(pick % 3) ?? {};
    if (!kind || !item) return [];
    const own = staff || (item.participantId === participantId && !item.locked);
    const may = own || (kind === 'note' && !item.locked);
    const { id } = item;
    if (what === 'move' && may && isPlacedKind(kind)) return moveItem(doc, kind, id, position);
    if (what === 'bind' && may) return groupItems(doc, [{ kind, id }], pick % 2 ? uuid(950) : null);
    if (what === 'stack' && may) return (pick % 2 ? bringToFront : sendToBack)(doc, [{ kind, id }]);
    if (what === 'group' && may && kind === 'note') return pick % 2 ? putInCluster(doc, id, cluster?.id ?? null) : categoriseNote(doc, id, pick % 3 ? 'voda' : null);
    if (what === 'connect') {
      const line = readConnectors(doc).find((one) => one.participantId === participantId);
      if (line && pick % 3) return pick % 2 ? connect(doc, line.id, 'to', position) : labelConnector(doc, line.id, `${pick}`);
      return addConnector(doc, { ...made(), from: position, to: kind === 'note' ? { kind, id } : position });
    }
    if (what === 'lock' && staff) return lockItem(doc, kind, id, false);
    if (!own) return [];
    // What staff take away or lock while its author is at it is another matter: her right to it ends.
    if (what === 'remove' && item.participantId === participantId) return removeItem(doc, kind, id, 'author');
    if (what === 'restore' && item.removed === 'author') return restoreItem(doc, kind, id);
    if (what === 'type' && isTextKind(kind)) return writeText(doc, kind, id, typed(sharedText(doc, kind, id)?.toString() ?? '', pick));
    if (what !== 'colour') return [];
    if (kind === 'note') return colourNote(doc, id, pick % 2 ? 'blue' : 'green');
    if (kind === 'shape') return colourShape(doc, id, pick % 2 ? 'ink' : 'blue');
    if (kind === 'stroke') return colourStroke(doc, id, pick % 2 ? 'ink' : 'blue');
    return kind === 'pin' ? locatePin(doc, id, pick % 2 ? { latitude: 48, longitude: 19 } : null) : [];
  }
}

/** A letter more or less, somewhere. */
function typed(text: string, pick: number): string {
  const at = pick % (text.length + 1);
  return pick % 3 ? `${text.slice(0, at)}${pick}${text.slice(at)}` : `${text.slice(0, at)}${text.slice(at + 1)}`;
}

const valuesOf = (doc: Y.Doc) => ITEM_KINDS.map((kind) => itemsOf(doc, kind).toJSON());

const DEVICES = 3;
interface Step {
  on: number;
  do: string;
  pick: number;
}
/** Lets devices do all this, then all send and hear everything. Whatever the gate refuses rises. */
function perform(steps: readonly Step[]): void {
  const server = new Server();
  const devices = Array.from({ length: DEVICES }, (_, n) => new Device(server, n));
  for (const { on, do: what, pick } of steps) {
    const device = devices[on]!;
    if (what === 'hear') device.hear(1 + (pick % 9));
    else if (what === 'send') device.send();
    else if (what === 'reload') device.reload();
    else device.act(what, pick);
  }
  for (const device of devices) device.send();
  for (const device of devices) device.hear(Infinity);
  for (const { doc } of devices) expect(valuesOf(doc)).toEqual(valuesOf(server.doc));
  expect(checkBoard(server.doc)).toEqual([]);
}
const story = (...told: [on: number, what: string, pick?: number][]) => told.map(([on, what, pick = 0]): Step => ({ on, do: what, pick }));

test.each([
  ['two moves of one note with the winning one of somebody else between them', story([1, 'add'], [1, 'send'], [0, 'hear'], [0, 'move', 3], [0, 'send'], [1, 'move', 9], [1, 'hear'], [1, 'move'])],
  ['a note made and taken back before it was sent', story([1, 'add'], [1, 'undo'])],
  ['a move that lost while the page was closed', story([1, 'add'], [1, 'send'], [0, 'hear'], [0, 'move', 3], [0, 'send'], [1, 'move', 9], [1, 'reload'])],
])('SEC-34: %s is taken', (_, steps) => perform(steps));

const step: fc.Arbitrary<Step> = fc.record({
  on: fc.nat({ max: DEVICES - 1 }),
  do: fc.constantFrom(
    'add', 'move', 'move', 'move', 'move', 'move', 'move', 'type', 'type', 'colour', 'stack', 'bind', 'group', 'connect', 'cluster', 'name', 'frame', 'lock', 'remove', 'restore', 'undo', 'undo', 'redo',
    'hear', 'hear', 'hear', 'send', 'send', 'reload',
  ),
  pick: fc.nat({ max: 30 }),
});

test('SEC-34, SEC-44: nothing that devices of ours do is refused, whatever they hear, gather, undo, do without a network or bring back after a reload', () => {
  fc.assert(fc.property(fc.array(step, { maxLength: 90, size: 'max' }), perform), { numRuns: Number(process.env['SOAK_SEEDS'] ?? 400) });
});
