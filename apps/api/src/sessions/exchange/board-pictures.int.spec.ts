import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addFrame } from '@spolu/board/frames';
import { addPicture } from '@spolu/board/drawing-edits';
import { readSeen } from '@spolu/board/drawing/seen';
import { BoardFile, type BoardRange, type ImportPreview } from '@spolu/contracts/board-files';
import { BOARD_FILE_MAX_BYTES, BOARD_FILE_TYPE, IMPORT_MAX_BYTES } from '@spolu/contracts/plain';
import sharp from 'sharp';
import { Tab } from '../../boards/given-board.ts';
import { CONFIG, type Config } from '../../config/config.ts';
import { FilesService } from '../../files/files.service.ts';
import { givenApi, type TestApi } from '../../testing/given-api.ts';
import { ask, brainstorm, givenSession, type GivenSession } from '../given-session.ts';
import { picturesForFile } from './pictures-on.ts';

interface Board {
  given: GivenSession;
  boardId: string;
}
let api: TestApi;
/** Where the pictures are from. */
let from: Board;
let file: BoardFile;
let ids: { inFrame: string; beside: string };
const red = () => sharp({ create: { width: 30, height: 20, channels: 3, background: 'red' } });

beforeAll(async () => {
  api = await givenApi();
  from = await newBoard();
  const [inFrame, beside] = [await upload(from, await red().png().toBuffer()), await upload(from, await red().rotate(90).jpeg().toBuffer())];
  ids = { inFrame, beside };
  await onBoard(from, (doc) => {
    addFrame(doc, { id: 'f1', title: 'Mapa', position: { x: 0, y: 0 } });
    addPicture(doc, { id: randomUUID(), participantId: null, fileId: inFrame, natural: { width: 30, height: 20 }, position: { x: 10, y: 10, frameId: 'f1' }, alt: 'V ráme' });
    addPicture(doc, { id: randomUUID(), participantId: null, fileId: beside, natural: { width: 20, height: 30 }, position: { x: 3_000, y: 0, frameId: null }, alt: 'Vedľa' });
  });
  file = await exported(from);
});
afterAll(() => api?.stop());

async function newBoard(mode: 'open' | 'anonymous' = 'open'): Promise<Board> {
  const given = await givenSession(api);
  await given.started(brainstorm(mode, []));
  return { given, boardId: (await given.room()).room.boardId };
}
async function upload({ given, boardId }: Board, bytes: Buffer): Promise<string> {
  const { body } = await given.facilitator.agent.post(`/api/boards/${boardId}/pictures`).set('Idempotency-Key', randomUUID()).type('image/png').send(bytes).expect(201);
  return (body as { fileId: string }).fileId;
}
async function onBoard({ given, boardId }: Board, edit: (doc: Tab['doc']) => void): Promise<void> {
  const tab = new Tab(api, given.facilitator, boardId);
  try {
    await tab.ready();
    edit(tab.doc);
    await tab.saved();
  } finally {
    tab.close();
  }
}
const exporting = ({ given, boardId }: Board, range: BoardRange = { kind: 'whole' }) => ask(given.facilitator, 'post', `/boards/${boardId}/exports`, { format: 'json', language: 'sk', range }).expect(200);
const exported = async (board: Board, range?: BoardRange) => BoardFile.parse((await exporting(board, range)).body);
const send = ({ given, boardId }: Board, what: 'import-previews' | 'imports', value: unknown, leaveOut: 'yes' | 'no' = 'no') =>
  given.facilitator.agent.post(`/api/boards/${boardId}/${what}`).query({ kind: 'board', leaveOut }).set('Idempotency-Key', randomUUID()).type(BOARD_FILE_TYPE).send(typeof value === 'string' ? value : JSON.stringify(value));
const shown = ({ given, boardId }: Board, fileId: string) => given.facilitator.agent.get(`/api/boards/${boardId}/pictures/${fileId}`).responseType('blob');
const pictureIds = ({ drawings }: BoardFile) => drawings.flatMap(({ kind, fields }) => (kind === 'picture' ? [String(fields['fileId'])] : []));
const rows = () => api.database.query<object[]>('select id, session_id, person_id, participant_id, place from file order by id');
/** All that lies in the store, and what is on its way into it. */
async function stored(): Promise<string[]> {
  const { dataDir } = api.app.get<Config>(CONFIG, { strict: false });
  return (await readdir(dataDir, { recursive: true, withFileTypes: true })).filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name)).sort();
}
const held = (bytes: Buffer | string): BoardFile => ({ ...file, pictures: file.pictures.map((one, i) => (i === 0 ? { ...one, data: Buffer.from(bytes).toString('base64') } : one)) });

