import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { partOf } from '@spolu/contracts/activities/part-of';
import { BoardFile, type ImportPreview } from '@spolu/contracts/board-files';
import { BOARD_FILE_TYPE, IMPORT_MAX_BYTES } from '@spolu/contracts/plain';
import { addConnector, addPicture, addShape } from '@spolu/board/drawing-edits';
import { editNote } from '@spolu/board/notes';
import { readPictures } from '@spolu/board/pictures';
import { BoardHubs } from '../../boards/board-hubs.ts';
import { BoardsService } from '../../boards/boards.service.ts';
import { Tab } from '../../boards/given-board.ts';
import { givenApi, type Someone, type TestApi } from '../../testing/given-api.ts';
import { ask, brainstorm, compose, givenSession, type GivenSession } from '../given-session.ts';

let api: TestApi;
let given: GivenSession;
let boardId: string;
const tabs: Tab[] = [];
beforeAll(async () => {
  api = await givenApi();
});
afterEach(() => {
  for (const tab of tabs.splice(0)) tab.close();
});
afterAll(() => api?.stop());

const boards = () => api.app.get(BoardsService, { strict: false });
async function newBoard(mode: 'open' | 'hidden' | 'anonymous' = 'open', frames = ['Dnes', 'Zajtra']): Promise<void> {
  given = await givenSession(api);
  await given.started(brainstorm(mode, frames));
  boardId = (await given.room()).room.boardId;
}
const send = (what: 'import-previews' | 'imports', someone: Pick<Someone, 'agent'>, bytes: string | Buffer, query: Record<string, string>, { to = boardId, type = 'text/csv', key = randomUUID() } = {}) =>
  someone.agent.post(`/api/boards/${to}/${what}`).query({ kind: 'table', ...query }).set('Idempotency-Key', key).type(query['kind'] === 'board' ? BOARD_FILE_TYPE : type).send(bytes);
const previewed = async (bytes: string | Buffer, query: Record<string, string> = {}) => (await send('import-previews', given.facilitator, bytes, query).expect(200)).body as ImportPreview;
const imported = (bytes: string | Buffer, query: Record<string, string> = {}) => send('imports', given.facilitator, bytes, query).expect(201);
const exported = async (of = boardId) =>
  BoardFile.parse((await ask(given.facilitator, 'post', `/boards/${of}/exports`, { format: 'json', language: 'sk', range: { kind: 'whole' } }).expect(200)).body);
const rowCounts = async () => api.database.query(`select (select count(*) from contribution) as contributions, (select count(*) from board_update) as updates, (select count(*) from audit_entry where outcome = 'done') as audited`);

