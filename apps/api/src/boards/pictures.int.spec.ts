import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, utimesSync } from 'node:fs';
import http from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PICTURE_SIDE_MAX, PICTURES_PER_PARTICIPANT_MAX, PICTURES_PER_SESSION_MAX, SMALL_PICTURE_SIDE_MAX, type TakenPicture } from '@spolu/contracts/boards';
import { PICTURE_MAX_BYTES } from '@spolu/contracts/plain';
import sharp from 'sharp';
import { FilesService } from '../files/files.service.ts';
import { givenApi, type Someone, type TestApi } from '../testing/given-api.ts';
import { givenBoard, type GivenBoard } from './given-board.ts';

let api: TestApi;
let board: GivenBoard;
beforeAll(async () => {
  api = await givenApi();
  board = await givenBoard(api);
});
afterAll(() => api?.stop());

const drawn = (width = 40, height = 20) => sharp({ create: { width, height, channels: 3, background: { r: 200, g: 30, b: 30 } } });
const send = (someone: Someone, bytes: Buffer, { type = 'image/png', to = board.boardId, key = randomUUID() } = {}) =>
  someone.agent.post(`/api/boards/${to}/pictures`).set('Idempotency-Key', key).type(type).send(bytes);
const taken = async (someone: Someone, bytes: Buffer, options?: Parameters<typeof send>[2]) => (await send(someone, bytes, options).expect(201)).body as TakenPicture;
const addressOf = ({ fileId }: TakenPicture, size = 'full', { boardId } = board) => `/api/boards/${boardId}/pictures/${fileId}?size=${size}`;
const read = async (someone: Someone, picture: TakenPicture, size?: string) => (await someone.agent.get(addressOf(picture, size)).responseType('blob').expect(200)).body as Buffer;
/** Names of all that lies in the data folder below `folder`. */
const lying = (folder: 'files' | 'incoming') =>
  existsSync(join(api.config.dataDir, folder)) ? readdirSync(join(api.config.dataDir, folder), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => name) : [];
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((again) => setImmediate(again));
}
const rowCount = async () => Number((await api.database.query<{ count: string }[]>('select count(*) from file'))[0]!.count);

