import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as Y from 'yjs';
import { boxOf } from './boxes.ts';
import { readConnectors } from './connectors.ts';
import { addConnector, addLink, addPicture, addPin, addShape, addStroke, addText, connect, locatePin, packStroke } from './drawing-edits.ts';
import { addFrame, divideFrame, readFrames } from './frames.ts';
import { cellAt, cellsOf, divisionsOf } from './frame-cells.ts';
import { bringToFront, groupItems, lockItem, moveItem, sendToBack } from './items.ts';
import { hostOf, linkAddress, readLinks } from './links.ts';
import { addNote, readNotes } from './notes.ts';
import { readOutline } from './outline.ts';
import { readPictures } from './pictures.ts';
import { readPins } from './pins.ts';
import { newBoard, type ItemRef } from './shape.ts';
import { readShapes } from './shapes.ts';
import { decodePath, encodePath, simplify, STROKE_PATH_MAX_LENGTH, STROKE_POINTS_MAX, STROKE_SPAN_MAX } from './stroke-path.ts';
import { readStrokes } from './strokes.ts';
import { addTemplate } from './templates.ts';
import { NOTE_SIZES, noteSizeFor } from './text-fit.ts';
import { readTexts } from './texts.ts';
import { UndoHistory } from './undo-history.ts';
import { checkBoard } from './validation.ts';

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const at = (x: number, y: number) => ({ x, y, frameId: null });
function board(): Y.Doc {
  const doc = new Y.Doc();
  newBoard(doc);
  return doc;
}
const own = (n: number) => ({ id: uuid(n), participantId: uuid(900) });