describe('a board file and its pictures', () => {
  test('goes out with the pictures of what is asked for, and no others', async () => {
    expect(new Set(file.pictures.map(({ id }) => id))).toEqual(new Set([ids.inFrame, ids.beside]));
    expect((await exporting(from)).headers['pictures-left-out']).toBeUndefined();
    const part = await exported(from, { kind: 'frames', frameIds: ['f1'] });
    expect(part.pictures.map(({ id }) => id)).toEqual([ids.inFrame]);
    expect(Buffer.from(part.pictures[0]!.data, 'base64')).toEqual((await shown(from, ids.inFrame).expect(200)).body);
  });

  test('what does not fit is counted and left out, smaller ones still come', async () => {
    const board = readSeen((await openDoc(from)));
    const files = api.app.get(FilesService, { strict: false });
    const sessionId = from.given.sessionId;
    const all = await picturesForFile(board, sessionId, files);
    expect([all.pictures.size, all.leftOut]).toEqual([2, 0]);
    const most = [...all.pictures.values()].reduce((sum, bytes) => sum + bytes.length + 100, 0) - 1;
    const some = await picturesForFile(board, sessionId, files, most);
    expect([some.pictures.size, some.leftOut]).toEqual([1, 1]);
  });

  test('comes into a session of another process with pictures of its own; a look stores nothing', async () => {
    const to = await newBoard();
    const [before, lying] = [await rows(), await stored()];
    expect((await send(to, 'import-previews', file).expect(200)).body as ImportPreview).toMatchObject({ drawingCount: 2, faults: [] });
    expect([await rows(), await stored()]).toEqual([before, lying]);
    await send(to, 'imports', file).expect(201);
    const came = pictureIds(await exported(to));
    expect(came).toHaveLength(2);
    for (const fileId of came) {
      expect([ids.inFrame, ids.beside]).not.toContain(fileId);
      expect((await sharp((await shown(to, fileId).expect(200)).body as Buffer).metadata()).format).toBe('webp');
      await shown(from, fileId).expect(404);
    }
    for (const fileId of Object.values(ids)) await shown(to, fileId).expect(404);
    expect((await rows()).filter((row) => came.includes((row as { id: string }).id))).toEqual([...came].sort().map((id) => ({
      id, session_id: to.given.sessionId, person_id: to.given.facilitator.personId, participant_id: null, place: 'board',
    })));
    // its own export finds its pictures here: none is kept twice
    const count = (await rows()).length;
    await send(to, 'imports', await exported(to)).expect(201);
    expect(await rows()).toHaveLength(count);
  });

  test('in an anonymous activity nobody stands beside them', async () => {
    const to = await newBoard('anonymous');
    await send(to, 'imports', file).expect(201);
    expect((await rows()).filter((row) => (row as { session_id: string }).session_id === to.given.sessionId)).toMatchObject([{ person_id: null, participant_id: null }, { person_id: null, participant_id: null }]);
  });

  test('when the last step fails, no row and no bytes stay', async () => {
    const to = await newBoard();
    const [before, lying] = [await rows(), await stored()];
    await api.database.query('alter table audit_entry rename to audit_entry_gone');
    try {
      await send(to, 'imports', file).expect(500);
    } finally {
      await api.database.query('alter table audit_entry_gone rename to audit_entry');
    }
    expect([await rows(), await stored()]).toEqual([before, lying]);
  });

  test('a session that is full of pictures takes no more, and nothing of the board', async () => {
    const to = await newBoard();
    await api.database.query(`insert into file (id, session_id, place, width, height, byte_count) select gen_random_uuid(), $1, 'board', 1, 1, 1 from generate_series(1, 199)`, [to.given.sessionId]);
    const lying = await stored();
    expect((await send(to, 'imports', file).expect(409)).body).toMatchObject({ code: 'file/full' });
    expect(await stored()).toEqual(lying);
    expect((await exported(to)).drawings).toEqual([]);
    await api.database.query('delete from file where session_id = $1', [to.given.sessionId]);
  });
});

