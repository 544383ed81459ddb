import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addCluster } from '@spolu/board/clusters';
import { addShape, fillShape } from '@spolu/board/drawing-edits';
import { addFrame } from '@spolu/board/frames';
import { moveItem, removeItem } from '@spolu/board/items';
import { addNote, colourNote, editNote, moveNote, putInCluster, removeNote } from '@spolu/board/notes';
import type { BoardRule } from '@spolu/contracts/boards';
import type * as Y from 'yjs';
import { givenApi, type Someone, type TestApi } from '../testing/given-api.ts';
import { givenBoard, RawDevice, Tab, type GivenBoard } from './given-board.ts';

/** What each role may do in each phase of an activity, said by hand over a real connection: a canvas of ours would not even offer it. */
let api: TestApi;
type Outcomes = Record<'own' | 'foreign' | 'staff', Record<string, string>>;
/** By phase; all at once, since each "taken" is told after a moment. */
let found: Outcomes[];
beforeAll(async () => {
  api = await givenApi();
  found = await Promise.all(PHASES.map(([, phase]) => outcomesIn(phase)));
});
afterAll(() => api?.stop());

const place = { x: 7, y: 7, frameId: null };
interface Ground {
  participantId: string | null;
  noteId: string;
  shapeId: string;
  clusterId: string;
}
/** In the order in which they are tried: what is taken away comes last. */
const OPERATIONS = {
  'a note': (doc, { participantId }) => addNote(doc, { id: randomUUID(), participantId, text: 'x', colour: 'yellow', position: place, createdAt: 1 }),
  'move it': (doc, { noteId }) => moveNote(doc, noteId, { ...place, y: 70 }),
  'write in it': (doc, { noteId }) => editNote(doc, noteId, 'inak'),
  'colour it': (doc, { noteId }) => colourNote(doc, noteId, 'pink'),
  'group it': (doc, { noteId, clusterId }) => putInCluster(doc, noteId, clusterId),
  'a shape': (doc, { participantId }) => addShape(doc, { id: randomUUID(), participantId, form: 'ellipse', position: place }),
  'move the shape': (doc, { shapeId }) => moveItem(doc, 'shape', shapeId, place),
  'fill the shape': (doc, { shapeId }) => fillShape(doc, shapeId, 'pink'),
  'a frame': (doc) => addFrame(doc, { id: `f${randomUUID().slice(0, 8)}`, title: 'Rám', position: place }),
  'remove the shape': (doc, { shapeId }) => removeItem(doc, 'shape', shapeId, 'author'),
  'remove it': (doc, { noteId }) => removeNote(doc, noteId, 'author'),
} satisfies Record<string, (doc: Y.Doc, ground: Ground) => unknown>;
type Operation = keyof typeof OPERATIONS;

/** A board on which a guest and somebody else made a note and a shape each while they could, in its next phase. */
async function givenPhase(phase: Partial<BoardRule>): Promise<{ board: GivenBoard; guest: Someone; own: Ground; foreign: Ground }> {
  const board = await givenBoard(api);
  const guest = await board.guest();
  const clusterId = randomUUID();
  const make = async (someone: Someone): Promise<Ground> => {
    const tab = await new Tab(api, someone, board.boardId).ready();
    const { participantId } = tab;
    const [noteId, shapeId] = [tab.add({ text: 'veta' }), randomUUID()];
    addShape(tab.doc, { id: shapeId, participantId, form: 'ellipse', position: { x: 1, y: 1, frameId: null } });
    await tab.saved();
    tab.close();
    return { participantId, noteId, shapeId, clusterId };
  };
  const own = await make(guest);
  const foreign = { ...(await make(await board.guest())), participantId: own.participantId };
  const staff = await new Tab(api, await board.staff(), board.boardId).ready();
  addCluster(staff.doc, { id: clusterId, title: 'Voda' });
  await staff.saved();
  staff.close();
  await board.setRule(phase);
  return { board, guest, own, foreign };
}
/** After a refusal a device begins anew, so each operation has one of its own. */
async function outcomes(board: GivenBoard, someone: Someone, ground: Ground): Promise<Record<Operation, string>> {
  const found = {} as Record<Operation, string>;
  for (const [name, operation] of Object.entries(OPERATIONS)) {
    const device = await RawDevice.at(api, someone, board.boardId);
    found[name as Operation] = await device.outcome(device.edit((doc) => operation(doc, ground)));
    device.close();
  }
  return found;
}