describe('what is drawn', () => {
  test('is read as it was made', () => {
    const doc = board();
    addText(doc, { ...own(1), text: 'Nadpis', position: at(1, 2), textSize: 'title' });
    addShape(doc, { ...own(2), form: 'ellipse', position: at(3, 4), fill: 'green', text: 'Park' });
    addConnector(doc, { ...own(3), from: { kind: 'shape', id: uuid(2) }, to: at(9, 9), label: 'vedie k', heads: 'both', line: 'elbow' });
    addStroke(doc, { ...own(4), points: [10, 20, 30, 20, 30, 50], frameId: null, pen: 'thick', colour: 'red' });
    addPicture(doc, { ...own(5), fileId: uuid(50), natural: { width: 4_000, height: 2_000 }, position: at(0, 0), alt: 'Plán námestia', locked: true });
    addPin(doc, { ...own(6), label: 'Zastávka', position: at(7, 7), coordinates: { latitude: 48.7363, longitude: 19.1462 }, noteId: uuid(60) });
    addLink(doc, { ...own(7), url: 'https://mesto.example/plan', title: 'Územný plán', position: at(0, 0), groupId: uuid(70) });
    const base = { participantId: uuid(900), groupId: null, locked: false, removed: null };
    expect(readTexts(doc)).toMatchObject([{ ...base, id: uuid(1), text: 'Nadpis', position: at(1, 2), textSize: 'title', width: 320, colour: 'ink' }]);
    expect(readShapes(doc)).toMatchObject([{ ...base, form: 'ellipse', text: 'Park', fill: 'green', size: { width: 200, height: 120 } }]);
    expect(readConnectors(doc)).toMatchObject([{ ...base, from: { kind: 'shape', id: uuid(2) }, to: at(9, 9), label: 'vedie k', heads: 'both', line: 'elbow' }]);
    expect(readStrokes(doc)).toMatchObject([{ ...base, position: at(10, 20), points: [0, 0, 20, 0, 20, 30], size: { width: 20, height: 30 }, pen: 'thick', colour: 'red' }]);
    expect(readPictures(doc)).toMatchObject([{ ...base, locked: true, fileId: uuid(50), natural: { width: 4_000, height: 2_000 }, size: { width: 480, height: 240 }, alt: 'Plán námestia' }]);
    expect(readPins(doc)).toMatchObject([{ ...base, label: 'Zastávka', coordinates: { latitude: 48.7363, longitude: 19.1462 }, noteId: uuid(60) }]);
    expect(readLinks(doc)).toMatchObject([{ ...base, url: 'https://mesto.example/plan', title: 'Územný plán', groupId: uuid(70) }]);
    expect(checkBoard(doc)).toEqual([]);
  });

  test('stacks with the notes in one order; what is brought to the front or back keeps its order within', () => {
    const doc = board();
    const refs: ItemRef[] = [{ kind: 'note', id: uuid(1) }, { kind: 'shape', id: uuid(2) }, { kind: 'pin', id: uuid(3) }, { kind: 'note', id: uuid(4) }];
    addNote(doc, { ...own(1), text: '', colour: 'pink', position: at(0, 0), createdAt: 1 });
    addShape(doc, { ...own(2), form: 'arrow', position: at(0, 0) });
    addPin(doc, { ...own(3), label: '', position: at(0, 0) });
    addNote(doc, { ...own(4), text: '', colour: 'pink', position: at(0, 0), createdAt: 1 });
    const stack = () => [...readNotes(doc), ...readShapes(doc), ...readPins(doc)].sort((a, b) => (a.order < b.order ? -1 : 1)).map(({ id }) => Number(id.slice(-1)));
    expect(stack()).toEqual([1, 2, 3, 4]);
    const history = new UndoHistory(doc);
    history.add(bringToFront(doc, [refs[1]!, refs[0]!]));
    expect(stack()).toEqual([3, 4, 1, 2]);
    history.add(sendToBack(doc, [refs[3]!, refs[1]!]));
    expect(stack()).toEqual([4, 2, 3, 1]);
    history.undo();
    history.undo();
    expect(stack()).toEqual([1, 2, 3, 4]);
  });

  test('undoing a group, a lock and coordinates leaves a sound board', () => {
    const doc = board();
    addPin(doc, { ...own(1), label: 'P', position: at(0, 0) });
    const history = new UndoHistory(doc);
    history.add(groupItems(doc, [{ kind: 'pin', id: uuid(1) }], uuid(5)));
    history.add(lockItem(doc, 'pin', uuid(1), true));
    history.add(locatePin(doc, uuid(1), { latitude: 1, longitude: 2 }));
    expect(readPins(doc)).toMatchObject([{ groupId: uuid(5), locked: true, coordinates: { latitude: 1, longitude: 2 } }]);
    while (history.canUndo) history.undo();
    expect(readPins(doc)).toMatchObject([{ groupId: null, locked: false, coordinates: null }]);
    expect(checkBoard(doc)).toEqual([]);
  });

  test('moves and pulls in no more than 45 bytes', () => {
    const doc = Object.assign(board(), { clientID: 0xffff_fff0 });
    addStroke(doc, { ...own(1), points: [0, 0, 9, 9], frameId: null });
    addConnector(doc, { ...own(2), from: at(0, 0), to: at(5, 5) });
    const sizes: number[] = [];
    doc.on('update', (update: Uint8Array) => sizes.push(update.length));
    moveItem(doc, 'stroke', uuid(1), { x: 2480, y: -1960, frameId: 'frame1' });
    moveItem(doc, 'stroke', uuid(1), { x: 2481, y: -1960, frameId: 'frame1' });
    connect(doc, uuid(2), 'to', { x: 2480, y: 1960, frameId: 'frame1' });
    expect(Math.max(...sizes)).toBeLessThanOrEqual(45);
  });
});

