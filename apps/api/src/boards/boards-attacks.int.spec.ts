import { randomUUID } from 'node:crypto';
import http from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { io } from 'socket.io-client';
import * as Y from 'yjs';
import type { BoardRule, DrawingKind, Ended, Refused, SpareAnswer } from '@spolu/contracts/boards';
import { addCluster, nameCluster, removeCluster } from '@spolu/board/clusters';
import { addConnector, addLink, addPicture, addPin, addShape, addStroke, addText, connect, fillShape } from '@spolu/board/drawing-edits';
import { addFrame, divideFrame, nameFrame } from '@spolu/board/frames';
import { groupItems, lockItem, moveItem, removeItem, writeText } from '@spolu/board/items';
import { addNote, colourNote, editNote, moveNote, noteText, putInCluster, removeNote, type NewNote } from '@spolu/board/notes';
import type { ItemRef } from '@spolu/board/shape';
import { checkBoard } from '@spolu/board/validation';
import { BoardEvent, SOCKET_PATH } from '@spolu/realtime/board-events';
import type { ProblemDocument } from '@spolu/contracts/problems';
import { encodeUpdate, UPDATE_FRAME_MAX } from '@spolu/realtime/board-frames';
import { encodePresence, encodePresences, PRESENCE_FRAME_MAX, type Presence } from '@spolu/realtime/presence-frames';
import { SocketSeats } from '../http/seats.ts';
import { SOCKET_TEXT_MAX } from '../http/socket-adapter.ts';
import { givenApi, type Someone, type TestApi } from '../testing/given-api.ts';
import { MESSAGES_BURST } from './seat.ts';
import { BoardHubs } from './board-hubs.ts';
import { STRAY_MESSAGES_MAX } from './boards.gateway.ts';
import { givenBoard, RawDevice, socketOf, Tab, type GivenBoard } from './given-board.ts';

let api: TestApi;
let hubs: BoardHubs;
const open: { close(): void }[] = [];

beforeAll(async () => {
  api = await givenApi();
  hubs = api.app.get(BoardHubs, { strict: false });
});
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});
afterAll(() => api.stop());

async function attacker(board: GivenBoard, someone?: Someone): Promise<RawDevice & { participantId: string }> {
  const guest = someone ?? (await board.guest());
  const device = await RawDevice.at(api, guest, board.boardId);
  open.push(device);
  return Object.assign(device, { participantId: guest.participants[0]?.id ?? '' });
}
async function tab(board: GivenBoard, someone: Someone): Promise<Tab> {
  const made = new Tab(api, someone, board.boardId);
  open.push(made);
  return made.ready();
}
const stateOf = async (board: GivenBoard) => (await hubs.open(board.boardId)).read((doc) => Buffer.from(Y.encodeStateAsUpdate(doc)));
const newNote = (participantId: string | null, change: Partial<NewNote> = {}): NewNote => ({
  id: randomUUID(), participantId, text: 'x', colour: 'yellow', position: { x: 0, y: 0, frameId: null }, createdAt: 1, ...change,
});

/** Something of each kind, made by this person. */
function drawAll(doc: Y.Doc, participantId: string | null): Record<DrawingKind, string> {
  const id = () => randomUUID();
  const ids: Record<DrawingKind, string> = { text: id(), shape: id(), connector: id(), stroke: id(), picture: id(), pin: id(), link: id() };
  const made = (kind: DrawingKind) => ({ id: ids[kind], participantId });
  const position = { x: 1, y: 1, frameId: null };
  addText(doc, { ...made('text'), text: 'nadpis', position });
  addShape(doc, { ...made('shape'), form: 'ellipse', position });
  addConnector(doc, { ...made('connector'), from: { kind: 'shape', id: ids.shape }, to: position });
  addStroke(doc, { ...made('stroke'), points: [0, 0, 50, 50], frameId: null });
  addPicture(doc, { ...made('picture'), fileId: id(), natural: { width: 30, height: 30 }, position });
  addPin(doc, { ...made('pin'), label: 'tu', position });
  addLink(doc, { ...made('link'), url: 'https://mesto.example/', title: 'mesto', position });
  return ids;
}

/** A board with a note and drawings of somebody else on it. */
async function givenForeignNote(rule: Partial<BoardRule> = {}) {
  const board = await givenBoard(api, rule);
  const victim = await tab(board, await board.guest());
  const noteId = victim.add({ text: 'cudzia veta' });
  const drawn = drawAll(victim.doc, victim.participantId);
  const clusterId = randomUUID();
  const staff = await tab(board, await board.staff());
  await victim.saved();
  await staff.until(({ notes }) => notes.length === 1);
  addCluster(staff.doc, { id: clusterId, title: 'Voda' });
  await staff.saved();
  return { board, noteId, drawn, clusterId, frameId: board.frames[0]!.id };
}
type Ground = Awaited<ReturnType<typeof givenForeignNote>>;

const rawMap = (doc: Y.Doc, root: string) => doc.getMap<unknown>(root);
const fieldsOf = (doc: Y.Doc, noteId: string) => rawMap(doc, 'notes').get(noteId) as Y.Map<unknown>;
const drawnFields = (doc: Y.Doc, kind: DrawingKind, id: string) => rawMap(doc, `${kind}s`).get(id) as Y.Map<unknown>;
const place = { x: 0, y: 0, frameId: null };
const refsOf = (drawn: Record<DrawingKind, string>): ItemRef[] => Object.entries(drawn).map(([kind, id]) => ({ kind: kind as DrawingKind, id }));

function nestedMaps(doc: Y.Doc, count: number): void {
  let inside = new Y.Map<unknown>();
  rawMap(doc, 'notes').set(randomUUID(), inside);
  for (let depth = 0; depth < count; depth++) {
    const next = new Y.Map<unknown>();
    inside.set('colour', next);
    inside = next;
  }
}

