import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { readDrawingValues } from '@spolu/board/drawing-values';
import { readFrames } from '@spolu/board/frames';
import { CONNECTOR_HEADS, CONNECTOR_LINES, FILLS, LINE_COLOURS, PENS, SHAPE_FORMS } from '@spolu/board/looks';
import { readNotes } from '@spolu/board/notes';
import { encodePath } from '@spolu/board/stroke-path';
import { checkBoard } from '@spolu/board/validation';
import type { ImportPreview } from '@spolu/contracts/board-files';
import { BOARD_FILE_TYPE } from '@spolu/contracts/plain';
import { Tab } from '../../boards/given-board.ts';
import { givenApi, type TestApi } from '../../testing/given-api.ts';
import { brainstorm, givenSession, type GivenSession } from '../given-session.ts';

let api: TestApi;
let given: GivenSession;
let boardId: string;
const tabs: Tab[] = [];
beforeAll(async () => {
  api = await givenApi();
  given = await givenSession(api);
  await given.started(brainstorm('open', ['Dnes']));
  boardId = (await given.room()).room.boardId;
});
afterEach(() => {
  for (const tab of tabs.splice(0)) tab.close();
});
afterAll(() => api?.stop());

const NOTE = '00000000-0000-4000-8000-0000000000a1';
const OTHER = '00000000-0000-4000-8000-0000000000a2';
const CLUSTER = '00000000-0000-4000-8000-0000000000c1';
const SHAPE = '00000000-0000-4000-8000-0000000000d1';

const note = (change: object = {}) => ({
  id: NOTE, contributionId: NOTE, text: 'Lavičky', colour: 'yellow', x: 24, y: 72, frameId: 'f', width: 180, height: 180, clusterId: null, createdAt: '2026-01-01T10:00:00.000Z', category: null, groupId: null, locked: false, z: 0, ...change,
});
const frame = (change: object = {}) => ({ id: 'f', title: 'Rám', x: 0, y: 0, width: 900, height: 600, hint: '', layout: 'plain', columns: [], rows: [], locked: false, ...change });
const shape = (change: object = {}, fields: object = {}) => ({
  kind: 'shape', id: SHAPE, z: 1, text: 'Tvar', fields: { p: [10, 10, null], size: [200, 100], form: SHAPE_FORMS[0], fill: FILLS[0], colour: LINE_COLOURS[0], ...fields }, ...change,
});
const link = (url: string) => ({ kind: 'link', id: SHAPE, z: 0, fields: { p: [0, 0, null], url, title: 'Odkaz' } });
const stroke = (path: string) => ({ kind: 'stroke', id: SHAPE, z: 0, fields: { p: [0, 0, null], path, colour: LINE_COLOURS[0], pen: PENS[0] } });
const pin = (noteId: string) => ({ kind: 'pin', id: SHAPE, z: 0, fields: { p: [0, 0, null], label: 'Tu', colour: 'pink', noteId } });
const connector = (from: unknown, to: unknown) => ({ kind: 'connector', id: SHAPE, z: 0, fields: { from, to, label: '', line: CONNECTOR_LINES[0], heads: CONNECTOR_HEADS[0], colour: LINE_COLOURS[0] } });
type File = { frames: object[]; clusters: object[]; notes: object[]; drawings: object[]; pictures: object[] };
const file = (change: Partial<File> & Record<string, unknown> = {}) => ({
  format: 'spolupracovna-board', version: 3, exportedAt: '2026-01-01T10:00:00.000Z', title: 'Cudzia', frames: [frame()], clusters: [], notes: [note()], drawings: [], pictures: [], ...change,
});

const send = (what: 'import-previews' | 'imports', bytes: string) =>
  given.facilitator.agent.post(`/api/boards/${boardId}/${what}`).query({ kind: 'board' }).set('Idempotency-Key', randomUUID()).type(BOARD_FILE_TYPE).send(bytes);
const written = () => api.database.query(
  `select (select count(*) from contribution)::int as contributions, (select count(*) from board_update)::int as updates, (select count(*) from board_client)::int as clients`);
async function whole(): Promise<Tab> {
  const tab = new Tab(api, given.facilitator, boardId);
  tabs.push(tab);
  await tab.ready();
  return tab;
}
/** JSON with a key that no object literal can have. */
const withProto = (value: object) => JSON.stringify(value).replace('"$$":', '"__proto__":');

