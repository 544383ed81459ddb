import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as Y from 'yjs';
import { BoardIndex } from './board-index.ts';
import { copyItems, paste, readClip, writeClip } from './clipboard.ts';
import { readConnectors } from './connectors.ts';
import { addConnector, addPin, addShape } from './drawing-edits.ts';
import { addFrame, readFrames } from './frames.ts';
import { groupItems, lockItem } from './items.ts';
import { addNote, readNotes } from './notes.ts';
import { wordsOf } from './pasted-text.ts';
import { readPins } from './pins.ts';
import { newBoard, type ItemRef } from './shape.ts';
import { readShapes } from './shapes.ts';
import { UndoHistory } from './undo-history.ts';
import { checkBoard } from './validation.ts';

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const own = (n: number) => ({ id: uuid(n), participantId: uuid(900) });
function board(): Y.Doc {
  const doc = new Y.Doc();
  newBoard(doc);
  return doc;
}
function given() {
  const doc = board();
  addFrame(doc, { id: 'f', title: 'Otázky', position: { x: 100, y: 100 }, layout: 'lanes', rows: ['a', 'b'] });
  addNote(doc, { ...own(1), text: 'Viac zelene', colour: 'green', position: { x: 20, y: 80, frameId: 'f' }, clusterId: uuid(80), createdAt: 1 });
  addShape(doc, { ...own(2), form: 'diamond', text: 'Rozhodnutie', position: { x: 2_000, y: 300, frameId: null } });
  addConnector(doc, { ...own(3), from: { kind: 'note', id: uuid(1) }, to: { kind: 'shape', id: uuid(2) } });
  addPin(doc, { ...own(4), label: 'Tu', position: { x: 2_100, y: 400, frameId: null }, noteId: uuid(1) });
  groupItems(doc, [{ kind: 'note', id: uuid(1) }, { kind: 'pin', id: uuid(4) }], uuid(70));
  lockItem(doc, 'shape', uuid(2), true);
  return { doc, index: new BoardIndex(doc) };
}
const ALL: ItemRef[] = [{ kind: 'frame', id: 'f' }, { kind: 'shape', id: uuid(2) }, { kind: 'connector', id: uuid(3) }, { kind: 'pin', id: uuid(4) }];
function pasting(change: Partial<Parameters<typeof paste>[2]> = {}) {
  let next = 500;
  return { at: { x: 0, y: 0 }, participantId: uuid(901), may: () => true, newId: () => uuid(next++), now: 7, ...change };
}