/** What a device might send that it may not, by what it does to its own document first. */
const ATTACKS: [string, string, (doc: Y.Doc, ground: Ground & { participantId: string }) => unknown][] = [
  ['SEC-36: a note in somebody else\'s name', 'board/not-yours', (doc) => addNote(doc, newNote(randomUUID()))],
  ['SEC-36: a note in nobody\'s name', 'board/not-yours', (doc) => addNote(doc, newNote(null))],
  ['SEC-36: a note that takes another contribution', 'board/invalid-change', (doc, { participantId }) => addNote(doc, newNote(participantId, { contributionId: randomUUID() }))],
  ['SEC-36: moving a foreign note', 'board/not-yours', (doc, { noteId }) => moveNote(doc, noteId, { x: 9, y: 9, frameId: null })],
  ['SEC-36: colouring a foreign note', 'board/not-yours', (doc, { noteId }) => colourNote(doc, noteId, 'pink')],
  ['SEC-36: removing a foreign note', 'board/not-yours', (doc, { noteId }) => removeNote(doc, noteId, 'author')],
  ['SEC-36: removing a foreign note as staff would', 'board/not-yours', (doc, { noteId }) => removeNote(doc, noteId, 'staff')],
  ['SEC-36: typing into a foreign note', 'board/not-yours', (doc, { noteId }) => editNote(doc, noteId, 'cudzia veta, skrivená')],
  ['SEC-36: emptying a foreign text, an update that only deletes', 'board/not-yours', (doc, { noteId }) => noteText(doc, noteId)!.delete(0, 6)],
  ['SEC-36: a foreign note taken out of the document, deletions only', 'board/invalid-change', (doc, { noteId }) => rawMap(doc, 'notes').delete(noteId)],
  ['SEC-36: a field of a foreign note emptied, deletions only', 'board/invalid-change', (doc, { noteId }) => fieldsOf(doc, noteId).delete('p')],
  ['SEC-36: a foreign note\'s author changed', 'board/invalid-change', (doc, { noteId, participantId }) => fieldsOf(doc, noteId).set('participantId', participantId)],
  ['SEC-36: a foreign note\'s contribution changed', 'board/invalid-change', (doc, { noteId }) => fieldsOf(doc, noteId).set('contributionId', randomUUID())],
  ['SEC-36: a foreign note replaced under its id', 'board/invalid-change', (doc, { noteId }) => rawMap(doc, 'notes').set(noteId, new Y.Map())],
  ['SEC-36: a foreign text replaced', 'board/invalid-change', (doc, { noteId }) => fieldsOf(doc, noteId).set('text', new Y.Text('iné'))],
  ['SEC-36: grouping where only staff groups', 'board/staff-only', (doc, { noteId, clusterId }) => putInCluster(doc, noteId, clusterId)],
  ['SEC-36: a cluster where only staff makes them', 'board/staff-only', (doc) => addCluster(doc, { id: randomUUID(), title: 'Moje' })],
  ['SEC-36: a frame', 'board/staff-only', (doc) => addFrame(doc, { id: 'mine', title: 'Moje', position: { x: 0, y: 0 } })],
  ['SEC-36: another frame\'s title', 'board/staff-only', (doc, { frameId }) => nameFrame(doc, frameId, 'Moje')],
  ['SEC-37: an unknown root', 'board/invalid-change', (doc) => rawMap(doc, 'mine').set('x', 1)],
  ['SEC-37: the board\'s version', 'board/invalid-change', (doc) => rawMap(doc, 'board').set('schemaVersion', 2)],
  ['SEC-37: a root as a list', 'board/invalid-change', (doc) => doc.getArray('list').push([1])],
  ['SEC-37: a note that is no map', 'board/invalid-change', (doc) => rawMap(doc, 'notes').set(randomUUID(), 'text')],
  ['SEC-37: a note without its fields', 'board/invalid-change', (doc) => rawMap(doc, 'notes').set(randomUUID(), new Y.Map([['colour', 'pink']]))],
  ['SEC-37: a note with a field too many', 'board/invalid-change', (doc, { participantId }) => {
    const note = newNote(participantId);
    addNote(doc, note);
    fieldsOf(doc, note.id).set('votes', [3, 'Voda']);
  }],
  ['SEC-37: an id that is none', 'board/invalid-change', (doc, { participantId }) => addNote(doc, newNote(participantId, { id: 'note-1' }))],
  ['SEC-37: a text of 1,001 letters', 'board/too-long', (doc, { participantId }) => addNote(doc, newNote(participantId, { text: 'x'.repeat(1_001) }))],
  ['SEC-37: a control character in a text', 'board/invalid-change', (doc, { participantId }) => addNote(doc, newNote(participantId, { text: 'a\u0000b' }))],
  ['SEC-37: coordinates that are no numbers', 'board/invalid-change', (doc, { participantId }) => addNote(doc, newNote(participantId, { position: { x: Number.NaN, y: 0, frameId: null } }))],
  ['SEC-37: a colour that is none', 'board/invalid-change', (doc, { participantId }) => addNote(doc, newNote(participantId, { colour: 'black' as 'pink' }))],
  ['SEC-37: formatted text', 'board/invalid-change', (doc, { participantId }) => {
    const note = newNote(participantId);
    addNote(doc, note);
    noteText(doc, note.id)!.format(0, 1, { bold: true });
  }],
  ['SEC-37: a picture in a text', 'board/invalid-change', (doc, { participantId }) => {
    const note = newNote(participantId);
    addNote(doc, note);
    noteText(doc, note.id)!.insertEmbed(0, { image: 'http://example.org/x.png' });
  }],
  ['SEC-37: a map within a note', 'board/invalid-change', (doc, { participantId }) => {
    const note = newNote(participantId);
    addNote(doc, note);
    fieldsOf(doc, note.id).set('size', new Y.Map());
  }],
  ['SEC-37: 20,000 maps within each other', 'board/too-large', (doc) => nestedMaps(doc, 20_000)],
  ['SEC-37: 5,000 maps within each other', 'board/invalid-change', (doc) => nestedMaps(doc, 5_000)],
  ['SEC-37: a value nested 2,000 deep', 'board/invalid-change', (doc, { participantId }) => {
    const note = newNote(participantId);
    addNote(doc, note);
    let deep: unknown = 1;
    for (let depth = 0; depth < 2_000; depth++) deep = [deep];
    fieldsOf(doc, note.id).set('p', deep);
  }],
  ['SEC-37: a document within the document', 'board/invalid-change', (doc) => rawMap(doc, 'notes').set(randomUUID(), new Y.Doc())],
  ['SEC-36: drawings in somebody else\'s name', 'board/not-yours', (doc) => drawAll(doc, randomUUID())],
  ['SEC-36: drawings in nobody\'s name', 'board/not-yours', (doc) => drawAll(doc, null)],
  ['SEC-36: moving a foreign shape', 'board/not-yours', (doc, { drawn }) => moveItem(doc, 'shape', drawn.shape, { x: 9, y: 9, frameId: null })],
  ['SEC-36: filling a foreign shape', 'board/not-yours', (doc, { drawn }) => fillShape(doc, drawn.shape, 'pink')],
  ['SEC-36: writing into a foreign shape', 'board/not-yours', (doc, { drawn }) => writeText(doc, 'shape', drawn.shape, 'iné')],
  ['SEC-36: writing into a foreign text', 'board/not-yours', (doc, { drawn }) => writeText(doc, 'text', drawn.text, 'skrivený nadpis')],
  ['SEC-36: emptying a foreign text box, an update that only deletes', 'board/not-yours', (doc, { drawn }) => (drawnFields(doc, 'text', drawn.text).get('text') as Y.Text).delete(0, 3)],
  ['SEC-36: pulling a foreign connector elsewhere', 'board/not-yours', (doc, { drawn }) => connect(doc, drawn.connector, 'to', { x: 5, y: 5, frameId: null })],
  ['SEC-36: removing a foreign stroke', 'board/not-yours', (doc, { drawn }) => removeItem(doc, 'stroke', drawn.stroke, 'author')],
  ['SEC-36: binding foreign drawings together', 'board/not-yours', (doc, { drawn }) => groupItems(doc, refsOf(drawn), randomUUID())],
  ['SEC-36: a foreign drawing taken out of the document, deletions only', 'board/invalid-change', (doc, { drawn }) => rawMap(doc, 'pins').delete(drawn.pin)],
  ['SEC-36: a field of a foreign drawing emptied, deletions only', 'board/invalid-change', (doc, { drawn }) => drawnFields(doc, 'stroke', drawn.stroke).delete('path')],
  ['SEC-36: a foreign stroke drawn anew', 'board/invalid-change', (doc, { drawn }) => drawnFields(doc, 'stroke', drawn.stroke).set('path', 'AAAA')],
  ['SEC-36: another address under a foreign title', 'board/invalid-change', (doc, { drawn }) => drawnFields(doc, 'link', drawn.link).set('url', 'https://evil.example/')],
  ['SEC-36: another file in a foreign picture', 'board/invalid-change', (doc, { drawn }) => drawnFields(doc, 'picture', drawn.picture).set('fileId', randomUUID())],
  ['SEC-36: a foreign drawing\'s author changed', 'board/invalid-change', (doc, { drawn, participantId }) => drawnFields(doc, 'pin', drawn.pin).set('participantId', participantId)],
  ['SEC-36: locking one\'s own note, which is a facilitator\'s', 'board/staff-only', (doc, { participantId }) => addNote(doc, newNote(participantId, { locked: true }))],
  ['SEC-36: locking a foreign note', 'board/staff-only', (doc, { noteId }) => lockItem(doc, 'note', noteId, true)],
  ['SEC-36: dividing a frame', 'board/staff-only', (doc, { frameId }) => divideFrame(doc, frameId, { layout: 'matrix', columns: ['a', 'b'], rows: ['c', 'd'] })],
  ['SEC-36: a new thing removed as staff would', 'board/invalid-change', (doc, { participantId }) => {
    const note = newNote(participantId);
    addNote(doc, note);
    fieldsOf(doc, note.id).set('removed', 'staff');
  }],
  ['votes on one\'s own note', 'board/invalid-change', (doc, { participantId }) => {
    const note = newNote(participantId);
    addNote(doc, note);
    fieldsOf(doc, note.id).set('votes', [3, 'Voda']);
  }],
  ['votes on a foreign note', 'board/invalid-change', (doc, { noteId }) => fieldsOf(doc, noteId).set('votes', [3, 'Voda'])],
  ['votes on a cluster', 'board/invalid-change', (doc, { clusterId }) => (rawMap(doc, 'clusters').get(clusterId) as Y.Map<unknown>).set('votes', [3, 'Voda'])],
  ...([
    ['a link that runs a script', 'link', { url: 'javascript:alert(1)' }], ['a link without https', 'link', { url: 'http://mesto.example/' }], ['a link with a user in it', 'link', { url: 'https://bank.example@evil.example/' }],
    ['a link of 2,001 letters', 'link', { url: `https://mesto.example/${'x'.repeat(2_000)}` }], ['a title of 121 letters', 'link', { title: 'x'.repeat(121) }], ['a line end in a title', 'link', { title: 'a\nb' }],
    ['a stroke that is no path', 'stroke', { path: 'nie je' }], ['a stroke of 4,002 letters', 'stroke', { path: 'AA'.repeat(2_001) }], ['a stroke of 1,001 points', 'stroke', { path: 'AA'.repeat(1_001) }],
    ['a stroke as bytes', 'stroke', { path: new Uint8Array([1, 2, 3]) }], ['a stroke that leaves the board', 'stroke', { path: 'g//+A' }], ['a pen that is none', 'stroke', { pen: 'wide' }],
    ['a form that is none', 'shape', { form: 'skull' }], ['a colour by its numbers', 'shape', { fill: '#ff0000' }], ['a shape larger than the board', 'shape', { size: [1e9, 10] }], ['a size without end', 'shape', { size: [Infinity, 10] }],
    ['an end at an unknown kind', 'connector', { from: ['script', randomUUID()] }], ['an end at a connector', 'connector', { from: ['connector', randomUUID()] }], ['an end at __proto__', 'connector', { to: ['note', '__proto__'] }],
    ['an end in no place', 'connector', { to: [NaN, 0, null] }], ['a head that is none', 'connector', { heads: 'skull' }],
    ['a picture by address', 'picture', { fileId: 'https://evil.example/x.png' }], ['a picture without size', 'picture', { natural: [0, 0] }],
    ['a pin beyond the poles', 'pin', { coordinates: [91, 0] }], ['a pin explained by no note', 'pin', { noteId: 'x' }], ['a text size that is none', 'text', { textSize: 'huge' }], ['a group that is none', 'text', { groupId: 'x' }],
  ] as [string, DrawingKind, Record<string, unknown>][]).map(([what, kind, fields]): (typeof ATTACKS)[number] => [`SEC-37: ${what}`, 'board/invalid-change', (doc, { participantId }) => {
    const id = drawAll(doc, participantId)[kind];
    for (const [name, value] of Object.entries(fields)) drawnFields(doc, kind, id).set(name, value);
  }]),
  ['SEC-37: a text box of 1,001 letters', 'board/too-long', (doc, { participantId }) => addText(doc, { id: randomUUID(), participantId, text: 'x'.repeat(1_001), position: place })],
  ['SEC-27: __proto__ as a note', 'board/invalid-change', (doc) => rawMap(doc, 'notes').set('__proto__', new Y.Map([['colour', 'pink']]))],
  ['SEC-27: __proto__ as a field', 'board/invalid-change', (doc, { participantId }) => {
    const note = newNote(participantId);
    addNote(doc, note);
    fieldsOf(doc, note.id).set('__proto__', 'polluted');
  }],
  ['SEC-27: __proto__ within a value', 'board/invalid-change', (doc, { participantId }) => {
    const note = newNote(participantId);
    addNote(doc, note);
    fieldsOf(doc, note.id).set('size', JSON.parse('{"__proto__": {"polluted": true}}'));
  }],
];