const [TAKEN, CLOSED, STAFF, FOREIGN, HIDDEN] = ['taken', 'board/read-only', 'board/staff-only', 'board/not-yours', 'board/hidden'];
const ALL = (outcome: string) => Object.keys(OPERATIONS).map(() => outcome);
/** What comes of each operation, in their order: of a guest with her own things, of her with somebody else's, and of who runs the session. */
const PHASES: [string, Partial<BoardRule>, Record<'own' | 'foreign' | 'staff', string[]>][] = [
  ['an open activity', {}, {
    own: [TAKEN, TAKEN, TAKEN, TAKEN, STAFF, TAKEN, TAKEN, TAKEN, STAFF, TAKEN, TAKEN],
    foreign: [TAKEN, FOREIGN, FOREIGN, FOREIGN, STAFF, TAKEN, FOREIGN, FOREIGN, STAFF, FOREIGN, FOREIGN],
    staff: ALL(TAKEN),
  }],
  ['a session that is not open', { open: false }, { own: ALL(CLOSED), foreign: ALL(CLOSED), staff: ALL(CLOSED) }],
  ['a locked board', { locked: true }, { own: ALL(CLOSED), foreign: ALL(CLOSED), staff: ALL(TAKEN) }],
  ['a hidden activity', { hidden: true }, {
    own: [HIDDEN, TAKEN, TAKEN, TAKEN, STAFF, HIDDEN, TAKEN, TAKEN, STAFF, TAKEN, TAKEN],
    foreign: [HIDDEN, FOREIGN, FOREIGN, FOREIGN, STAFF, HIDDEN, FOREIGN, FOREIGN, STAFF, FOREIGN, FOREIGN],
    staff: [HIDDEN, TAKEN, TAKEN, TAKEN, TAKEN, TAKEN, TAKEN, TAKEN, TAKEN, TAKEN, TAKEN],
  }],
  ['an anonymous activity', { anonymous: true }, {
    own: [HIDDEN, TAKEN, TAKEN, TAKEN, STAFF, HIDDEN, TAKEN, TAKEN, STAFF, TAKEN, TAKEN],
    foreign: [HIDDEN, FOREIGN, FOREIGN, FOREIGN, STAFF, HIDDEN, FOREIGN, FOREIGN, STAFF, FOREIGN, FOREIGN],
    staff: [HIDDEN, TAKEN, TAKEN, TAKEN, TAKEN, TAKEN, TAKEN, TAKEN, TAKEN, TAKEN, TAKEN],
  }],
  ['an activity where staff makes notes', { createNotes: 'staff' }, {
    own: [STAFF, TAKEN, TAKEN, TAKEN, STAFF, TAKEN, TAKEN, TAKEN, STAFF, TAKEN, TAKEN],
    foreign: [STAFF, FOREIGN, FOREIGN, FOREIGN, STAFF, TAKEN, FOREIGN, FOREIGN, STAFF, FOREIGN, FOREIGN],
    staff: ALL(TAKEN),
  }],
  ['an activity where nobody makes notes', { createNotes: 'nobody' }, {
    own: [STAFF, TAKEN, TAKEN, TAKEN, STAFF, TAKEN, TAKEN, TAKEN, STAFF, TAKEN, TAKEN],
    foreign: [STAFF, FOREIGN, FOREIGN, FOREIGN, STAFF, TAKEN, FOREIGN, FOREIGN, STAFF, FOREIGN, FOREIGN],
    staff: [STAFF, TAKEN, TAKEN, TAKEN, TAKEN, TAKEN, TAKEN, TAKEN, TAKEN, TAKEN, TAKEN],
  }],
  ['an activity where everybody groups', { groupNotes: 'everyone' }, {
    own: [TAKEN, TAKEN, TAKEN, TAKEN, TAKEN, TAKEN, TAKEN, TAKEN, STAFF, TAKEN, TAKEN],
    foreign: [TAKEN, TAKEN, FOREIGN, FOREIGN, TAKEN, TAKEN, FOREIGN, FOREIGN, STAFF, FOREIGN, FOREIGN],
    staff: ALL(TAKEN),
  }],
  ['an activity where participants draw nothing', { draw: [] }, {
    own: [TAKEN, TAKEN, TAKEN, TAKEN, STAFF, STAFF, TAKEN, TAKEN, STAFF, TAKEN, TAKEN],
    foreign: [TAKEN, FOREIGN, FOREIGN, FOREIGN, STAFF, STAFF, FOREIGN, FOREIGN, STAFF, FOREIGN, FOREIGN],
    staff: ALL(TAKEN),
  }],
];

const named = (outcomesInOrder: readonly string[]) => Object.fromEntries(Object.keys(OPERATIONS).map((name, i) => [name, outcomesInOrder[i]]));

/** Boards of their own: what one takes away nobody else could try. */
async function outcomesIn(phase: Partial<BoardRule>): Promise<Outcomes> {
  const [own, foreign, staff] = await Promise.all((['own', 'foreign', 'staff'] as const).map(async (who) => {
    const { board, guest, ...grounds } = await givenPhase(phase);
    return who === 'staff' ? outcomes(board, await board.staff(), { ...grounds.foreign, participantId: null }) : outcomes(board, guest, grounds[who]);
  }));
  return { own: own!, foreign: foreign!, staff: staff! };
}

test.each(PHASES.map(([name, , expected], i) => [name, i, expected] as const))('SEC-36: who may do what in %s', (_, i, expected) => {
  expect(found[i]).toEqual({ own: named(expected.own), foreign: named(expected.foreign), staff: named(expected.staff) });
});