describe('a table or lines', () => {
  test('are looked at first, and nothing happens', async () => {
    await newBoard();
    const before = await rowCounts();
    expect(await previewed(`text;farba\nprvý;modrá\n${'x'.repeat(1_001)};\n;\ntretí;ružová`)).toEqual({
      rowCount: 3, noteCount: 2, frameCount: 0, clusterCount: 0, drawingCount: 0, columns: ['text', 'farba'], textColumn: 0, heading: true, first: ['prvý', 'tretí'],
      faults: [{ row: 3, path: null, code: 'too-long' }], faultCount: 1, room: 10_000,
    });
    expect(await rowCounts()).toEqual(before);
  });

  test('come into free places of a frame, which grows; everybody at the board sees them', async () => {
    await newBoard();
    const [frame] = (await boards().readBoard(boardId)).frames;
    const tab = new Tab(api, await given.join(), boardId);
    tabs.push(tab);
    await tab.ready();
    const lines = Array.from({ length: 40 }, (_, i) => `nápad ${i}`);
    expect((await imported(lines.join('\n'), { kind: 'lines', frameId: frame!.id })).body).toEqual({ noteCount: 40 });
    await tab.until(({ notes }) => notes.length === 40);
    const { notes, frames } = await boards().readBoard(boardId);
    expect(notes.map(({ text }) => text)).toEqual(lines);
    expect(new Set(notes.map(({ position }) => `${position.x} ${position.y} ${position.frameId}`)).size).toBe(40);
    const height = frames.find(({ id }) => id === frame!.id)!.size.height;
    expect(Math.max(...notes.map(({ position, size }) => position.y + size.height))).toBeLessThanOrEqual(height);
    await imported('ďalší', { kind: 'lines', frameId: frame!.id });
    expect((await boards().readBoard(boardId)).notes).toHaveLength(41);
  });

  test('are contributions that nobody wrote, with whoever brought them as their scribe; in an anonymous activity without', async () => {
    await newBoard();
    await imported('prvý', { kind: 'lines' });
    const said = () => api.database.query('select text, participant_id, person_id, scribe_id, activity_id is not null as active from contribution where session_id = $1', [given.sessionId]);
    expect(await said()).toEqual([{ text: 'prvý', participant_id: null, person_id: null, scribe_id: given.facilitator.personId, active: true }]);
    const [entry] = await api.database.query<object[]>(`select person_id, facts from audit_entry where action = 'board.imported' and subject_id = $1`, [boardId]);
    expect(entry).toEqual({ person_id: given.facilitator.personId, facts: { kind: 'lines', notes: 1, drawings: 0, leftOut: 0 } });
    await newBoard('anonymous');
    await imported('druhý', { kind: 'lines' });
    expect(await said()).toMatchObject([{ text: 'druhý', scribe_id: null }]);
  });

  test('with faults come not at all, or without the faulty rows if that is asked', async () => {
    await newBoard();
    const file = `prvý\n${'x'.repeat(1_001)}\ntretí`;
    const refused = await send('imports', given.facilitator, file, { kind: 'lines' }).expect(400);
    expect(refused.body).toMatchObject({ code: 'import/faulty', facts: { count: 1 } });
    expect((await boards().readBoard(boardId)).notes).toEqual([]);
    expect((await imported(file, { kind: 'lines', leaveOut: 'yes' })).body).toEqual({ noteCount: 2 });
  });

  test('sent again with the same key, they come once', async () => {
    await newBoard();
    const key = randomUUID();
    for (let i = 0; i < 2; i++) await send('imports', given.facilitator, 'raz', { kind: 'lines' }, { key }).expect(201);
    expect((await boards().readBoard(boardId)).notes).toHaveLength(1);
  });
});

describe('a board of our own', () => {
  test('comes beside what is there, with ids of its own; its notes go on sharing their contributions', async () => {
    await newBoard();
    const activityId = (await given.view()).activities[0]!.id;
    const frames = partOf((await given.room()).room.activity, 'brainstorm')!.frames;
    await compose(await given.join(), activityId, 'Žltý kôň', { frameId: frames[0]!.id });
    const before = await exported();
    expect(await previewed(JSON.stringify(before), { kind: 'board' })).toMatchObject({ noteCount: 1, frameCount: 2, faults: [] });
    await imported(JSON.stringify(before), { kind: 'board' });
    const after = await exported();
    expect(after.frames.map(({ title }) => title)).toEqual(['Dnes', 'Zajtra', 'Dnes', 'Zajtra']);
    expect(new Set(after.frames.map(({ id }) => id)).size).toBe(4);
    expect(after.frames[2]!.x).toBeGreaterThan(after.frames[1]!.x + after.frames[1]!.width);
    const [first, copy] = after.notes;
    expect([copy!.id === first!.id, copy!.contributionId === first!.contributionId, copy!.text, copy!.createdAt]).toEqual([false, true, 'Žltý kôň', first!.createdAt]);
    expect([copy!.x - first!.x, copy!.y - first!.y, copy!.frameId]).toEqual([0, 0, after.frames[2]!.id]);
    const contributions = () => api.database.query<{ id: string }[]>('select id from contribution where session_id = $1', [given.sessionId]);
    expect(await contributions()).toHaveLength(1);
    // closed and opened, the copy is still known for what it is, and nothing is made up for it
    await api.app.get(BoardHubs, { strict: false }).close(boardId);
    expect((await boards().readBoard(boardId)).notes).toHaveLength(2);
    expect(await contributions()).toHaveLength(1);
    const tab = new Tab(api, given.facilitator, boardId);
    tabs.push(tab);
    await tab.ready();
    editNote(tab.doc, copy!.id, 'Žltý kôň a ryba');
    await tab.saved();
    await boards().readBoard(boardId);
    expect(await api.database.query('select text from contribution_version where contribution_id = $1', [first!.contributionId])).toEqual([{ text: 'Žltý kôň a ryba' }]);
  });

  test('from a place that she may not read, or with other words, makes contributions of its own', async () => {
    await newBoard();
    const [mine, foreign] = [given, await givenSession(api, { visibility: 'internal' })];
    const activityId = await foreign.started(brainstorm());
    await compose(await foreign.join(), activityId, 'Cudzie slovo');
    const theirs = (await foreign.room()).room.boardId;
    const file = BoardFile.parse((await ask(foreign.facilitator, 'post', `/boards/${theirs}/exports`, { format: 'json', language: 'sk', range: { kind: 'whole' } })).body);
    await imported(JSON.stringify(file), { kind: 'board' });
    await imported(JSON.stringify({ ...file, notes: file.notes.map((note) => ({ ...note, text: 'iné' })) }), { kind: 'board' });
    const notes = (await exported()).notes;
    expect(notes.map(({ text }) => text)).toEqual(['Cudzie slovo', 'iné']);
    for (const { id, contributionId } of notes) expect(contributionId).toBe(id);
    expect(await api.database.query('select 1 from contribution where session_id = $1', [mine.sessionId])).toHaveLength(2);
  });

  test('that goes out and comes in is the same board', async () => {
    await newBoard('open', ['Dnes']);
    await imported('jeden\ndva\ntri', { kind: 'lines' });
    const out = await exported();
    await newBoard('open', []);
    await imported(JSON.stringify(out), { kind: 'board' });
    const back = await exported();
    const plain = ({ notes }: BoardFile) => notes.map(({ text, colour, width, height }) => ({ text, colour, width, height }));
    expect(plain(back)).toEqual(plain(out));
    const corner = ({ notes }: BoardFile) => notes.map(({ x, y }) => [x - notes[0]!.x, y - notes[0]!.y]);
    expect(corner(back)).toEqual(corner(out));
  });
});