describe('SEC-34: what a participant\'s device may not send is refused, and the board stays as it was', () => {
  /** The ways by which a change reaches the board; what a device takes in from a clipboard or a file goes the first of them. */
  const PATHS: [string, (board: GivenBoard, attack: (doc: Y.Doc, participantId: string) => unknown) => Promise<{ device: RawDevice; update: Uint8Array }>][] = [
    ['as it is made', async (board, attack) => {
      const device = await attacker(board);
      return { device, update: device.edit((doc) => attack(doc, device.participantId)) };
    }],
    ['behind an honest change in one update', async (board, attack) => {
      const device = await attacker(board);
      return { device, update: device.edit((doc) => {
        addNote(doc, newNote(device.participantId));
        attack(doc, device.participantId);
      }) };
    }],
    ['made offline, under the id of an earlier visit', async (board, attack) => {
      const someone = await board.guest();
      const first = await attacker(board, someone);
      const update = first.edit((doc) => attack(doc, first.participantId));
      first.close();
      return { device: await attacker(board, someone), update };
    }],
    ['after coming back with the copy it had', async (board, attack) => {
      const someone = await board.guest();
      const first = await attacker(board, someone);
      first.close();
      const device = new RawDevice(api, someone);
      open.push(device);
      Y.applyUpdate(device.doc, Y.encodeStateAsUpdate(first.doc));
      const { clientId, durable } = first.welcome;
      await device.join({ boardId: board.boardId, kept: { clientId: clientId!, clock: Y.getState(first.doc.store, clientId!), durable } });
      return { device, update: device.edit((doc) => attack(doc, first.participantId)) };
    }],
  ];
  describe.each(PATHS)('%s', (_path, send) => {
    // What is refused leaves no trace, so one board does for all.
    let ground: Ground;
    beforeAll(async () => {
      ground = await givenForeignNote();
    });
    test.each(ATTACKS)('%s', async (_what, code, attack) => {
      const before = await stateOf(ground.board);
      const { device, update } = await send(ground.board, (doc, participantId) => attack(doc, { ...ground, participantId }));
      expect(await device.outcome(update)).toBe(code);
      expect((await stateOf(ground.board)).equals(before)).toBe(true);
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    });
  });

  const PHASES: [string, string, Partial<BoardRule>][] = [
    ['a closed session', 'board/read-only', { open: false }],
    ['a locked board', 'board/read-only', { locked: true }],
    ['a hidden activity', 'board/hidden', { hidden: true }],
    ['an anonymous activity', 'board/hidden', { anonymous: true }],
    ['an activity where only staff makes notes', 'board/staff-only', { createNotes: 'staff' }],
    ['an activity where nobody makes notes', 'board/staff-only', { createNotes: 'nobody' }],
  ];
  test.each(PHASES)('SEC-36: a note in %s', async (_, code, rule) => {
    const board = await givenBoard(api, rule);
    const device = await attacker(board);
    const before = await stateOf(board);
    expect(await device.outcome(device.edit((doc) => addNote(doc, newNote(device.participantId))))).toBe(code);
    expect((await stateOf(board)).equals(before)).toBe(true);
  });

  test('SEC-36: not even staff makes notes on the canvas while they are hidden or anonymous', async () => {
    for (const rule of [{ hidden: true }, { anonymous: true }]) {
      const board = await givenBoard(api, rule);
      const device = await attacker(board, await board.staff());
      expect(await device.outcome(device.edit((doc) => addNote(doc, newNote(null))))).toBe('board/hidden');
    }
  });

  test('SEC-36: grouping for everybody lets foreign notes be moved and grouped, and no more', async () => {
    const { board, noteId, clusterId } = await givenForeignNote({ groupNotes: 'everyone' });
    const device = await attacker(board);
    expect(await device.outcome(device.edit((doc) => moveNote(doc, noteId, { x: 5, y: 5, frameId: null })))).toBe('taken');
    expect(await device.outcome(device.edit((doc) => putInCluster(doc, noteId, clusterId)))).toBe('taken');
    expect(await device.outcome(device.edit((doc) => editNote(doc, noteId, 'iné')))).toBe('board/not-yours');
  });

  test.each<[DrawingKind, string, Partial<BoardRule>]>([
    ['shape', 'board/staff-only', { draw: [] }], ['pin', 'board/staff-only', { draw: ['shape'] }], ['stroke', 'board/hidden', { hidden: true }], ['text', 'board/hidden', { anonymous: true }],
    ['link', 'board/read-only', { locked: true }], ['connector', 'board/read-only', { open: false }],
  ])('SEC-36: a %s is refused with %s under %j; staff draws where anybody may work', async (kind, code, rule) => {
    const board = await givenBoard(api, rule);
    const device = await attacker(board);
    const before = await stateOf(board);
    const update = device.edit((doc) => {
      const scratch = new Y.Doc();
      drawAll(scratch, device.participantId);
      const [[id, fields]] = [...scratch.getMap<Y.Map<unknown>>(`${kind}s`)] as [[string, Y.Map<unknown>]];
      rawMap(doc, `${kind}s`).set(id, fields.clone());
    });
    expect(await device.outcome(update)).toBe(code);
    expect((await stateOf(board)).equals(before)).toBe(true);
    const staff = await attacker(board, await board.staff());
    expect(await staff.outcome(staff.edit((doc) => drawAll(doc, null)))).toBe(rule.open === false ? 'board/read-only' : 'taken');
  });

  test('SEC-36: what staff locked, its author neither moves nor writes nor removes nor unlocks; others who group do not move it', async () => {
    const board = await givenBoard(api, { groupNotes: 'everyone' });
    const someone = await board.guest();
    const author = await attacker(board, someone);
    const note = newNote(author.participantId);
    expect(await author.outcome(author.edit((doc) => addNote(doc, note)))).toBe('taken');
    const staff = await attacker(board, await board.staff());
    expect(await staff.outcome(staff.edit((doc) => lockItem(doc, 'note', note.id, true)))).toBe('taken');
    const tries: ((doc: Y.Doc) => unknown)[] = [
      (doc) => moveNote(doc, note.id, { x: 5, y: 5, frameId: null }), (doc) => editNote(doc, note.id, 'iné'), (doc) => removeNote(doc, note.id, 'author'), (doc) => lockItem(doc, 'note', note.id, false),
      (doc) => groupItems(doc, [{ kind: 'note', id: note.id }], randomUUID()),
    ];
    for (const attempt of tries) {
      for (const who of [someone, await board.guest()]) {
        const device = await attacker(board, who);
        expect(await device.outcome(device.edit(attempt))).toBe('board/locked');
        device.close();
      }
    }
    expect(await staff.outcome(staff.edit((doc) => moveNote(doc, note.id, { x: 5, y: 5, frameId: null })))).toBe('taken');
  });

  test('SEC-36: on a frame that staff locked nobody else puts, moves, writes, binds, joins or removes anything, nor takes it away; staff goes on there', async () => {
    const board = await givenBoard(api, { groupNotes: 'everyone' });
    const frameId = board.frames[0]!.id;
    const someone = await board.guest();
    const author = await attacker(board, someone);
    const there = newNote(author.participantId, { position: { x: 40, y: 40, frameId } });
    const elsewhere = newNote(author.participantId, { position: { x: -5_000, y: 0, frameId: null } });
    for (const note of [there, elsewhere]) expect(await author.outcome(author.edit((doc) => addNote(doc, note)))).toBe('taken');
    const staff = await attacker(board, await board.staff());
    const clusterId = randomUUID();
    for (const edit of [(doc: Y.Doc) => addCluster(doc, { id: clusterId, title: 'Voda' }), (doc: Y.Doc) => putInCluster(doc, there.id, clusterId), (doc: Y.Doc) => lockItem(doc, 'frame', frameId, true)]) {
      expect(await staff.outcome(staff.edit(edit))).toBe('taken');
    }
    const tries: ((doc: Y.Doc, participantId: string) => unknown)[] = [
      (doc, participantId) => addNote(doc, newNote(participantId, { position: { x: 40, y: 40, frameId } })),
      (doc, participantId) => addNote(doc, newNote(participantId, { position: { x: 40, y: 40, frameId: null } })),
      (doc, participantId) => addConnector(doc, { id: randomUUID(), participantId, from: { kind: 'note', id: there.id }, to: { x: -5_000, y: 0, frameId: null } }),
      (doc, participantId) => addNote(doc, newNote(participantId, { position: { x: -6_000, y: 0, frameId: null }, clusterId })),
      (doc) => moveNote(doc, there.id, { x: -4_000, y: 5, frameId: null }), (doc) => moveNote(doc, elsewhere.id, { x: 40, y: 40, frameId }), (doc) => editNote(doc, there.id, 'iné'),
      (doc) => removeNote(doc, there.id, 'author'), (doc) => groupItems(doc, [{ kind: 'note', id: there.id }], randomUUID()), (doc) => putInCluster(doc, there.id, null),
      (doc) => putInCluster(doc, elsewhere.id, clusterId), (doc) => nameCluster(doc, clusterId, 'iné'), (doc) => removeCluster(doc, clusterId),
    ];
    for (const attempt of tries) {
      for (const who of [someone, await board.guest()]) {
        const device = await attacker(board, who);
        const before = await stateOf(board);
        expect(await device.outcome(device.edit((doc) => attempt(doc, device.participantId)))).toMatch(/^board\/(locked|not-yours)$/);
        expect((await stateOf(board)).equals(before)).toBe(true);
        device.close();
      }
      const device = await attacker(board, someone);
      expect(await device.outcome(device.edit((doc) => attempt(doc, device.participantId)))).toBe('board/locked');
      device.close();
    }
    expect(await author.outcome(author.edit((doc) => editNote(doc, elsewhere.id, 'mimo nej áno')))).toBe('taken');
    expect(await staff.outcome(staff.edit((doc) => moveNote(doc, there.id, { x: 50, y: 50, frameId })))).toBe('taken');
  });

  test('a refusal names what it is about', async () => {
    const { board, drawn } = await givenForeignNote();
    const device = await attacker(board);
    const refused = new Promise<Refused>((resolve) => device.socket.once(BoardEvent.refused, resolve));
    device.send(device.edit((doc) => moveItem(doc, 'shape', drawn.shape, { x: 9, y: 9, frameId: null })));
    expect((await refused).problem).toMatchObject({ code: 'board/not-yours', facts: { kind: 'shape', id: drawn.shape } });
  });

  test('SEC-36: what staff took away, its author does not bring back', async () => {
    const board = await givenBoard(api);
    const [author, staff] = [await attacker(board), await tab(board, await board.staff())];
    const note = newNote(author.participantId);
    expect(await author.outcome(author.edit((doc) => addNote(doc, note)))).toBe('taken');
    await staff.until(({ notes }) => notes.length === 1);
    const gone = new Promise<void>((resolve) => author.doc.on('update', () => resolve()));
    removeNote(staff.doc, note.id, 'staff');
    await staff.saved();
    await gone;
    expect(await author.outcome(author.edit((doc) => fieldsOf(doc, note.id).set('removed', null)))).toBe('board/not-yours');
  });
});