describe('SEC-50: pictures that people bring', () => {
  it.each(['png', 'jpeg', 'webp'] as const)('a %s is taken and given back in two sizes', async (format) => {
    const guest = await board.guest();
    const picture = await taken(guest, await drawn(5_000, 1_000).toFormat(format).toBuffer(), { type: `image/${format}` });
    expect(picture).toEqual({ fileId: expect.any(String), width: PICTURE_SIDE_MAX, height: 819 });
    expect(await sharp(await read(guest, picture)).metadata()).toMatchObject({ format: 'webp', width: PICTURE_SIDE_MAX, height: 819 });
    expect(await sharp(await read(guest, picture, 'small')).metadata()).toMatchObject({ format: 'webp', width: SMALL_PICTURE_SIDE_MAX });
    expect(lying('incoming')).toEqual([]);
  });

  it('goes by what it is, not by what it is called', async () => {
    const guest = await board.guest();
    const picture = await taken(guest, await drawn().jpeg().toBuffer(), { type: 'image/png' });
    expect(picture).toMatchObject({ width: 40, height: 20 });
  });

  it('where it was taken and by which device is not kept, and it stands upright', async () => {
    const staff = await board.staff();
    const photo = await drawn(40, 20).jpeg().withExif({ IFD0: { Make: 'SPY-CAMERA', Orientation: '6' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 44/1 0/1' } }).toBuffer();
    expect(photo.includes('SPY-CAMERA')).toBe(true);
    const turned = await sharp(photo).withMetadata({ orientation: 6 }).toBuffer();
    const picture = await taken(staff, turned, { type: 'image/jpeg' });
    expect(picture).toMatchObject({ width: 20, height: 40 });
    for (const size of ['full', 'small']) {
      const bytes = await read(staff, picture, size);
      const { exif, xmp, icc, orientation } = await sharp(bytes).metadata();
      expect({ exif, xmp, icc, orientation, named: bytes.includes('SPY-CAMERA') }).toEqual({ exif: undefined, xmp: undefined, icc: undefined, orientation: undefined, named: false });
    }
  });

  it('a page hidden in or behind a picture is gone', async () => {
    const guest = await board.guest();
    const script = '<script>alert(document.cookie)</script>';
    const png = await drawn().png().withExif({ IFD0: { ImageDescription: script } }).toBuffer();
    expect(png.includes(script)).toBe(true);
    const picture = await taken(guest, Buffer.concat([png, Buffer.from(`\n<html>${script}</html>`)]));
    expect((await read(guest, picture)).includes('script')).toBe(false);
  });

  it.each<[string, () => Buffer | Promise<Buffer>, string, number, string]>([
    ['a page that says it is a picture', () => Buffer.from('<html><script>alert(1)</script></html>'), 'image/png', 415, 'unsupported-media-type'],
    ['SVG under its own name', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'image/svg+xml', 415, 'unsupported-media-type'],
    ['SVG under another name', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'image/png', 415, 'unsupported-media-type'],
    ['a GIF that is a script', () => Buffer.from('GIF89a=1;alert(1)'), 'image/webp', 415, 'unsupported-media-type'],
    ['a PDF', () => Buffer.from('%PDF-1.7\n'), 'application/pdf', 415, 'unsupported-media-type'],
    ['a form with a file', () => Buffer.from('--x\r\nContent-Disposition: form-data; name="f"; filename="a.png"\r\n\r\nx\r\n--x--'), 'multipart/form-data; boundary=x', 415, 'unsupported-media-type'],
    ['JSON', () => Buffer.from('{}'), 'application/json', 415, 'unsupported-media-type'],
    ['the beginning of a picture and no more', async () => (await drawn(400, 400).png().toBuffer()).subarray(0, 200), 'image/png', 400, 'file/unreadable'],
    ['only the signs it begins with', () => Buffer.from('89504e470d0a1a0a', 'hex'), 'image/png', 400, 'file/unreadable'],
    ['nothing', () => Buffer.alloc(0), 'image/png', 400, 'malformed-request'],
    ['a bomb: few bytes, 400 megapixels', () => sharp({ create: { width: 20_000, height: 20_000, channels: 3, background: 'red' }, limitInputPixels: false }).png().toBuffer(), 'image/png', 413, 'file/too-many-pixels'],
    ['more than ten megabytes', () => Buffer.alloc(PICTURE_MAX_BYTES + 1, 0x89), 'image/png', 413, 'too-large'],
  ])('refused: %s', async (_, bytes, type, status, code) => {
    const guest = await board.guest();
    const [before, rows] = [lying('files'), await rowCount()];
    const answer = await send(guest, await bytes(), { type }).expect(status);
    expect(answer.body).toMatchObject({ code });
    expect([lying('files'), await rowCount(), lying('incoming')]).toEqual([before, rows, []]);
  });

  it('bytes without end are cut off, though no length was said', async () => {
    const guest = await board.guest();
    const status = await new Promise<number | undefined>((done, failed) => {
      const request = http.request(`${api.url}/api/boards/${board.boardId}/pictures`, {
        method: 'POST', headers: { 'Origin': api.url, 'Cookie': guest.cookie, 'Content-Type': 'image/png', 'Idempotency-Key': randomUUID() },
      }, (answer) => { answer.resume(); done(answer.statusCode); });
      request.on('error', failed);
      const more = () => { if (!request.destroyed && !request.writableEnded) request.write(Buffer.alloc(256 * 1024), more); };
      more();
    });
    expect(status).toBe(413);
    expect(lying('incoming')).toEqual([]);
  });

  it('an upload that breaks off leaves nothing', async () => {
    const guest = await board.guest();
    const [before, rows] = [lying('files'), await rowCount()];
    const gone = new Promise<void>((done) => {
      api.app.getHttpServer().once('request', (request: http.IncomingMessage) => request.once('close', () => done()));
    });
    const begun = new Promise<void>((done) => {
      const request = http.request(`${api.url}/api/boards/${board.boardId}/pictures`, {
        method: 'POST', headers: { 'Origin': api.url, 'Cookie': guest.cookie, 'Content-Type': 'image/png', 'Content-Length': 5_000_000, 'Idempotency-Key': randomUUID() },
      });
      request.on('error', () => done());
      request.write(Buffer.alloc(1_000_000, 0x89));
      void until(() => lying('incoming').length > 0).then(() => request.destroy());
    });
    await Promise.all([begun, gone]);
    await until(() => lying('incoming').length === 0);
    expect([lying('files'), await rowCount(), lying('incoming')]).toEqual([before, rows, []]);
  });

  it('names nothing by what people send: a name or a path in the request reaches no file', async () => {
    const guest = await board.guest();
    const bytes = await drawn().png().toBuffer();
    const answer = await guest.agent.post(`/api/boards/${board.boardId}/pictures`).set('Idempotency-Key', randomUUID()).type('image/png')
      .set('Content-Disposition', 'attachment; filename="../../../evil.php.png"').send(bytes).expect(201);
    const { fileId } = answer.body as TakenPicture;
    expect(lying('files').filter((name) => name.startsWith(fileId)).sort()).toEqual([`${fileId}.small.webp`, `${fileId}.webp`]);
    expect(lying('files').filter((name) => /evil|php/.test(name))).toEqual([]);
    for (const path of ['..%2f..%2fdemo', '%2e%2e%2fsign-in-secret', `${fileId}.webp`, `${fileId}%00`, `${fileId}/../${fileId}.webp`]) {
      expect([400, 404]).toContain((await guest.agent.get(`/api/boards/${board.boardId}/pictures/${path}`)).status);
    }
    for (const path of [`/files/${fileId.slice(-2)}/${fileId}.webp`, `/.data/files/${fileId}.webp`]) expect((await guest.agent.get(path)).status).toBe(404);
  });

  it('sent again with the same key, it is the same picture', async () => {
    const guest = await board.guest();
    const bytes = await drawn().png().toBuffer();
    const key = randomUUID();
    const [first, before] = [await taken(guest, bytes, { key }), lying('files').length];
    expect(await taken(guest, bytes, { key })).toEqual(first);
    expect(lying('files')).toHaveLength(before);
    await send(guest, await drawn(41, 300).png().toBuffer(), { key }).expect(409);
  });

  it('a participant and a session have so many and no more, also when many come at once', async () => {
    const small = await givenBoard(api);
    const [guest, staff] = [await small.guest(), await small.staff()];
    const bytes = await drawn().png().toBuffer();
    const fill = (count: number, participantId: string | null) =>
      api.database.query(`insert into file (id, session_id, participant_id, width, height, byte_count) select gen_random_uuid(), $1, $2, 1, 1, 1 from generate_series(1, $3::int)`, [small.sessionId, participantId, count]);
    await fill(PICTURES_PER_PARTICIPANT_MAX - 1, guest.participantId);
    const both = await Promise.all([send(guest, bytes, { to: small.boardId }), send(guest, bytes, { to: small.boardId })]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await send(guest, bytes, { to: small.boardId }).expect(409)).body).toMatchObject({ code: 'file/full', facts: { count: PICTURES_PER_PARTICIPANT_MAX } });
    await taken(staff, bytes, { to: small.boardId });
    await fill(PICTURES_PER_SESSION_MAX - PICTURES_PER_PARTICIPANT_MAX - 1, null);
    expect((await send(staff, bytes, { to: small.boardId }).expect(409)).body).toMatchObject({ code: 'file/full', facts: { count: PICTURES_PER_SESSION_MAX } });
  });

  it('who brought it is kept, except in an anonymous activity', async () => {
    const other = await givenBoard(api, { anonymous: true });
    const bytes = await drawn().png().toBuffer();
    const [guest, staff] = [await other.guest(), await other.staff()];
    const rows = async () => api.database.query<object[]>('select participant_id, person_id from file where session_id = $1', [other.sessionId]);
    await taken(staff, bytes, { to: other.boardId });
    expect(await rows()).toEqual([{ participant_id: null, person_id: null }]);
    await send(guest, bytes, { to: other.boardId }).expect(403);
    await other.setRule({ anonymous: false });
    await taken(guest, bytes, { to: other.boardId });
    await taken(staff, bytes, { to: other.boardId });
    expect((await rows()).slice(1)).toEqual([{ participant_id: guest.participantId, person_id: null }, { participant_id: null, person_id: staff.personId }]);
  });

  it('may not be brought by who only looks on, a stranger, or anybody while nobody writes', async () => {
    const bytes = await drawn().png().toBuffer();
    const other = await givenBoard(api, { locked: true });
    await send(api.stranger(), bytes).expect(404);
    await send(await api.person(), bytes).expect(404);
    await send(await board.guest(), bytes, { to: other.boardId }).expect(404);
    const observer = await api.person({ roles: [{ scope: 'session', scopeId: board.sessionId, role: 'observer' }] });
    expect((await send(observer, bytes).expect(403)).body).toMatchObject({ code: 'forbidden' });
    expect((await send(await other.guest(), bytes, { to: other.boardId }).expect(403)).body).toMatchObject({ code: 'board/read-only' });
    await taken(await other.staff(), bytes, { to: other.boardId });
    await other.setRule({ open: false });
    await send(await other.staff(), bytes, { to: other.boardId }).expect(403);
  });

  it('bytes that a failed command left behind are swept away after a day, all others stay', async () => {
    const guest = await board.guest();
    const files = api.app.get(FilesService, { strict: false });
    const picture = await taken(guest, await drawn().png().toBuffer());
    const left = await taken(guest, await drawn().png().toBuffer());
    await api.database.query('delete from file where id = $1', [left.fileId]);
    const path = (name: string) => join(api.config.dataDir, 'files', name.slice(34, 36), name);
    expect(await files.sweep()).toBe(0);
    for (const { fileId } of [picture, left]) for (const name of [`${fileId}.webp`, `${fileId}.small.webp`]) utimesSync(path(name), new Date(0), new Date(0));
    expect(await files.sweep()).toBe(2);
    expect(lying('files').filter((name) => name.startsWith(left.fileId))).toEqual([]);
    await read(guest, picture);
  });
});

describe('SEC-51: who is given a picture', () => {
  it('whoever may enter a board of its session, and a copied address helps nobody else', async () => {
    const guest = await board.guest();
    const picture = await taken(guest, await drawn().png().toBuffer());
    await read(await board.guest(), picture);
    await read(await board.staff(), picture);
    for (const someone of [api.stranger(), await api.person(), await (await givenBoard(api)).guest()]) {
      await someone.agent.get(addressOf(picture)).expect(404);
    }
    const elsewhere = await givenBoard(api);
    await (await elsewhere.staff()).agent.get(addressOf(picture, 'full', elsewhere)).expect(404);
    await api.database.query('update sign_in_participant set removed_at = now() where participant_id = $1', [guest.participantId]);
    await guest.agent.get(addressOf(picture)).expect(404);
  });

  it('as nothing but a picture, kept by the browser alone and asked for again each time', async () => {
    const guest = await board.guest();
    const picture = await taken(guest, await drawn().png().toBuffer());
    const { headers } = await guest.agent.get(addressOf(picture)).expect(200);
    expect(headers).toMatchObject({
      'content-type': 'image/webp', 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'; sandbox", 'cache-control': 'private, no-cache',
      'cross-origin-resource-policy': 'same-origin',
    });
    await guest.agent.get(addressOf(picture)).set('If-None-Match', headers['etag'] as string).expect(304);
    await api.stranger().agent.get(addressOf(picture)).set('If-None-Match', headers['etag'] as string).expect(404);
  });
});