describe('SEC-51: a board with drawings', () => {
  test('comes with all of them; a picture that is neither of this session nor in the file stays away, and only if that is asked', async () => {
    await newBoard('open', ['Dnes']);
    const dot = await sharp({ create: { width: 30, height: 20, channels: 3, background: 'red' } }).png().toBuffer();
    const { body } = await given.facilitator.agent.post(`/api/boards/${boardId}/pictures`).set('Idempotency-Key', randomUUID()).type('image/png').send(dot).expect(201);
    const tab = new Tab(api, given.facilitator, boardId);
    tabs.push(tab);
    await tab.ready();
    const base = () => ({ id: randomUUID(), participantId: null });
    const shape = base();
    addShape(tab.doc, { ...shape, form: 'ellipse', text: 'Park', position: { x: 5, y: 5, frameId: tab.frames[0]!.id } });
    addConnector(tab.doc, { ...base(), from: { kind: 'shape', id: shape.id }, to: { x: 400, y: 0, frameId: null }, label: 'vedie k' });
    addPicture(tab.doc, { ...base(), fileId: (body as { fileId: string }).fileId, natural: { width: 30, height: 20 }, position: { x: 0, y: 500, frameId: null }, alt: 'Plán' });
    await tab.saved();
    const file = await exported();
    expect(file.drawings.map(({ kind }) => kind).sort()).toEqual(['connector', 'picture', 'shape']);

    expect(await previewed(JSON.stringify(file), { kind: 'board' })).toMatchObject({ drawingCount: 3, faults: [] });
    await imported(JSON.stringify(file), { kind: 'board' });
    expect((await exported()).drawings).toHaveLength(6);
    await tab.until(({ doc }) => readPictures(doc).length === 2);

    await newBoard('open', []);
    const elsewhere = JSON.stringify({ ...file, pictures: [] });
    expect(await previewed(elsewhere, { kind: 'board' })).toMatchObject({ drawingCount: 2, faultCount: 1, faults: [{ row: null, path: 'Plán', code: 'picture-elsewhere' }] });
    await send('imports', given.facilitator, elsewhere, { kind: 'board' }).expect(400);
    await imported(elsewhere, { kind: 'board', leaveOut: 'yes' });
    const came = await exported();
    expect(came.drawings.map(({ kind, text }) => [kind, text]).sort()).toEqual([['connector', undefined], ['shape', 'Park']]);
    const line = came.drawings.find(({ kind }) => kind === 'connector')!;
    expect(line.fields['from']).toEqual(['shape', came.drawings.find(({ kind }) => kind === 'shape')!.id]);
  });
});