describe('SEC-35: client ids', () => {
  test('another\'s id, an id nobody leased, an id beyond all, and the server\'s own are refused', async () => {
    const board = await givenBoard(api);
    const [victim, device] = [await attacker(board), await attacker(board)];
    const [server] = await api.database.query<{ id: string }[]>('select client_id as id from board_client where board_id = $1 and server', [board.boardId]);
    for (const clientID of [victim.welcome.clientId!, 4_000_000_001, 2 ** 45, Number(server!.id)]) {
      const own = await attacker(board);
      own.doc.clientID = clientID;
      expect(await own.outcome(own.edit((doc) => addNote(doc, newNote(own.participantId))))).toBe('board/not-yours');
    }
    expect(await device.outcome(device.edit((doc) => addNote(doc, newNote(device.participantId))))).toBe('taken');
    expect(device.welcome.clientId).toBeLessThanOrEqual(0xffff_ffff);
  });

  test('an id from an earlier visit still is hers', async () => {
    const board = await givenBoard(api);
    const someone = await board.guest();
    const first = await attacker(board, someone);
    const note = newNote(first.participantId);
    const late = first.edit((doc) => addNote(doc, note));
    first.close();
    const second = await attacker(board, someone);
    expect(second.welcome.clientId).not.toBe(first.welcome.clientId);
    expect(await second.outcome(late)).toBe('taken');
  });
});

