import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { partOf } from '@spolu/contracts/activities/part-of';
import { BoardFile, type ExportBoard } from '@spolu/contracts/board-files';
import Papa from 'papaparse';
import sharp from 'sharp';
import { Tab } from '../../boards/given-board.ts';
import { givenApi, type Someone, type TestApi } from '../../testing/given-api.ts';
import { readPdf } from '../../testing/read-pdf.ts';
import { ask, brainstorm, compose, givenSession, type GivenSession, type Phone } from '../given-session.ts';
import { addPicture } from '@spolu/board/drawing-edits';

let api: TestApi;
let given: GivenSession;
let phones: Phone[];
let boardId: string;
let frames: { id: string; title: string }[];
beforeAll(async () => {
  api = await givenApi();
  given = await givenSession(api);
  phones = [await given.join({ nickname: 'Marta', sector: 'ngo' }), await given.join()];
  const activityId = await given.started(brainstorm('open', ['Dnes', 'Зараз']));
  const { room } = await given.room();
  boardId = room.boardId;
  frames = partOf(room.activity, 'brainstorm')!.frames;
  await ask(phones[0]!, 'put', `/participants/${phones[0]!.participantId}/consents`, { kind: 'quote', given: true, version: 1, language: 'sk' }).expect(204);
  await compose(phones[0]!, activityId, 'Ľadoborec na Ďumbieri, žltý kôň', { frameId: frames[0]!.id });
  await compose(phones[1]!, activityId, '=1+1', { frameId: frames[1]!.id });
  await compose(phones[1]!, activityId, 'Їжак і ґанок', { frameId: frames[1]!.id });
});
afterAll(() => api?.stop());

const exporting = (someone: Pick<Someone, 'agent'>, asked: Partial<ExportBoard> = {}, of = boardId) =>
  ask(someone, 'post', `/boards/${of}/exports`, { format: 'csv', language: 'sk', range: { kind: 'whole' }, ...asked }).responseType('blob');
const file = async (asked: Partial<ExportBoard>, of = boardId) => (await exporting(given.facilitator, asked, of).expect(200)).body as Buffer;
const rowsOf = (csv: Buffer) => Papa.parse<Record<string, string>>(csv.toString().replace(/^\ufeff/, ''), { header: true, skipEmptyLines: true }).data;

