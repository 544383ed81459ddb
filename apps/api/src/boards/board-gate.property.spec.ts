import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as Y from 'yjs';
import { Problem } from '@spolu/contracts/problems';
import { DRAWING_KINDS } from '@spolu/contracts/plain';
import { addConnector, addPin, addShape, addStroke, addText } from '@spolu/board/drawing-edits';
import { addFrame } from '@spolu/board/frames';
import { addCluster } from '@spolu/board/clusters';
import { lockItem } from '@spolu/board/items';
import { LockedAreas } from '@spolu/board/locked-areas';
import { readItem } from '@spolu/board/kinds';
import { addNote } from '@spolu/board/notes';
import { readAll } from '@spolu/board/read-all';
import { AUTHORED_KINDS, ITEM_KINDS, newBoard, type Authored, type AuthoredKind } from '@spolu/board/shape';
import { checkBoard } from '@spolu/board/validation';
import { BoardGate, type Author } from './board-gate.ts';

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const [ME, OTHER] = [uuid(901), uuid(902)];
const CLIENT = 7;
const LOCKED = 'locked';
const author: Author = {
  staff: false, participantId: ME, owns: (clientId) => clientId === CLIENT,
  rights: { write: true, createNotes: true, editAll: false, group: false, frames: false, notesByCommand: false, draw: DRAWING_KINDS, comment: true, react: true, present: false },
};

/** A board with something of hers, of somebody else, of staff, something of hers that is locked, and some that lies on a locked frame. */
function givenBoard(): Y.Doc {
  const doc = new Y.Doc();
  newBoard(doc);
  addFrame(doc, { id: 'f', title: 'F', position: { x: 0, y: 0 } });
  addCluster(doc, { id: uuid(80), title: 'Voda' });
  [ME, OTHER, null, ME].forEach((participantId, i) => {
    const made = (n: number) => ({ id: uuid(i * 10 + n), participantId });
    const position = { x: i, y: i, frameId: 'f' };
    addNote(doc, { ...made(1), text: 'nota', colour: 'pink', position, createdAt: 1 });
    addText(doc, { ...made(2), text: 'text', position });
    addShape(doc, { ...made(3), form: 'ellipse', position });
    addConnector(doc, { ...made(4), from: { kind: 'note', id: uuid(i * 10 + 1) }, to: position });
    addStroke(doc, { ...made(5), points: [0, 0, 9, 9], frameId: null });
    addPin(doc, { ...made(6), label: 'tu', position });
  });
  (['note', 'text', 'shape', 'connector', 'stroke', 'pin'] as const).forEach((kind, n) => lockItem(doc, kind, uuid(31 + n), true));
  addFrame(doc, { id: LOCKED, title: 'Zamknuté', position: { x: 10_000, y: 0 } });
  lockItem(doc, 'frame', LOCKED, true);
  const made = (n: number) => ({ id: uuid(60 + n), participantId: ME });
  const position = { x: 5, y: 5, frameId: LOCKED };
  addNote(doc, { ...made(1), text: 'nota', colour: 'pink', position, createdAt: 1 });
  addText(doc, { ...made(2), text: 'text', position });
  addConnector(doc, { ...made(4), from: { kind: 'note', id: uuid(61) }, to: { x: 1, y: 1, frameId: 'f' } });
  return doc;
}

const value = fc.oneof(
  fc.constant(null),
  fc.constantFrom<unknown>(null, true, false, '', 'staff', 'author', 'pink', 'ink', 'f', ME, OTHER, uuid(80), uuid(1), 'javascript:alert(1)', LOCKED, 'https://mesto.example/', 'AAAA', 'thick', 'a5', 'x'.repeat(1_100)),
  fc.constantFrom<unknown>(0, -1, 1e9, NaN, [], [1, 2], [1, 2, 'f'], [1, 2, null], [1, 2, LOCKED], [10_010, 20, null], [1, 2, 'nie'], ['note', uuid(1)], ['script', 'x'], [NaN, 0, null], [300, 200], { a: 1 }, new Uint8Array([1])),
);
const FIELDS = [
  'p', 'order', 'removed', 'locked', 'groupId', 'participantId', 'colour', 'size', 'text', 'votes', 'clusterId', 'category', 'contributionId', 'from', 'to', 'label', 'line', 'heads', 'path', 'pen', 'form',
  'fill', 'width', 'textSize', 'url', 'title', 'hint', 'coordinates', 'noteId', 'fileId', '__proto__',
];
const step = fc.oneof(
  fc.record({ do: fc.constant('set' as const), kind: fc.constantFrom(...ITEM_KINDS), pick: fc.nat({ max: 4 }), field: fc.constantFrom(...FIELDS), value }),
  fc.record({ do: fc.constant('clear' as const), kind: fc.constantFrom(...ITEM_KINDS), pick: fc.nat({ max: 3 }), field: fc.constantFrom(...FIELDS), value }),
  fc.record({ do: fc.constant('write' as const), kind: fc.constantFrom('note' as const, 'text' as const, 'shape' as const), pick: fc.nat({ max: 4 }), field: fc.constantFrom('insert', 'delete', 'format', 'embed'), value }),
  fc.record({ do: fc.constant('copy' as const), kind: fc.constantFrom(...AUTHORED_KINDS), pick: fc.nat({ max: 3 }), field: fc.constantFrom(...FIELDS), value }),
);