describe('SEC-35: the client id for a visit without a network', () => {
  const spareOf = async (device: RawDevice) => (await device.ask(BoardEvent.spare, { channel: device.welcome.channel })) as SpareAnswer;

  test('is hers, used by nobody, one for each seat; what was written under it comes with a later visit', async () => {
    const board = await givenBoard(api);
    const someone = await board.guest();
    const first = await attacker(board, someone);
    const spare = await spareOf(first);
    expect(spare).toEqual({ ok: true, clientId: expect.any(Number) });
    expect(await spareOf(first)).toEqual(spare);
    const clientId = (spare as { clientId: number }).clientId;
    expect(clientId).not.toBe(first.welcome.clientId);
    first.close();
    const later = await attacker(board, someone);
    const own = later.doc.clientID;
    later.doc.clientID = clientId;
    const update = later.edit((doc) => addNote(doc, newNote(later.participantId)));
    later.doc.clientID = own;
    const thief = await attacker(board);
    expect(await thief.outcome(update)).toBe('board/not-yours');
    expect(await later.outcome(update)).toBe('taken');
  });

  test('is given at a seat alone, and to nobody who may never write', async () => {
    const board = await givenBoard(api);
    const device = await attacker(board);
    const ended = new Promise<void>((resolve) => device.socket.once('disconnect', () => resolve()));
    for (const ask of [{ channel: 4_711 }, { channel: -1 }, {}, null]) for (let i = 0; i <= STRAY_MESSAGES_MAX / 4 + 1; i++) device.socket.emit(BoardEvent.spare, ask, () => undefined);
    await ended;
    const [{ count } = { count: '' }] = await api.database.query<{ count: string }[]>(
      'select count(*) from board_client where board_id = $1 and participant_id = $2', [board.boardId, device.participantId],
    );
    expect(Number(count)).toBe(1);
  });
});