describe('a board as a file', () => {
  test('as a table: what people wrote, with ids that lead to it; names only if asked, of those who agreed', async () => {
    const answer = await exporting(given.facilitator).expect(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8', 'content-security-policy': "default-src 'none'; sandbox", 'cache-control': 'no-store',
      'content-disposition': expect.stringMatching(/^attachment; filename="dielna-o-energii-\d{4}-\d\d-\d\d\.csv"$/),
    });
    const rows = rowsOf(answer.body as Buffer);
    expect(rows.map((row) => [row['text'], row['rám']])).toEqual([['Ľadoborec na Ďumbieri, žltý kôň', 'Dnes'], ["'=1+1", 'Зараз'], ['Їжак і ґанок', 'Зараз']]);
    const [known] = await api.database.query<{ text: string }[]>('select text from contribution where id = $1', [rows[0]!['ID príspevku']]);
    expect(known!.text).toBe('Ľadoborec na Ďumbieri, žltý kôň');
    expect((answer.body as Buffer).toString()).not.toMatch(/Marta|neziskový/);
    expect(rowsOf(await file({ authors: true })).map((row) => [row['autor'], row['sektor']])).toEqual([['Marta', 'neziskový'], ['účastník/účastníčka 2', ''], ['účastník/účastníčka 2', '']]);
    expect((await file({ format: 'xlsx' })).subarray(0, 2).toString()).toBe('PK');
  });

  test('as a file of our own, without anybody in it', async () => {
    const bytes = await file({ format: 'json' });
    const read = BoardFile.parse(JSON.parse(bytes.toString()));
    expect(read.frames.map(({ title }) => title)).toEqual(['Dnes', 'Зараз']);
    expect(read.notes.map(({ text }) => text)).toHaveLength(3);
    for (const { participantId } of phones) expect(bytes.toString()).not.toContain(participantId);
  });

  test('as much of it as is asked', async () => {
    const part = BoardFile.parse(JSON.parse((await file({ format: 'json', range: { kind: 'frames', frameIds: [frames[0]!.id] } })).toString()));
    expect([part.frames.length, part.notes.map(({ text }) => text)]).toEqual([1, ['Ľadoborec na Ďumbieri, žltý kôň']]);
    const chosen = BoardFile.parse(JSON.parse((await file({ format: 'json', range: { kind: 'selection', ids: [part.notes[0]!.id] } })).toString()));
    expect([chosen.frames, chosen.notes.length, chosen.notes[0]!.frameId]).toEqual([[], 1, null]);
  });

  test('as a drawing: an SVG, and what a browser paints from', async () => {
    const svg = (await file({ format: 'svg' })).toString();
    expect(svg).toMatch(/^<\?xml[\s\S]*<svg [\s\S]*Їжак і ґанок/);
    const drawing = JSON.parse((await file({ format: 'drawing' })).toString()) as { width: number; items: { kind: string; text?: string }[] };
    expect(drawing.items.flatMap(({ text }) => text ?? [])).toContain('Dnes');
  });

  test('on paper: one page or one for each frame, A4 to a poster, with words in our own typeface that can be found and copied', async () => {
    const whole = readPdf(await file({ format: 'pdf' }));
    expect(whole.pageCount).toBe(1);
    expect(whole.words[0]).toBe('Dielňa o energii');
    expect(whole.text).toMatch(/Zdroj: .*2026/);
    expect(whole.words.join(' ')).toMatch(/Ľadoborec na/);
    expect(whole.words).toContain('Їжак і ґанок');
    expect(whole.fonts.every((name) => /^[A-Z]+\+SourceSans3-(Regular|SemiBold)$/.test(name))).toBe(true);
    const [width, height] = whole.sheets[0]!;
    expect([Math.round(width), Math.round(height)]).toEqual([842, 595]);
    const pages = readPdf(await file({ format: 'pdf', pages: 'frames', paper: 'a1', language: 'uk' }));
    expect(pages.pageCount).toBe(2);
    expect(pages.words.filter((words) => /^сторінка \d з 2$/.test(words))).toHaveLength(2);
    expect(Math.max(...pages.sheets[0]!)).toBeCloseTo(2_383.94, 0);
  });

  test('of an empty board there is one too', async () => {
    const empty = await givenSession(api);
    const { room } = await empty.room();
    for (const format of ['csv', 'xlsx', 'json', 'svg', 'pdf', 'drawing'] as const) {
      await exporting(empty.facilitator, { format, pages: 'frames' }, room.boardId).expect(200);
    }
  });

  test('it is noted who took it, how much, and whether with names; not a word of it', async () => {
    await file({ format: 'pdf', range: { kind: 'frames', frameIds: [frames[0]!.id] } });
    const [entry] = await api.database.query<object[]>(`select person_id, subject_id, facts from audit_entry where action = 'board.exported' order by at desc, id desc limit 1`);
    expect(entry).toEqual({ person_id: given.facilitator.personId, subject_id: boardId, facts: { format: 'pdf', range: 'frames', notes: 1, authors: false } });
  });
});