describe('SEC-34, SEC-56: no way around the gate', () => {
  test.each<[string, (file: BoardFile) => unknown]>([
    ['a frame that is none', (file) => ({ ...file, notes: [{ ...file.notes[0], frameId: '../x' }] })],
    ['a note of a wall’s size', (file) => ({ ...file, notes: [{ ...file.notes[0], width: 1e9 }] })],
    ['a place that is none', (file) => ({ ...file, notes: [{ ...file.notes[0], x: null }] })],
    ['a colour of its own', (file) => ({ ...file, notes: [{ ...file.notes[0], colour: 'url(x)' }] })],
    ['an author', (file) => ({ ...file, notes: [{ ...file.notes[0], participantId: randomUUID() }] })],
    ['a title with signs', (file) => ({ ...file, frames: [{ ...file.frames[0], title: 'a\u0000b' }] })],
    ['a table named a board', () => 'a,b,c'],
  ])('refused: %s', async (_, change) => {
    await newBoard();
    await imported('prvý', { kind: 'lines' });
    const [file, before] = [await exported(), await rowCounts()];
    const body = change(file);
    await send('imports', given.facilitator, typeof body === 'string' ? body : JSON.stringify(body), { kind: 'board', leaveOut: 'yes' }).expect(400);
    expect(await rowCounts()).toEqual(before);
    expect((await boards().readBoard(boardId)).notes).toHaveLength(1);
  });

  test('more notes than a board holds come not at all', async () => {
    await newBoard();
    const lines = (count: number) => Array.from({ length: count }, (_, i) => `${i}`).join('\n');
    for (let i = 0; i < 5; i++) await imported(lines(1_998), { kind: 'lines' });
    expect((await previewed('a', { kind: 'lines' })).room).toBe(10);
    const before = await rowCounts();
    const refused = await send('imports', given.facilitator, lines(11), { kind: 'lines' }).expect(409);
    expect(refused.body).toMatchObject({ code: 'board/full' });
    expect(await rowCounts()).toEqual(before);
    expect((await boards().readBoard(boardId)).notes).toHaveLength(9_990);
    await imported(lines(10), { kind: 'lines' });
  });

  test('a file that is too large, of another type, empty or for another frame', async () => {
    await newBoard();
    await send('imports', given.facilitator, Buffer.alloc(IMPORT_MAX_BYTES + 1, 'a'), { kind: 'lines' }).expect(413);
    await send('import-previews', given.facilitator, 'a\n'.repeat(50_010), {}).expect(413);
    await send('imports', given.facilitator, 'a', { kind: 'lines' }, { type: 'text/plain' }).expect(415);
    await send('imports', given.facilitator, '\n\n', { kind: 'lines' }).expect(400);
    await send('imports', given.facilitator, 'a', { kind: 'lines', frameId: 'nowhere' }).expect(400);
    expect((await boards().readBoard(boardId)).notes).toEqual([]);
  });

  test('when the last step fails, nothing came', async () => {
    await newBoard();
    const before = await rowCounts();
    await api.database.query('alter table audit_entry rename to audit_entry_gone');
    try {
      await send('imports', given.facilitator, 'prvý', { kind: 'lines' }).expect(500);
    } finally {
      await api.database.query('alter table audit_entry_gone rename to audit_entry');
    }
    expect((await boards().readBoard(boardId)).notes).toEqual([]);
    expect(await rowCounts()).toEqual(before);
    await imported('prvý', { kind: 'lines' });
    expect((await boards().readBoard(boardId)).notes).toHaveLength(1);
  });

  test('while notes are hidden, and before and after the session, nothing comes', async () => {
    await newBoard('hidden');
    for (const what of ['import-previews', 'imports'] as const) expect((await send(what, given.facilitator, 'a', { kind: 'lines' }).expect(403)).body).toMatchObject({ code: 'board/read-only' });
    await newBoard();
    await given.close();
    await send('imports', given.facilitator, 'a', { kind: 'lines' }).expect(403);
  });

  test('who does not run the session is refused, others find nothing', async () => {
    await newBoard();
    for (const what of ['import-previews', 'imports'] as const) {
      for (const someone of [await given.join(), await given.staff('table-host'), await given.staff('observer')]) await send(what, someone, 'a', { kind: 'lines' }).expect(403);
      for (const someone of [api.stranger(), await api.person(), (await givenSession(api)).facilitator]) await send(what, someone, 'a', { kind: 'lines' }).expect(404);
    }
    await send('imports', await given.staff('co-facilitator'), 'a', { kind: 'lines' }).expect(201);
  });
});