describe('copies', () => {
  test('on another board lie as they lay, hold on to each other, and belong to who pasted them', () => {
    const { index } = given();
    const clip = readClip(writeClip(copyItems(index, ALL)))!;
    const other = board();
    const { changes, refs } = paste(other, clip, pasting({ at: { x: 50, y: 60 } }));
    expect(refs).toHaveLength(5);
    expect(checkBoard(other)).toEqual([]);
    const [frame, note, shape, connector, pin] = [readFrames(other)[0]!, readNotes(other)[0]!, readShapes(other)[0]!, readConnectors(other)[0]!, readPins(other)[0]!];
    expect(frame).toMatchObject({ title: 'Otázky', layout: 'lanes', rows: ['a', 'b'], position: { x: 50, y: 60 } });
    expect(note).toMatchObject({ text: 'Viac zelene', participantId: uuid(901), contributionId: note.id, clusterId: null, createdAt: 7, position: { x: 20, y: 80, frameId: frame.id } });
    expect(shape).toMatchObject({ text: 'Rozhodnutie', locked: false, position: { x: 1_950, y: 260, frameId: null } });
    expect(connector).toMatchObject({ from: { kind: 'note', id: note.id }, to: { kind: 'shape', id: shape.id } });
    expect(pin.noteId).toBe(note.id);
    expect(pin.groupId).toBe(note.groupId);
    expect(pin.groupId).not.toBe(uuid(70));
    const history = new UndoHistory(other);
    history.add(changes);
    history.undo();
    expect([readFrames(other), readNotes(other), readShapes(other), readConnectors(other), readPins(other)]).toEqual([[], [], [], [], []]);
  });

  test('of a connector alone end where it was drawn', () => {
    const { doc, index } = given();
    paste(doc, copyItems(index, [{ kind: 'connector', id: uuid(3) }]), pasting());
    const made = readConnectors(doc).at(-1)!;
    expect(made.from).toMatchObject({ frameId: null });
    expect(checkBoard(doc)).toEqual([]);
  });

  test('leave out what this person may not make', () => {
    const { index } = given();
    const other = board();
    paste(other, copyItems(index, ALL), pasting({ may: (kind) => kind === 'note' }));
    expect([readFrames(other).length, readNotes(other).length, readShapes(other).length, readConnectors(other).length]).toEqual([0, 1, 0, 0]);
    expect(readNotes(other)[0]!.position.frameId).toBeNull();
    expect(checkBoard(other)).toEqual([]);
  });

  const sound = () => JSON.parse(writeClip(copyItems(given().index, ALL))) as { items: { kind: string; id: string; fields: Record<string, unknown>; text?: unknown }[] };
  test.each<[string, (clip: ReturnType<typeof sound>) => unknown]>([
    ['an author', ({ items }) => { items[0]!.fields['participantId'] = uuid(1); }],
    ['a lock', ({ items }) => { items[0]!.fields['locked'] = true; }],
    ['votes', ({ items }) => { items[1]!.fields['votes'] = [99, '']; }],
    ['an unknown kind', ({ items }) => { items[0]!.kind = 'script'; }],
    ['__proto__ as a kind', ({ items }) => { items[0]!.kind = '__proto__'; }],
    ['an unknown field', ({ items }) => { items[0]!.fields['onclick'] = 'x'; }],
    ['one id twice', ({ items }) => { items.push(items[0]!); }],
    ['no fields', ({ items }) => { items[0]!.fields = null as never; }],
    ['a text of 1,001 letters', ({ items }) => { items.find(({ kind }) => kind === 'note')!.text = 'x'.repeat(1_001); }],
    ['another version', (clip) => { Object.assign(clip, { version: 2 }); }],
    ['a picture of nothing', ({ items }) => { items.push({ kind: 'picture', id: uuid(5), fields: {} }); }],
    ['a link elsewhere', ({ items }) => { items.push({ kind: 'link', id: uuid(5), fields: { url: 'javascript:alert(1)', title: '', p: [0, 0, null] } }); }],
  ])('SEC-27, SEC-37: from a clip with %s nothing is taken', (_, spoil) => {
    const clip = sound();
    expect(readClip(JSON.stringify(clip))).toBeDefined();
    spoil(clip);
    expect(readClip(JSON.stringify(clip))).toBeUndefined();
  });
  test('SEC-27: a clip with __proto__ in it is refused', () =>
    expect(readClip('{"format":"spolupracovna-board","version":1,"items":[{"kind":"pin","id":"00000000-0000-4000-8000-000000000001","fields":{"__proto__":{"x":1},"label":"a","colour":"pink","p":[0,0,null]}}]}')).toBeUndefined());
  test('whatever stands in a clipboard is a clip or none', () => {
    fc.assert(fc.property(fc.json(), (text) => void readClip(`${text}`)));
    fc.assert(fc.property(fc.anything(), (value) => void readClip(JSON.stringify({ format: 'spolupracovna-board', version: 1, items: [value] }) ?? '')));
  });
});

describe('pasted words', () => {
  test('are a note a line', () => expect(wordsOf('  Viac zelene\r\n\r\nLavičky\n')).toEqual([{ text: 'Viac zelene', row: 0, column: 0 }, { text: 'Lavičky', row: 1, column: 0 }]));
  test('are a note a cell, where it stood', () =>
    expect(wordsOf('a\tb\n\t"dva\nriadky ""v úvodzovkách"""\n')).toEqual([{ text: 'a', row: 0, column: 0 }, { text: 'b', row: 0, column: 1 }, { text: 'dva\nriadky "v úvodzovkách"', row: 1, column: 1 }]));
  test('lose nothing, and fit into notes', () => {
    const unit = fc.constantFrom('a', ' ', '\n', '\t', '"', '😀', 'ž', '\u0000', '\r');
    fc.assert(fc.property(fc.string({ unit, maxLength: 60 }), fc.nat({ max: 1 }), (text, many) => {
      const pasted = many ? text.replaceAll('a', 'slovo '.repeat(190)) : text;
      const words = wordsOf(pasted);
      for (const word of words) expect(word.text.length).toBeLessThanOrEqual(1_000);
      const letters = (all: string) => [...all].filter((letter) => /[a-zž😀]/u.test(letter)).length;
      expect(letters(words.map((word) => word.text).join(''))).toBe(letters(pasted));
      expect(new Set(words.map(({ row, column }) => `${row} ${column}`)).size).toBe(words.length);
    }));
  });
});