test.each<[string, Partial<File>]>([
  ['note in a cluster on a frame', { clusters: [{ id: CLUSTER, title: 'Zhluk' }], notes: [note({ clusterId: CLUSTER })] }],
  ['shape', { drawings: [shape()] }],
  ['link', { drawings: [link('https://banskabystrica.sk/')] }],
  ['stroke', { drawings: [stroke(encodePath([0, 0, 10, 10]))] }],
  ['pin', { drawings: [pin(NOTE)] }],
  ['connector', { drawings: [connector(['note', NOTE], [300, 300, null])] }],
])('an honest %s of this shape comes in', async (_, change) => {
  const bytes = JSON.stringify(file(change));
  expect(((await send('import-previews', bytes).expect(200)).body as ImportPreview).faults).toEqual([]);
  await send('imports', bytes).expect(201);
});

test.each<[string, string]>([
  ['SEC-36: a note in somebody’s name', JSON.stringify(file({ notes: [note({ participantId: randomUUID() })] }))],
  ['SEC-36: a drawing in somebody’s name', JSON.stringify(file({ drawings: [shape({}, { participantId: randomUUID() })] }))],
  ['SEC-36: a drawing that is removed already', JSON.stringify(file({ drawings: [shape({}, { removed: 'staff' })] }))],
  ['SEC-36: a place in the stack that another holds', JSON.stringify(file({ drawings: [shape({}, { order: 'a0' })] }))],
  ['SEC-36: a tally that nobody voted', JSON.stringify(file({ clusters: [{ id: CLUSTER, title: 'Zhluk', votes: [500, 'Zhluk'] }] }))],
  ['SEC-37: an unknown root', JSON.stringify(file({ mine: {} }))],
  ['SEC-37: the version of a newer program', JSON.stringify(file({ version: 4 }))],
  ['SEC-37: a note that is no note', JSON.stringify(file({ notes: ['text' as never] }))],
  ['SEC-37: a note without its fields', JSON.stringify(file({ notes: [{ id: NOTE }] }))],
  ['SEC-37: a note with a field too many', JSON.stringify(file({ notes: [note({ script: 'alert(1)' })] }))],
  ['SEC-37: an id that is none', JSON.stringify(file({ notes: [note({ id: 'note-1' })] }))],
  ['SEC-37: a text of 1,001 letters', JSON.stringify(file({ notes: [note({ text: 'x'.repeat(1_001) })] }))],
  ['SEC-37: a control character in a text', JSON.stringify(file({ notes: [note({ text: 'a\u0000b' })] }))],
  ['SEC-37: coordinates that are no numbers', JSON.stringify(file({ notes: [note({ x: 'NaN' })] }))],
  ['SEC-37: coordinates beyond all boards', JSON.stringify(file({ notes: [note({ x: 1e300 })] }))],
  ['SEC-37: a colour that is none', JSON.stringify(file({ notes: [note({ colour: 'black' })] }))],
  ['SEC-37: a map within a note', JSON.stringify(file({ notes: [note({ text: { ops: [] } })] }))],
  ['SEC-37: a value nested 2,000 deep', `${JSON.stringify(file()).slice(0, -1)},"x":${'['.repeat(2_000)}${']'.repeat(2_000)}}`],
  ['SEC-37: a frame of no size', JSON.stringify(file({ frames: [frame({ width: 0 })] }))],
  ['SEC-37: a frame divided as none is', JSON.stringify(file({ frames: [frame({ layout: 'spiral' })] }))],
  ['SEC-37: a drawing of no kind', JSON.stringify(file({ drawings: [shape({ kind: 'video' })] }))],
  ['SEC-37: a shape of no form', JSON.stringify(file({ drawings: [shape({}, { form: 'skull' })] }))],
  ['SEC-37: a shape with words and a field too many', JSON.stringify(file({ drawings: [shape({}, { href: 'https://evil.example/' })] }))],
  ['SEC-37: a text box of 1,001 letters', JSON.stringify(file({ drawings: [shape({ text: 'x'.repeat(1_001) })] }))],
  ['SEC-37: a link that runs a script', JSON.stringify(file({ drawings: [link('javascript:alert(1)')] }))],
  ['SEC-37: a stroke that is no line', JSON.stringify(file({ drawings: [stroke('<svg onload=alert(1)>')] }))],
  ['SEC-27: __proto__ as a field of a note', withProto(file({ notes: [note({ $$: { polluted: 'yes' } })] }))],
  ['SEC-27: __proto__ as a field of a drawing', withProto(file({ drawings: [shape({}, { $$: 'polluted' })] }))],
  ['SEC-27: constructor as a field of a drawing', JSON.stringify(file({ drawings: [shape({}, { constructor: 'polluted' })] }))],
  ['two notes under one id', JSON.stringify(file({ notes: [note(), note({ contributionId: OTHER, text: 'Druhá' })] }))],
  ['two frames under one id', JSON.stringify(file({ frames: [frame(), frame({ title: 'Druhý' })] }))],
  ['two clusters under one id', JSON.stringify(file({ clusters: [{ id: CLUSTER, title: 'Zhluk' }, { id: CLUSTER, title: 'Druhý' }], notes: [note({ clusterId: CLUSTER })] }))],
  ['two drawings under one id', JSON.stringify(file({ drawings: [shape(), shape({ z: 2 })] }))],
  ['a drawing under the id of a note', JSON.stringify(file({ drawings: [shape({ id: NOTE })] }))],
  ['SEC-27: __proto__ beside everything', withProto(file({ $$: { polluted: 'yes' } }))],
])('%s is refused, and the board stays as it was', async (_, bytes) => {
  const before = await written();
  const preview = (await send('import-previews', bytes).expect(200)).body as ImportPreview;
  expect({ count: preview.faultCount > 0, notes: preview.noteCount, drawings: preview.drawingCount }).toEqual({ count: true, notes: 0, drawings: 0 });
  expect((await send('imports', bytes).expect(400)).body).toMatchObject({ code: 'import/faulty' });
  expect(await written()).toEqual(before);
  expect(Object.keys(Object.prototype)).toEqual([]);
});

