import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as Y from 'yjs';
import { addCluster } from '@spolu/board/clusters';
import { type ConnectorEnd } from '@spolu/board/connectors';
import { addConnector, addLink, addPicture, addPin, addShape, addStroke, addText } from '@spolu/board/drawing-edits';
import { readDrawingValues } from '@spolu/board/drawing-values';
import { readSeen } from '@spolu/board/drawing/seen';
import { addFrame } from '@spolu/board/frames';
import { groupItems, lastOrderIn, lockItem, removeItem, topOrderIn } from '@spolu/board/items';
import { addNote } from '@spolu/board/notes';
import { newBoard, type ItemRef } from '@spolu/board/shape';
import { checkBoard } from '@spolu/board/validation';
import type { BoardFile } from '@spolu/contracts/board-files';
import { BoardGate } from '../../boards/board-gate.ts';
import { toBoardFile } from './board-file.ts';
import { layBoard } from './lay-out.ts';
import { readImport } from './read-import.ts';

const PICTURES = new Map([['00000000-0000-4000-8000-000000000600', Buffer.from([0, 1, 2, 250, 255])]]);
const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const KINDS = ['note', 'text', 'shape', 'connector', 'stroke', 'picture', 'pin', 'link'] as const;
const things = fc.array(fc.record({
  kind: fc.constantFrom(...KINDS), x: fc.integer({ min: -500, max: 500 }), y: fc.integer({ min: -500, max: 500 }), on: fc.constantFrom(null, 'f1', 'f2', 'gone'),
  to: fc.nat({ max: 8 }), words: fc.constantFrom('', 'Viac zelene', 'dva\nriadky', 'žltý kôň 🐴'), group: fc.constantFrom(0, 0, 1, 2), locked: fc.boolean(), removed: fc.constantFrom(false, false, false, true),
}), { maxLength: 14 });
type Things = typeof things extends fc.Arbitrary<infer T> ? T : never;

function empty(): Y.Doc {
  const doc = new Y.Doc();
  newBoard(doc);
  return doc;
}

/** A board of everything, with a frame that is gone and things that hold on to one another. */
function boardOf(made: Things): Y.Doc {
  const doc = empty();
  addFrame(doc, { id: 'f1', title: 'Dnes', position: { x: 10, y: 20 }, hint: 'Čo vidíte?', layout: 'grid', columns: ['A', 'B'], rows: ['1'] });
  addFrame(doc, { id: 'f2', title: 'Zajtra', position: { x: 2_000, y: 20 } });
  addFrame(doc, { id: 'gone', title: 'Preč', position: { x: 700, y: 800 } });
  lockItem(doc, 'frame', 'f2', true);
  doc.transact(() => (doc.getMap('frames').get('gone') as Y.Map<unknown>).set('removed', true));
  addCluster(doc, { id: uuid(800), title: 'Voda' });
  const refs: ItemRef[] = [];
  made.forEach(({ kind, x, y, on, to, words, group, locked, removed }, i) => {
    const base = { id: uuid(i + 1), participantId: uuid(900), ...(group ? { groupId: uuid(700 + group) } : {}) };
    const position = { x, y, frameId: on };
    const other = refs[to];
    const end: ConnectorEnd = other && other.kind !== 'connector' && other.kind !== 'stroke' ? other : { x: x + 50, y, frameId: on };
    if (kind === 'note') addNote(doc, { ...base, text: words, colour: 'pink', position, category: words ? 'voda' : null, clusterId: to % 2 ? uuid(800) : null, createdAt: 1_000 * i });
    if (kind === 'text') addText(doc, { ...base, text: words, position, textSize: 'title' });
    if (kind === 'shape') addShape(doc, { ...base, form: 'ellipse', text: words, position, fill: 'green' });
    if (kind === 'connector') addConnector(doc, { ...base, from: position, to: end, label: 'vedie k', heads: 'both', line: 'elbow' });
    if (kind === 'stroke') addStroke(doc, { ...base, points: [x, y, x + 40, y + 10, x + 60, y], frameId: on, pen: 'thick' });
    if (kind === 'picture') addPicture(doc, { ...base, fileId: uuid(600), natural: { width: 40, height: 20 }, position, alt: 'plán' });
    if (kind === 'pin') addPin(doc, { ...base, label: 'tu', position, coordinates: { latitude: 48.7, longitude: 19.1 }, ...(other?.kind === 'note' ? { noteId: other.id } : {}) });
    if (kind === 'link') addLink(doc, { ...base, url: 'https://mesto.example/plan', title: 'Plán', position });
    if (locked) lockItem(doc, kind, base.id, true);
    if (removed) removeItem(doc, kind, base.id, 'staff');
    else refs.push({ kind, id: base.id });
  });
  groupItems(doc, refs.slice(0, 2), uuid(790));
  return doc;
}