describe('paths of strokes', () => {
  const coordinate = fc.nat({ max: STROKE_SPAN_MAX });
  test('are read back as they were written, in one way only', () => {
    fc.assert(fc.property(fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 200 }), (pairs) => {
      const points = pairs.flat();
      expect(decodePath(encodePath(points))).toEqual(points);
    }));
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'ABCgh_-'), maxLength: 12 }), (path) => {
      const points = decodePath(path);
      if (points) expect(encodePath(points)).toBe(path);
    }));
  });
  test.each(['', 'A', 'AAA', 'B', 'ABAA', 'gA', 'gAA', '!!', 'D', 'gggggggggA', 'A'.repeat(STROKE_PATH_MAX_LENGTH + 2), 'AA'.repeat(STROKE_POINTS_MAX + 1)])('%# of another hand are none', (path) =>
    expect(decodePath(path)).toBeUndefined());
  test('whatever was drawn fits, near what was drawn', () => {
    const wild = fc.oneof(fc.double({ min: -30_000, max: 30_000, noNaN: true }), fc.constantFrom(NaN, Infinity, -0.5));
    fc.assert(fc.property(fc.array(fc.tuple(wild, wild), { maxLength: 50 }), (pairs) => {
      const packed = packStroke(pairs.flat());
      if (!packed) return;
      const points = decodePath(packed.path);
      expect(points).toBeDefined();
      expect(points!.length).toBeLessThanOrEqual(STROKE_POINTS_MAX * 2);
    }));
    const circle = Array.from({ length: 20_000 }, (_, i) => [500 + 400 * Math.cos(i), 500 + 400 * Math.sin(i * 1.01)]).flat();
    expect(packStroke(circle)!.path.length).toBeLessThanOrEqual(STROKE_PATH_MAX_LENGTH);
  });
  test('a hand\'s curve takes an eighth of its points', () => {
    const curve = Array.from({ length: 400 }, (_, i) => [i * 2, 200 + 100 * Math.sin(i / 30)]).flat();
    expect(simplify(curve, 0.75).length).toBeLessThan(curve.length / 7);
  });
});

describe('addresses', () => {
  test.each([
    ['mesto.example', 'https://mesto.example/'], ['https://Mesto.Example/Plán 1?a=b#c', 'https://mesto.example/Pl%C3%A1n%201?a=b#c'], [' https://a.sk:8443/x ', 'https://a.sk:8443/x'],
    ['a.sk?q=1', 'https://a.sk/?q=1'],
  ])('%s leads to %s', (typed, url) => expect(linkAddress(typed)).toBe(url));
  test.each([
    'javascript:alert(1)', 'http://mesto.example/', 'data:text/html,x', 'https://user@bank.example/', 'https://bank.example@evil.example/', 'https://bank.example\\@evil.example', '//evil.example',
    'https://localhost/', 'https://127.0.0.1/', 'https:///evil.example', 'ftp://a.sk', 'https://xn--.sk/ ', 'vbscript:x', 'https://a.sk:999999/', '', 'len text', `https://a.sk/${'x'.repeat(2_000)}`,
  ])('%s leads nowhere', (typed) => expect(linkAddress(typed)).toBeUndefined());
  test('a card of another address is not made, and one that is there all the same leads nowhere', () => {
    const doc = board();
    expect(addLink(doc, { ...own(1), url: 'javascript:alert(1)', title: 'x', position: at(0, 0) })).toEqual([]);
    doc.getMap('links').set(uuid(2), new Y.Map([['url', 'javascript:alert(1)']]));
    expect(readLinks(doc)).toMatchObject([{ url: '' }]);
    expect(hostOf('https://mesto.example:8443/x')).toBe('mesto.example');
  });
});

describe('the outline', () => {
  test('tells drawings in words, frame by frame; a connector says what it connects', () => {
    const doc = board();
    addFrame(doc, { id: 'f', title: 'Park', position: { x: 0, y: 0 } });
    addNote(doc, { ...own(1), text: 'Viac zelene', colour: 'green', position: { x: 0, y: 100, frameId: 'f' }, createdAt: 1 });
    addText(doc, { ...own(2), text: 'Nadpis', position: { x: 300, y: 0, frameId: 'f' } });
    addShape(doc, { ...own(3), form: 'ellipse', position: { x: 0, y: 0, frameId: 'f' }, text: 'Jazierko' });
    addShape(doc, { ...own(4), form: 'ellipse', position: { x: 0, y: 0, frameId: 'f' } });
    addPicture(doc, { ...own(5), fileId: uuid(50), natural: { width: 10, height: 10 }, position: at(0, 0) });
    addStroke(doc, { ...own(6), points: [0, 0, 5, 5], frameId: 'f' });
    addConnector(doc, { ...own(7), from: { kind: 'note', id: uuid(1) }, to: { kind: 'shape', id: uuid(3) }, label: 'pri' });
    addConnector(doc, { ...own(8), from: { kind: 'note', id: uuid(99) }, to: at(0, 0) });
    expect(readOutline(doc).frames.map(({ frame, drawings }) => [frame?.title ?? null, drawings])).toEqual([
      ['Park', [{ kind: 'shape', id: uuid(3), words: 'Jazierko' }, { kind: 'text', id: uuid(2), words: 'Nadpis' }]],
      [null, [{ kind: 'picture', id: uuid(5), words: '' }, { kind: 'connector', id: uuid(7), words: 'pri', from: 'Viac zelene', to: 'Jazierko' }]],
    ]);
  });
});