interface Act {
  do: 'set' | 'clear' | 'write' | 'copy';
  kind: string;
  pick: number;
  field: string;
  value: unknown;
}

/** What a device of somebody who knows the protocol can do to its own document. */
function act(doc: Y.Doc, one: Act, i: number): void {
  const items = doc.getMap<Y.Map<unknown>>(`${one.kind}s`);
  const sorted = [...items].sort(([a], [b]) => (a < b ? -1 : 1));
  const [id, fields] = sorted.at(one.pick) ?? [];
  const [, sibling] = sorted.at(one.pick + 1) ?? [];
  if (!id || !fields) return;
  // As often as not what such a field does hold.
  const held = sibling?.get(one.field);
  if (one.do === 'set') fields.set(one.field, one.value === null && held !== undefined && !(held instanceof Y.AbstractType) ? held : one.value);
  if (one.do === 'clear') fields.delete(one.field);
  if (one.do === 'copy') {
    const copy = fields.clone();
    items.set(uuid(5_000 + i), copy);
    if (one.kind === 'note') copy.set('contributionId', uuid(5_000 + i));
    copy.delete('locked');
    // Now and then it is spoilt.
    if (one.pick % 2) copy.set(one.field, one.value);
  }
  const text = fields.get('text');
  if (one.do !== 'write' || !(text instanceof Y.Text)) return;
  if (one.field === 'insert') text.insert(0, typeof one.value === 'string' ? one.value : 'x');
  if (one.field === 'delete' && text.length > 0) text.delete(0, 1);
  if (one.field === 'format' && text.length > 0) text.format(0, 1, { bold: true });
  if (one.field === 'embed') text.insertEmbed(0, { image: 'x' });
}

const readOf = (doc: Y.Doc) => new Map(ITEM_KINDS.map((kind) => [kind, readAll(doc, kind, (id, fields) => readItem(kind, id, fields), { removed: true })]));
/** What is not hers to change: everybody else's things, frames, clusters, what is locked, and what lies on a locked frame. */
function notHers(doc: Y.Doc) {
  const isHers = (kind: string, item: unknown) => AUTHORED_KINDS.includes(kind as AuthoredKind) && (item as Authored).participantId === ME && !(item as Authored).locked && !new LockedAreas(doc).hold(kind as AuthoredKind, item as never);
  return new Map([...readOf(doc)].map(([kind, items]) => [kind, (items as { id: string }[]).filter((item) => !isHers(kind, item))]));
}

test('SEC-34, SEC-36, SEC-37: whatever a participant\'s device sends, what is accepted leaves a sound board on which nothing changed but her own', () => {
  let taken = 0;
  fc.assert(fc.property(fc.array(fc.array(step, { minLength: 1, maxLength: 2 }), { maxLength: 12 }), (changes) => {
    const server = givenBoard();
    const gate = new BoardGate(server);
    const foreign = notHers(server);
    changes.forEach((steps, at) => {
      const device = new Y.Doc();
      Y.applyUpdate(device, Y.encodeStateAsUpdate(server));
      device.clientID = CLIENT;
      let update: Uint8Array | undefined;
      device.on('update', (bytes: Uint8Array) => {
        update = bytes;
      });
      try {
        device.transact(() => steps.forEach((one, i) => act(device, one, at * 10 + i)));
      } catch {
        // Not even Yjs writes that.
        return;
      }
      if (!update) return;
      const before = Y.encodeStateAsUpdate(server);
      try {
        gate.count(author, gate.check(author, update));
      } catch (error) {
        expect(error).toBeInstanceOf(Problem);
        expect(Y.encodeStateAsUpdate(server)).toEqual(before);
        return;
      }
      Y.applyUpdate(server, update);
      taken++;
      expect(checkBoard(server)).toEqual([]);
      expect(notHers(server)).toEqual(foreign);
    });
  }), { numRuns: 150 });
  expect(taken).toBeGreaterThan(20);
});