const fileOf = (doc: Y.Doc): BoardFile => toBoardFile(readSeen(doc), { title: 'Plénum', now: new Date(0), values: readDrawingValues(doc), pictures: PICTURES });

/** As the server brings it in, gate and all. */
function broughtInto(doc: Y.Doc, bytes: string): void {
  const read = readImport(Buffer.from(bytes), { kind: 'board' });
  expect(read.faults).toEqual([]);
  if (read.kind !== 'board' || !read.file) throw new Error('no board');
  const gate = new BoardGate(doc);
  layBoard(readSeen(doc), read.file, { shared: new Set() }).steps.forEach((step, i) => {
    const made = Object.assign(new Y.Doc(), { clientID: 70 + i });
    made.transact(() => step(made, { item: topOrderIn(doc), frame: lastOrderIn(doc, 'frame'), cluster: lastOrderIn(doc, 'cluster') }));
    const update = Y.encodeStateAsUpdate(made);
    gate.checkImport(update, made.clientID);
    Y.applyUpdate(doc, update);
  });
  expect(checkBoard(doc)).toEqual([]);
}

/** Without ids and the place of the whole: things by where they lie in the stack, places from the frame. */
function same({ frames, clusters, notes, drawings }: BoardFile) {
  const origin = frames[0]!;
  const numbers = new Map<string, string>([
    ...frames.map(({ id }, i) => [id, `frame ${i}`] as const), ...clusters.map(({ id }, i) => [id, `cluster ${i}`] as const), ...[...notes, ...drawings].map(({ id, z }) => [id, `thing ${z}`] as const),
  ]);
  const groups = new Map<string, number>();
  const group = (id: unknown) => (typeof id === 'string' ? (groups.get(id) ?? groups.set(id, groups.size).get(id)) : null);
  const named = (id: unknown) => (typeof id === 'string' ? (numbers.get(id) ?? id) : id);
  const place = (value: unknown) => {
    if (!Array.isArray(value)) return value;
    const [x, y, frameId] = value as (string | number | null)[];
    if (typeof x === 'string') return [x, named(y)];
    return frameId === null ? [Number(x) - origin.x, Number(y) - origin.y, null] : [x, y, named(frameId)];
  };
  return {
    frames: frames.map(({ x, y, ...one }) => ({ ...one, id: named(one.id), x: x - origin.x, y: y - origin.y })),
    clusters: clusters.map(({ title }) => title),
    notes: [...notes].sort((a, b) => a.z - b.z).map(({ x, y, frameId, contributionId: _, ...one }) => ({ ...one, id: named(one.id), clusterId: named(one.clusterId), groupId: group(one.groupId), p: place([x, y, frameId]) })),
    drawings: [...drawings].sort((a, b) => a.z - b.z).map(({ fields, ...one }) => ({
      ...one, id: named(one.id),
      fields: { ...fields, ...(fields['groupId'] === undefined ? {} : { groupId: group(fields['groupId']) }), ...(fields['noteId'] === undefined ? {} : { noteId: named(fields['noteId']) }),
        ...Object.fromEntries(['p', 'from', 'to'].flatMap((name) => (fields[name] === undefined ? [] : [[name, place(fields[name])]]))) },
    })),
  };
}

test('a board that goes out as a file and comes in somewhere else is the same board, whatever lies on it', () => {
  fc.assert(fc.property(things, things, (made, there) => {
    const out = fileOf(boardOf(made));
    const elsewhere = there.length > 0 ? boardOf(there) : empty();
    const before = fileOf(elsewhere);
    const read = readImport(Buffer.from(JSON.stringify(out)), { kind: 'board' });
    expect(read.kind === 'board' && read.file?.pictures.map(({ id, data }) => [id, Buffer.from(data, 'base64')])).toEqual([...PICTURES]);
    broughtInto(elsewhere, JSON.stringify(out));
    const back = fileOf(elsewhere);
    const old = new Set([...before.frames, ...before.clusters, ...before.notes, ...before.drawings].map(({ id }) => id));
    const came: BoardFile = {
      ...back,
      frames: back.frames.filter(({ id }) => !old.has(id)), clusters: back.clusters.filter(({ id }) => !old.has(id)),
      notes: back.notes.filter(({ id }) => !old.has(id)), drawings: back.drawings.filter(({ id }) => !old.has(id)),
    };
    const least = Math.min(...[...came.notes, ...came.drawings].map(({ z }) => z), Infinity);
    const lower = <T extends { z: number }>(one: T): T => ({ ...one, z: one.z - (Number.isFinite(least) ? least : 0) });
    expect(same({ ...came, notes: came.notes.map(lower), drawings: came.drawings.map(lower) })).toEqual(same(out));
  }), { numRuns: 150 });
});