describe('who may not, and what never', () => {
  test('participants, table hosts and observers are refused, strangers find nothing', async () => {
    for (const role of ['table-host', 'scribe', 'observer'] as const) await exporting(await given.staff(role)).expect(403);
    await exporting(phones[0]!).expect(403);
    await exporting(await given.staff('co-facilitator')).expect(200);
    for (const someone of [api.stranger(), await api.person(), (await givenSession(api)).facilitator]) await exporting(someone).expect(404);
    await exporting(given.facilitator, {}, phones[0]!.participantId).expect(404);
  });

  test('what is hidden is in no file before the reveal, and an anonymous note names nobody after it', async () => {
    const other = await givenSession(api);
    const phone = await other.join({ nickname: 'Zuzana Tajná', sector: 'ngo' });
    const hidden = await other.started(brainstorm('hidden'));
    const of = (await other.room()).room.boardId;
    await compose(phone, hidden, 'Skryté slovo');
    const all = async () => {
      const files = [];
      for (const format of ['csv', 'json', 'svg', 'drawing'] as const) files.push(((await exporting(other.facilitator, { format, authors: true }, of).expect(200)).body as Buffer).toString());
      return [...files, readPdf((await exporting(other.facilitator, { format: 'pdf' }, of).expect(200)).body as Buffer).text].join('\n');
    };
    expect(await all()).not.toMatch(/Skryté|Zuzana/);
    await other.step(hidden, 'reveal');
    expect(await all()).toMatch(/Skryté/);
    await other.step(hidden, 'end');
    const anonymous = await other.started(brainstorm('anonymous'));
    await compose(phone, anonymous, 'Bez mena');
    const text = await all();
    expect(text).toMatch(/Bez mena/);
    expect(text).not.toMatch(/Zuzana/);
  });
});

describe('SEC-51: pictures', () => {
  test('of this session are in drawings and on paper, a file of another session is not, though the board names it', async () => {
    const [mine, other] = [await givenSession(api), await givenSession(api)];
    const dot = await sharp({ create: { width: 30, height: 20, channels: 3, background: 'red' } }).png().toBuffer();
    const bring = async (session: GivenSession) => {
      await session.started(brainstorm('open'));
      const of = (await session.room()).room.boardId;
      const { body } = await session.facilitator.agent.post(`/api/boards/${of}/pictures`).set('Idempotency-Key', randomUUID()).type('image/png').send(dot).expect(201);
      return { of, fileId: (body as { fileId: string }).fileId };
    };
    const [own, foreign] = [await bring(mine), await bring(other)];
    const tab = new Tab(api, mine.facilitator, own.of);
    try {
      await tab.ready();
      for (const [i, { fileId }] of [own, foreign].entries()) {
        addPicture(tab.doc, { id: randomUUID(), participantId: null, fileId, natural: { width: 30, height: 20 }, position: { x: i * 100, y: 0, frameId: null }, alt: `obrázok ${i}` });
      }
      await tab.saved();
    } finally {
      tab.close();
    }
    const svg = ((await exporting(mine.facilitator, { format: 'svg' }, own.of).expect(200)).body as Buffer).toString();
    expect([svg.match(/<image /g)?.length, svg.includes('obrázok 1')]).toEqual([1, true]);
    const pdf = (await exporting(mine.facilitator, { format: 'pdf' }, own.of).expect(200)).body as Buffer;
    expect(pdf.toString('latin1').match(/\/Subtype \/Image/g)).toHaveLength(1);
  });
});

describe('SEC-54: what draws paper reaches nothing', () => {
  let server: Server;
  let asked = 0;
  beforeAll(async () => {
    server = createServer((_, response) => {
      asked++;
      response.end();
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  });
  afterAll(() => new Promise((closed) => server.close(closed)));

  test('an address, a file and a page in a note stay words', async () => {
    const other = await givenSession(api);
    const activityId = await other.started(brainstorm('open'));
    const phone = await other.join();
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/x.png`;
    await compose(phone, activityId, `<img src=${address}>`);
    await compose(phone, activityId, 'file:///etc/passwd');
    const of = (await other.room()).room.boardId;
    for (const format of ['pdf', 'svg'] as const) await exporting(other.facilitator, { format }, of).expect(200);
    const bytes = (await exporting(other.facilitator, { format: 'pdf' }, of).expect(200)).body as Buffer;
    expect(readPdf(bytes).text.replace(/\n/g, '')).toContain('file:///etc/passwd');
    expect(bytes.toString('latin1')).not.toMatch(/\/URI|\/Launch|\/JavaScript|\/EmbeddedFile|root:/);
    expect(asked).toBe(0);
  });
});