/** What an import brought, as a device that comes now sees it; ids are new ones, so each says only what it names. */
async function brought(bytes: string) {
  const idsIn = ({ doc }: Tab) => new Set([...readNotes(doc), ...readFrames(doc)].map(({ id }) => id).concat([...readDrawingValues(doc).keys()]));
  const before = idsIn(await whole());
  await send('imports', bytes).expect(201);
  const { doc } = await whole();
  expect(checkBoard(doc)).toEqual([]);
  const isNew = ({ id }: { id: string }) => !before.has(id);
  return { notes: readNotes(doc).filter(isNew), frames: readFrames(doc).filter(isNew), drawings: [...readDrawingValues(doc)].filter(([id]) => !before.has(id)).map(([, values]) => values.fields) };
}

describe('what a file names and does not hold', () => {
  test.each<[string, Partial<File>]>([
    ['frame', { notes: [note({ frameId: 'nowhere' })] }],
    ['cluster', { frames: [], notes: [note({ frameId: null, clusterId: CLUSTER })] }],
  ])('a note of a %s that is not there comes in, and lies on the board itself', async (_, change) => {
    const { notes } = await brought(JSON.stringify(file(change)));
    expect(notes).toEqual([expect.objectContaining({ text: 'Lavičky', position: expect.objectContaining({ frameId: null }), clusterId: null })]);
  });

  test('a drawing on a frame that is not there lies on the board itself', async () => {
    const { drawings } = await brought(JSON.stringify(file({ drawings: [shape({}, { p: [0, 0, 'nowhere'] })] })));
    expect(drawings).toEqual([expect.objectContaining({ p: [expect.any(Number), expect.any(Number), null] })]);
  });

  test('a connector that holds on to what is not there stays away, and the note comes', async () => {
    const { notes, drawings } = await brought(JSON.stringify(file({ drawings: [connector(['note', OTHER], ['note', NOTE])] })));
    expect([notes.length, drawings]).toEqual([1, []]);
  });

  test('a pin on a note that is not there explains nothing', async () => {
    const { drawings } = await brought(JSON.stringify(file({ drawings: [pin(OTHER)] })));
    expect(drawings).toEqual([expect.objectContaining({ label: 'Tu' })]);
    expect(drawings[0]).not.toHaveProperty('noteId');
  });
});

test.each(['__proto__', 'constructor'])('SEC-27: a frame called %s comes in under an id of ours, with its note on it', async (id) => {
  const { notes, frames } = await brought(JSON.stringify(file({ frames: [frame({ id })], notes: [note({ frameId: id })] })));
  expect(frames).toEqual([expect.objectContaining({ id: expect.not.stringMatching(/^(__proto__|constructor)$/), title: 'Rám' })]);
  expect(notes.map(({ position }) => position.frameId)).toEqual([frames[0]!.id]);
  expect(Object.keys(Object.prototype)).toEqual([]);
});

test('half of a sign comes in as the sign that stands for none, on the board and in the contribution', async () => {
  const { notes } = await brought(JSON.stringify(file({ notes: [note({ text: 'a\ud800b' })] })));
  expect(notes.map(({ text }) => text)).toEqual(['a\ufffdb']);
  expect(await api.database.query('select text from contribution where id = $1', [notes[0]!.contributionId])).toEqual([{ text: 'a\ufffdb' }]);
});