describe('SEC-50, SEC-52, SEC-56: a picture in a file is taken as one that comes alone', () => {
  test.each<[string, () => Promise<Buffer | string>]>([
    ['an SVG', async () => '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script>alert(1)</script></svg>'],
    ['a bomb of pixels', () => sharp({ create: { width: 9_000, height: 9_000, channels: 3, background: 'red' } }).png().toBuffer()],
    ['a lie about its type', async () => Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.from('<html>')])],
    ['half of a picture', async () => (await red().resize(800, 800).jpeg().toBuffer()).subarray(0, 900)],
    ['nothing', async () => ''],
  ])('%s is a fault, and stays away if that is asked', async (_, make) => {
    const to = await newBoard();
    const hostile = held(await make());
    const [before, lying] = [await rows(), await stored()];
    expect((await send(to, 'import-previews', hostile).expect(200)).body).toMatchObject({ drawingCount: 1, faultCount: 1, faults: [{ row: null, code: 'picture-unreadable' }] });
    expect((await send(to, 'imports', hostile).expect(400)).body).toMatchObject({ code: 'import/faulty' });
    expect([await rows(), await stored()]).toEqual([before, lying]);
    await send(to, 'imports', hostile, 'yes').expect(201);
    expect((await exported(to)).pictures).toHaveLength(1);
  });

  test('where it was taken is not kept', async () => {
    const to = await newBoard();
    const tagged = await red().withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 44/1 0/1' } }).jpeg().toBuffer();
    expect((await sharp(tagged).metadata()).exif).toBeDefined();
    await send(to, 'imports', held(tagged)).expect(201);
    for (const { data } of (await exported(to)).pictures) expect((await sharp(Buffer.from(data, 'base64')).metadata()).exif).toBeUndefined();
  });

  test.each<[string, () => unknown]>([
    ['more pictures than a session may have', () => ({ ...file, pictures: Array.from({ length: 10_001 }, () => ({ id: ids.inFrame, data: '' })) })],
    ['an id that is none', () => ({ ...file, pictures: [{ id: '../../etc/passwd', data: '' }] })],
    ['a name beside it', () => ({ ...file, pictures: [{ ...file.pictures[0], name: 'x.svg' }] })],
  ])('%s: nothing comes', async (_, make) => {
    const to = await newBoard();
    const [before, lying] = [await rows(), await stored()];
    await send(to, 'imports', make(), 'yes').expect(400);
    expect([await rows(), await stored()]).toEqual([before, lying]);
  });

  test('a file above its limit is refused, and one larger than a table goes nowhere else', async () => {
    const to = await newBoard();
    const lying = await stored();
    const large = ' '.repeat(BOARD_FILE_MAX_BYTES + 1);
    await send(to, 'imports', large).expect(413);
    const elsewhere = (path: string) => to.given.facilitator.agent.post(path).set('Idempotency-Key', randomUUID()).type(BOARD_FILE_TYPE).send(large.slice(0, IMPORT_MAX_BYTES + 1));
    await elsewhere(`/api/boards/${to.boardId}/imports?kind=table`).expect(413);
    await elsewhere(`/api/boards/${to.boardId}/pictures`).expect(415);
    expect(await stored()).toEqual(lying);
  });
});

test('files of the first two versions still come in, and name a picture that is not here', async () => {
  const to = await newBoard();
  const { pictures: _, ...second } = { ...file, version: 2 };
  expect((await send(to, 'import-previews', second).expect(200)).body).toMatchObject({ drawingCount: 0, faultCount: 2, faults: [{ code: 'picture-elsewhere' }, { code: 'picture-elsewhere' }] });
  await send(from, 'imports', second).expect(201);
  const { drawings: _drawings, ...first } = { ...second, version: 1, frames: [], notes: [] };
  await send(to, 'imports', first).expect(201);
});

/** The board as it stands. */
async function openDoc(board: Board): Promise<Tab['doc']> {
  let found: Tab['doc'] | undefined;
  await onBoard(board, (doc) => (found = doc));
  return found!;
}