test('nothing about people and nothing that was removed is in the file', () => {
  const text = JSON.stringify(fileOf(boardOf([{ kind: 'shape', x: 0, y: 0, on: null, to: 0, words: 'Viac zelene', group: 0, locked: false, removed: false }, { kind: 'link', x: 0, y: 0, on: null, to: 0, words: '', group: 0, locked: false, removed: true }])));
  expect(text).toContain('Viac zelene');
  expect(text).not.toContain(uuid(900));
  expect(text).not.toContain('mesto.example');
});

test('a file of the first version comes in as it did', () => {
  const doc = boardOf([]);
  broughtInto(doc, JSON.stringify({
    format: 'spolupracovna-board', version: 1, exportedAt: '2026-01-01T00:00:00.000Z', title: 'Stará', frames: [{ id: 'a', title: 'Rám', x: 0, y: 0, width: 500, height: 400 }], clusters: [],
    notes: ['prvý', 'druhý'].map((words, i) => ({ id: uuid(i + 1), contributionId: uuid(i + 1), text: words, colour: 'blue', x: i, y: i, frameId: 'a', width: 180, height: 180, clusterId: null, createdAt: '2026-01-01T00:00:00.000Z' })),
  }));
  expect(fileOf(doc).notes.sort((a, b) => a.z - b.z)).toMatchObject([{ text: 'prvý', z: 0 }, { text: 'druhý', z: 1 }]);
});

test('a file of the second version, which only names its pictures, comes in as it did', () => {
  const { pictures: _, ...file } = fileOf(boardOf([{ kind: 'picture', x: 0, y: 0, on: null, to: 0, words: '', group: 0, locked: false, removed: false }]));
  const doc = empty();
  broughtInto(doc, JSON.stringify({ ...file, version: 2 }));
  expect(fileOf(doc).drawings).toMatchObject([{ kind: 'picture', fields: { fileId: uuid(600) } }]);
});

test('SEC-56: what is not a picture is bounded as any import, and pictures by number', () => {
  const file = fileOf(boardOf([]));
  const read = (value: unknown) => readImport(Buffer.from(JSON.stringify(value)), { kind: 'board' });
  const data = 'A'.repeat(6 * 1024 * 1024);
  expect(read({ ...file, pictures: [{ id: uuid(1), data }] }).faults).toEqual([]);
  expect(() => read({ ...file, title: data })).toThrow('too-large');
  expect(() => read({ ...file, data: '', more: Array.from({ length: 2_000_000 }, () => []) })).toThrow('too-large');
  expect(read({ ...file, pictures: Array.from({ length: 10_001 }, () => ({ id: uuid(1), data: '' })) })).toMatchObject({ file: null, faults: [{ path: 'pictures', code: 'shape' }] });
  expect(read({ ...file, pictures: [{ id: '../x', data: '' }] })).toMatchObject({ file: null, faults: [{ path: 'pictures.0.id', code: 'shape' }] });
  expect(read({ ...file, pictures: [{ id: uuid(1), data: 'A'.repeat(14 * 1024 * 1024) }] })).toMatchObject({ file: null, faults: [{ path: 'pictures.0.data', code: 'shape' }] });
});

test.each([
  ['a field of nobody', { kind: 'pin', fields: { label: 'tu', colour: 'pink', p: [0, 0, null], participantId: uuid(1) } }],
  ['an address that is none', { kind: 'link', fields: { url: 'javascript:alert(1)', title: 'x', p: [0, 0, null] } }],
  ['a line of no known kind', { kind: 'stroke', fields: { p: [0, 0, null], path: '!!', colour: 'ink', pen: 'medium' } }],
  ['words where there are none', { kind: 'pin', text: 'x', fields: { label: 'tu', colour: 'pink', p: [0, 0, null] } }],
])('SEC-56: %s is a fault, and nothing comes', (_, drawing) => {
  const file = { ...fileOf(boardOf([])), drawings: [{ id: uuid(1), z: 0, ...drawing }] };
  expect(readImport(Buffer.from(JSON.stringify(file)), { kind: 'board' })).toMatchObject({ file: null, faults: [{ code: 'shape' }] });
});