describe('SEC-38: nothing waits in the document', () => {
  test('an update without what it follows on, and deletions of what is not there', async () => {
    const board = await givenBoard(api);
    const device = await attacker(board);
    const note = newNote(device.participantId);
    device.edit((doc) => addNote(doc, note));
    const before = await stateOf(board);
    expect(await device.outcome(device.edit((doc) => moveNote(doc, note.id, { x: 1, y: 1, frameId: null })))).toBe('board/resync');
    const again = await attacker(board);
    // A delete set for structs that nobody has: no structs; one client, one range.
    const clientId = again.welcome.clientId!;
    const varint = (value: number) => {
      const bytes: number[] = [];
      for (let rest = value; ; rest = Math.floor(rest / 128)) {
        bytes.push(rest > 127 ? (rest % 128) | 128 : rest);
        if (rest <= 127) return bytes;
      }
    };
    expect(await again.outcome(Uint8Array.from([0, 1, ...varint(clientId), 1, ...varint(50), ...varint(10)]))).toBe('board/resync');
    expect((await stateOf(board)).equals(before)).toBe(true);
    expect((await hubs.open(board.boardId)).read((doc) => [doc.store.pendingStructs, doc.store.pendingDs])).toEqual([null, null]);
  });
});

describe('SEC-41: read-only means read-only', () => {
  test('an observer\'s raw messages change nothing and reach nobody', async () => {
    const { board, noteId } = await givenForeignNote();
    const observer = await attacker(board, await api.person({ roles: [{ scope: 'session', scopeId: board.sessionId, role: 'observer' }] }));
    expect(observer.welcome).toMatchObject({ clientId: null, rights: { write: false } });
    const watcher = await tab(board, await board.guest());
    // Who is there is told a moment later.
    await watcher.until(({ state }) => state.people.some(({ slot }) => slot === state.slot));
    const heard: unknown[] = [];
    watcher.socket.onAny((event: string, ...args: unknown[]) => heard.push([event, args]));
    const before = await stateOf(board);
    const update = observer.edit((doc) => moveNote(doc, noteId, { x: 1, y: 2, frameId: null }));
    const { channel } = observer.welcome;
    observer.socket.emit(BoardEvent.presence, encodePresence(channel, { kind: 'drag', noteIds: [noteId], dx: 100, dy: 0 }));
    // Of what is shown of hands nothing comes before an honest one that moved later.
    const honest = await tab(board, await board.guest());
    honest.link.moveCursor(40, 80);
    await watcher.until(({ presences }) => presences.some(({ kind }) => kind === 'cursor'));
    expect(watcher.presences.filter(({ kind }) => kind === 'drag')).toEqual([]);
    await watcher.until(({ state }) => state.people.some(({ slot }) => slot === honest.state.slot));
    heard.length = 0;
    for (const event of [BoardEvent.state, BoardEvent.updates, BoardEvent.rule, BoardEvent.storing, BoardEvent.ended, BoardEvent.refused, BoardEvent.people]) {
      observer.socket.emit(event, update);
    }
    observer.socket.emit(BoardEvent.presences, encodePresences(channel, [{ slot: watcher.state.slot!, kind: 'cursor', x: 1, y: 1 }]));
    expect(await observer.outcome(update)).toBe('board/not-yours');
    expect((await stateOf(board)).equals(before)).toBe(true);
    expect(heard).toEqual([]);
  });
});

describe('SEC-42: presence', () => {
  test('is shown under the sender\'s own slot whatever she sends', async () => {
    const board = await givenBoard(api);
    const [victim, watcher] = [await tab(board, await board.staff()), await tab(board, await board.guest())];
    const device = await attacker(board);
    device.socket.emit(BoardEvent.presence, encodePresence(device.welcome.channel, { kind: 'cursor', x: 8, y: 8 }));
    device.socket.emit(BoardEvent.presence, encodePresences(device.welcome.channel, [{ slot: victim.state.slot!, kind: 'left' }]));
    await watcher.until(({ presences }) => presences.length > 0);
    expect(new Set(watcher.presences.map(({ slot }) => slot))).toEqual(new Set([device.welcome.slot]));
    const known = watcher.state.people.find(({ slot }) => slot === victim.state.slot);
    expect(known).toMatchObject({ staff: true });
  });

  test('nothing of it reaches anybody in an anonymous activity, whatever a device sends by hand; what was sent meanwhile does not come when it ends', async () => {
    const board = await givenBoard(api, { anonymous: true });
    const [device, other] = [await attacker(board), await attacker(board, await board.staff())];
    const watcher = await tab(board, await board.guest());
    const { channel } = device.welcome;
    const presences: Presence[] = [{ kind: 'cursor', x: 8, y: 8 }, { kind: 'selection', noteIds: [randomUUID()] }, { kind: 'drag', noteIds: [randomUUID()], dx: 1, dy: 1 }];
    for (const { socket, welcome } of [device, other]) {
      for (const presence of presences) {
        socket.emit(BoardEvent.presence, encodePresence(welcome.channel, presence));
      }
    }
    // Answered after what was sent before it.
    for (const one of [device, other]) expect(await one.outcome(one.edit((doc) => rawMap(doc, 'mine').set('x', 1)))).toBe('board/invalid-change');
    await board.setRule({ anonymous: false });
    await watcher.until(({ state }) => state.people.some(({ slot }) => slot === device.welcome.slot));
    expect(watcher.presences).toEqual([]);
    device.socket.emit(BoardEvent.presence, encodePresence(channel, { kind: 'cursor', x: 16, y: 16 }));
    await watcher.until(({ presences }) => presences.length > 0);
    expect(watcher.presences).toEqual([{ slot: device.welcome.slot, kind: 'cursor', x: 16, y: 16 }]);
  });
});