describe('templates', () => {
  test('lie side by side as their cells do, divided where they are', () => {
    const doc = board();
    const cell = { columnSpan: 1, rowSpan: 1 };
    const sk = (text: string) => ({ text, lang: 'sk' as const });
    const { changes, frameIds } = addTemplate(doc, { frames: [
      { key: 'items', title: sk('Položky'), divided: null, column: 0, row: 0, ...cell, rowSpan: 2 },
      { key: 'matrix', title: sk('Matica'), divided: { layout: 'matrix', columns: ['málo', 'veľa'], rows: ['hore', 'dole'], hint: 'Kam patrí?', lang: 'sk' }, column: 1, row: 0, ...cell, columnSpan: 2 },
    ] }, { x: 100, y: 50 });
    const [items, matrix] = readFrames(doc);
    expect(frameIds).toEqual([items!.id, matrix!.id]);
    expect(items).toMatchObject({ title: 'Položky', layout: 'plain', position: { x: 100, y: 50 }, size: { width: 1_240, height: 1_840 } });
    expect(matrix).toMatchObject({ layout: 'matrix', columns: ['málo', 'veľa'], hint: 'Kam patrí?', position: { x: 1_420, y: 50 }, size: { width: 2_560, height: 880 } });
    expect(checkBoard(doc)).toEqual([]);
    const history = new UndoHistory(doc);
    history.add(changes);
    history.undo();
    expect(readFrames(doc)).toEqual([]);
  });
});

describe('divided frames', () => {
  test.each([['grid', 6], ['matrix', 4], ['lanes', 2], ['plain', 0]] as const)('a %s has %d parts, which lie within and side by side', (layout, count) => {
    const doc = board();
    addFrame(doc, { id: 'f', title: 'F', position: { x: 0, y: 0 }, ...divisionsOf(layout) });
    const frame = readFrames(doc)[0]!;
    const cells = cellsOf(frame);
    expect(cells).toHaveLength(count);
    for (const cell of cells) {
      expect(cell.x + cell.width).toBeLessThanOrEqual(frame.size.width + 0.01);
      expect(cell.y + cell.height).toBeLessThanOrEqual(frame.size.height + 0.01);
      expect(cellAt(frame, { x: cell.x + 1, y: cell.y + 1 })).toEqual(cell);
    }
    expect(checkBoard(doc)).toEqual([]);
  });
  test('a part says its column and row', () => {
    const doc = board();
    addFrame(doc, { id: 'f', title: 'F', position: { x: 0, y: 0 } });
    divideFrame(doc, 'f', { layout: 'matrix', columns: ['malé úsilie', 'veľké úsilie'], rows: ['veľký prínos', 'malý prínos'] });
    const frame = readFrames(doc)[0]!;
    expect(cellAt(frame, { x: frame.size.width - 10, y: 150 })).toMatchObject({ column: 'veľké úsilie', row: 'veľký prínos' });
    expect(cellAt(frame, { x: 5, y: 5 })).toBeUndefined();
  });
});

describe('sizes', () => {
  test('a note is as large as its words need', () => {
    expect(noteSizeFor('Viac zelene')).toEqual(NOTE_SIZES[0]);
    const areas = [0, 60, 200, 500, 1_000].map((length) => noteSizeFor('slovo '.repeat(length / 6)).width);
    expect(areas).toEqual([...areas].sort((a, b) => a - b));
    expect(noteSizeFor('x'.repeat(1_000))).toEqual(NOTE_SIZES.at(-2));
  });
  test('a text is as tall as its lines', () => {
    const doc = board();
    addText(doc, { ...own(1), text: 'a', position: at(5, 6) });
    addText(doc, { ...own(2), text: 'a\nb\nc', position: at(5, 6) });
    const [one, three] = readTexts(doc).map((text) => boxOf('text', text).height);
    expect(three).toBeGreaterThan(one! * 2.5);
  });
});