describe('SEC-28: the handshake', () => {
  const outcome = (headers: Record<string, string>, transports: string[] = ['websocket']) =>
    new Promise<string>((resolve) => {
      const socket = io(api.url, { path: SOCKET_PATH, transports, forceNew: true, reconnection: false, extraHeaders: headers });
      const done = (what: string) => {
        socket.disconnect();
        resolve(what);
      };
      socket.on('connect', () => done('connected'));
      socket.on('connect_error', () => done('refused'));
    });

  test('needs our own origin, a sign-in that holds, and WebSocket', async () => {
    const board = await givenBoard(api);
    const { cookie } = await board.guest();
    expect(await outcome({ cookie, origin: api.url })).toBe('connected');
    expect(await outcome({ cookie })).toBe('refused');
    expect(await outcome({ cookie, origin: 'null' })).toBe('refused');
    expect(await outcome({ cookie, origin: 'https://evil.example' })).toBe('refused');
    expect(await outcome({ origin: api.url })).toBe('refused');
    expect(await outcome({ cookie: 'spolu=s%3Aunknown.signature', origin: api.url })).toBe('refused');
    expect(await outcome({ cookie, origin: api.url }, ['polling'])).toBe('refused');
  });

  test('answers 403 before the upgrade to a page that is none of ours', async () => {
    const { cookie } = await (await givenBoard(api)).guest();
    const statusFor = (origin?: string) =>
      new Promise<number | undefined>((resolve, reject) => {
        const request = http.get(`${api.url}${SOCKET_PATH}/?EIO=4&transport=websocket`, {
          headers: { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13', 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==', cookie, ...(origin !== undefined && { origin }) },
        });
        request.on('response', ({ statusCode }) => resolve(statusCode));
        request.on('upgrade', (_, socket) => {
          socket.destroy();
          resolve(101);
        });
        request.on('error', reject);
      });
    expect([await statusFor(), await statusFor('null'), await statusFor('https://evil.example'), await statusFor(api.url)]).toEqual([403, 403, 403, 101]);
  });

  test('ends with the sign-in', async () => {
    const board = await givenBoard(api);
    const someone = await board.guest();
    await api.database.query('delete from sign_in where sid in (select sid from sign_in_participant where participant_id = $1)', [someone.participantId]);
    expect(await outcome({ cookie: someone.cookie, origin: api.url })).toBe('refused');
  });
});

describe('SEC-29, SEC-30: boards are entered one by one', () => {
  test('messages for a board without a seat at it change nothing, and many end the connection', async () => {
    const [mine, theirs] = [await givenBoard(api), await givenBoard(api)];
    const owner = await attacker(theirs);
    const device = await attacker(mine);
    const before = await stateOf(theirs);
    const update = owner.edit((doc) => addNote(doc, newNote(owner.participantId)));
    const ended = new Promise<void>((resolve) => device.socket.once('disconnect', () => resolve()));
    for (let i = 0; i <= STRAY_MESSAGES_MAX; i++) device.socket.emit(BoardEvent.update, encodeUpdate({ channel: owner.welcome.channel, seq: i, update }));
    await ended;
    expect((await stateOf(theirs)).equals(before)).toBe(true);
  });

  test('a foreign board, a missing one and no board at all are refused alike', async () => {
    const [mine, theirs] = [await givenBoard(api), await givenBoard(api)];
    const device = await attacker(mine);
    for (const ask of [{ boardId: theirs.boardId }, { boardId: randomUUID() }, { boardId: '../etc' }, { board: 1 }, null, 'x', [], { boardId: mine.boardId, role: 'staff' }]) {
      expect(await device.ask(BoardEvent.join, ask)).toMatchObject({ ok: false, problem: { code: 'not-found' } });
      expect(await device.ask(BoardEvent.watch, ask)).toMatchObject({ ok: false, problem: { code: 'not-found' } });
    }
  });
});

describe('SEC-31: one device is no flood', () => {
  test('more messages than any person makes end the connection', async () => {
    const board = await givenBoard(api);
    const device = await attacker(board);
    const note = newNote(device.participantId);
    const update = device.edit((doc) => addNote(doc, note));
    const refused = new Promise<Refused>((resolve) => device.socket.once(BoardEvent.refused, resolve));
    const ended = new Promise<void>((resolve) => device.socket.once('disconnect', () => resolve()));
    for (let i = 0; i < MESSAGES_BURST + 60; i++) device.send(update);
    expect((await refused).problem.code).toBe('too-many-requests');
    await ended;
  });

  test.each([
    ['an update', BoardEvent.update, new Uint8Array(UPDATE_FRAME_MAX + 1), 'board/too-large'],
    ['a presence', BoardEvent.presence, new Uint8Array(PRESENCE_FRAME_MAX + 1), 'board/too-large'],
    ['an event', BoardEvent.join, { boardId: 'x'.repeat(SOCKET_TEXT_MAX) }, 'too-large'],
    ['an event that nobody knows', 'unknown', 'x'.repeat(SOCKET_TEXT_MAX), 'too-large'],
  ])('%s that is too large ends the connection, and says so', async (_, event, payload, code) => {
    const board = await givenBoard(api);
    const [device, other] = [await attacker(board), await tab(board, await board.guest())];
    const problem = new Promise<ProblemDocument>((resolve) => device.socket.once(BoardEvent.problem, resolve));
    const ended = new Promise<void>((resolve) => device.socket.once('disconnect', () => resolve()));
    device.socket.emit(event, payload);
    expect((await problem).code).toBe(code);
    await ended;
    other.add();
    await other.saved();
  });

  test('one byte less does not', async () => {
    const board = await givenBoard(api);
    const device = await attacker(board);
    expect(await device.outcome(new Uint8Array(UPDATE_FRAME_MAX - 2).fill(255))).toBe('board/invalid-change');
    const again = await attacker(board);
    again.socket.emit(BoardEvent.presence, new Uint8Array(PRESENCE_FRAME_MAX));
    again.socket.emit('unknown', 'x'.repeat(SOCKET_TEXT_MAX - 20));
    expect(await again.outcome(again.edit((doc) => addNote(doc, newNote(again.participantId))))).toBe('taken');
  });

  test.each([['', 150], [', also one that would be refused anyway,', 1_500]])('SEC-39: a change that takes too long to be judged%s is refused; five such end the connection', async (_, length) => {
    const board = await givenBoard(api);
    const someone = await board.guest();
    const device = await attacker(board, someone);
    const before = await stateOf(board);
    const heavy = device.edit((doc) => doc.transact(() => {
      for (let i = 0; i < 150; i++) addNote(doc, newNote(device.participantId, { text: 'x'.repeat(length), order: 'a0' }));
    }));
    const hub = await hubs.open(board.boardId);
    const spent = judgingTakes({ processor: 201, clock: 201 });
    try {
      for (let i = 0; i < 5; i++) {
        if (i > 0) await device.join({ boardId: board.boardId });
        expect(await device.outcome(heavy)).toBe(i < 4 ? 'board/too-large' : 'disconnected');
      }
    } finally {
      spent.end();
    }
    expect((await stateOf(board)).equals(before)).toBe(true);
    expect(hub.read(checkBoard)).toEqual([]);
  });

  test.each([
    ['on the machine', { processor: 1, clock: 201 }],
    ['in other threads of the program', { processor: 201, clock: 0 }],
    ['once, to sweep the memory,', { processor: 201, clock: 201, times: 1 }],
  ])('SEC-39: what others take %s is no fault of a change', async (_, takes) => {
    const board = await givenBoard(api);
    const device = await attacker(board);
    const heavy = device.edit((doc) => doc.transact(() => {
      for (let i = 0; i < 150; i++) addNote(doc, newNote(device.participantId, { text: 'x'.repeat(1_000), order: 'a0' }));
    }));
    const spent = judgingTakes(takes);
    try {
      expect(await device.outcome(heavy)).toBe('taken');
    } finally {
      spent.end();
    }
  });

  test('not more than 200 notes of one participant', async () => {
    const board = await givenBoard(api);
    const device = await attacker(board);
    const two = (count: number) => device.edit((doc) => doc.transact(() => {
      for (let i = 0; i < count; i++) addNote(doc, newNote(device.participantId, { order: 'a0' }));
    }));
    expect(await device.outcome(two(200))).toBe('taken');
    expect(await device.outcome(two(1))).toBe('board/own-limit');
  });
});

/** Milliseconds that each look at the clocks finds gone, or only the first so many times; a clock of 0 goes as it goes. */
function judgingTakes({ processor, clock, times = Infinity }: { processor: number; clock: number; times?: number }): { end(): void } {
  const [now, began] = [performance.now.bind(performance), performance.now()];
  let [gone, looks] = [0, 0];
  const spies = [
    jest.spyOn(process, 'cpuUsage').mockImplementation((since) => ({ user: since && looks++ < times ? processor * 1_000 : 0, system: 0 })),
    jest.spyOn(performance, 'now').mockImplementation(() => (clock === 0 ? began + (now() - began) / 100 : now() + (gone += clock))),
  ];
  return { end: () => spies.forEach((spy) => spy.mockRestore()) };
}

const spiral = Array.from({ length: 600 }, (_, i) => [4_000 + i * 5 * Math.cos(i * 0.7), 4_000 + i * 5 * Math.sin(i * 0.7)]).flat();

describe('SEC-37: no one person fills the board with drawings', () => {
  test.each([['by their number', 501, [0, 0, 1, 1]], ['by their length', 40, spiral]] as const)('strokes %s', async (_, count, points) => {
    const board = await givenBoard(api);
    const device = await attacker(board);
    const draw = (doc: Y.Doc) => addStroke(doc, { id: randomUUID(), participantId: device.participantId, points, frameId: null, order: 'a0' });
    const all = device.edit((doc) => {
      for (let i = 0; i < count; i++) draw(doc);
    });
    expect(await device.outcome(all)).toBe('board/own-limit');
    const again = await attacker(board);
    expect(await again.outcome(again.edit((doc) => addStroke(doc, { id: randomUUID(), participantId: again.participantId, points, frameId: null })))).toBe('taken');
  });
});

describe('SEC-33: garbage', () => {
  const FRAMES = Number(process.env['SOAK_FRAMES'] ?? 2_000);
  test(`${FRAMES} damaged frames end neither the process nor anybody else's connection; a control device misses nothing`, async () => {
    const board = await givenBoard(api);
    const control = await tab(board, await board.guest());
    const writer = await tab(board, await board.staff());
    let seed = 7;
    const random = (below: number) => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      return Math.floor((seed / 2 ** 32) * below);
    };
    let sent = 0;
    const written: string[] = [];
    while (sent < FRAMES) {
      const device = await attacker(board);
      const valid = device.edit((doc) => addNote(doc, newNote(device.participantId)));
      const gone = new Promise<void>((resolve) => device.socket.once('disconnect', () => resolve()));
      for (let i = 0; i < 200; i++, sent++) {
        const bytes = Uint8Array.from(encodeUpdate({ channel: device.welcome.channel, seq: i + 1, update: valid }));
        for (let damage = 0; damage <= random(4); damage++) bytes[random(bytes.length)] = random(256);
        const frame = random(5) === 0 ? bytes.subarray(0, random(bytes.length)) : bytes;
        const events = [BoardEvent.update, BoardEvent.update, BoardEvent.update, BoardEvent.presence, BoardEvent.join, BoardEvent.leave, BoardEvent.watch, BoardEvent.follow, BoardEvent.present, 'unknown'];
        const shapes = [frame, frame, frame, frame, 'text', 7, null, { a: frame }, [frame, frame]];
        device.socket.emit(events[random(events.length)]!, shapes[random(shapes.length)]!);
        if (i % 50 === 0) written.push(writer.add({ participantId: null, text: `poznámka ${sent}` }));
      }
      await gone;
    }
    await writer.saved();
    await control.until(({ notes }) => written.every((id) => notes.some((note) => note.id === id)));
    expect(control.state.phase).toBe('ready');
    expect((await hubs.open(board.boardId)).read(checkBoard)).toEqual([]);
  });

  test('engine frames that are no socket.io packets end only their own connection', async () => {
    const board = await givenBoard(api);
    const control = await tab(board, await board.guest());
    const someone = await board.guest();
    for (const message of ['4', '45', '451-', '451-["u",{"_placeholder":true,"num":99}]', '42["board.join"]', '49999', 'x'.repeat(10_000), '4{"__proto__":1}', '451-["u",{"_placeholder":true,"num":"a"}]']) {
      const socket = socketOf(api, someone);
      open.push({ close: () => socket.disconnect() });
      await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
      (socket.io.engine.transport as unknown as { ws: WebSocket }).ws.send(message);
    }
    control.add();
    await control.saved();
  });
});

test('SEC-07: a demoted device\'s next write is refused', async () => {
  const board = await givenBoard(api);
  const someone = await board.guest();
  const device = await attacker(board, someone);
  await api.database.query('delete from sign_in_participant where participant_id = $1', [someone.participantId]);
  const ended = new Promise<Ended>((resolve) => device.socket.once(BoardEvent.ended, resolve));
  api.app.get(SocketSeats).refresh({ sessionId: board.sessionId });
  expect((await ended).problem.code).toBe('not-found');
  const before = await stateOf(board);
  device.send(device.edit((doc) => addNote(doc, newNote(device.participantId))));
  expect(await device.ask(BoardEvent.join, { boardId: board.boardId })).toMatchObject({ ok: false });
  expect((await stateOf(board)).equals(before)).toBe(true);
});
