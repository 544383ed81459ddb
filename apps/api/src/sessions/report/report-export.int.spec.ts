import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ExportReader } from '@spolu/contracts/export-reader';
import type { ExportLine, ExportReport } from '@spolu/contracts/report-export';
import { inflateRawSync } from 'node:zlib';
import type { NotesToTranslate } from '@spolu/contracts/second-language';
import type { TakenPicture } from '@spolu/contracts/boards';
import { addPicture } from '@spolu/board/drawing-edits';
import { removeItem } from '@spolu/board/items';
import sharp from 'sharp';
import { Tab } from '../../boards/given-board.ts';
import { givenApi, type Someone, type TestApi } from '../../testing/given-api.ts';
import { ask, brainstorm, command, compose, givenSession, type GivenSession, sessionOf } from '../given-session.ts';
import { EXPORTS_PER_READER } from './report-export.service.ts';

let api: TestApi;
beforeAll(async () => {
  api = await givenApi();
});
afterAll(() => api?.stop());

interface Taken {
  status: number;
  lines: ExportLine[];
  file: Buffer;
}
async function take(given: GivenSession, who: Pick<Someone, 'agent'>, asked: ExportReport): Promise<Taken> {
  const { status, body } = await ask(who, 'post', `/sessions/${given.sessionId}/report/exports`, asked).buffer(true).parse((response, done) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => done(null, Buffer.concat(chunks)));
  });
  const lines: ExportLine[] = [];
  const parts: Uint8Array[] = [];
  if (status === 200) for (const said of new ExportReader().read(body as Buffer)) if ('part' in said) parts.push(said.part); else lines.push(said);
  return { status, lines, file: Buffer.concat(parts) };
}
/** Files of an archive by their names, as its central directory has them. */
function unzip(archive: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  let at = archive.readUInt32LE(end + 16);
  for (let i = 0; i < archive.readUInt16LE(end + 10); i++) {
    const [method, size, nameSize, extraSize, commentSize, local] = [archive.readUInt16LE(at + 10), archive.readUInt32LE(at + 20), archive.readUInt16LE(at + 28), archive.readUInt16LE(at + 30), archive.readUInt16LE(at + 32), archive.readUInt32LE(at + 42)];
    const name = archive.subarray(at + 46, at + 46 + nameSize).toString();
    const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const bytes = archive.subarray(from, from + size);
    files.set(name, method === 8 ? inflateRawSync(bytes) : bytes);
    at += 46 + nameSize + extraSize + commentSize;
  }
  return files;
}

async function givenHeld(): Promise<GivenSession> {
  const given = await givenSession(api, { visibility: 'public' });
  const phone = await given.join({ sector: 'residents' });
  const writing = await given.started(brainstorm());
  await compose(phone, writing, '=HYPERLINK("http://zlo.sk")');
  await compose(phone, writing, 'Менше шуму', { language: 'uk' });
  await command(given.facilitator, 'post', `/sessions/${given.sessionId}/report-draft/blocks`, { content: { kind: 'actions', items: [{ id: randomUUID(), text: 'Obhliadka', owner: '', dueOn: '2026-12-15' }] }, after: null });
  await given.close();
  return given;
}

describe('a report as a file', () => {
  test('is a document with headings, lists, tables, a picture with words for it, in the languages its texts are in', async () => {
    const given = await givenHeld();
    const jpeg = await sharp({ create: { width: 40, height: 80, channels: 3, background: 'red' } }).jpeg().toBuffer();
    const brought = await given.facilitator.agent.post(`/api/sessions/${given.sessionId}/report-pictures?people=nobody`).set('Idempotency-Key', randomUUID()).type('image/jpeg').send(jpeg).expect(201);
    const content = { kind: 'picture', fileId: (brought.body as TakenPicture).fileId, caption: 'Záver druhého stola', alt: 'Strom so šiestimi "vetvami"' };
    await command(given.facilitator, 'post', `/sessions/${given.sessionId}/report-draft/blocks`, { content, after: null });
    const { lines, file } = await take(given, given.facilitator, { format: 'docx', of: 'draft' });
    expect(lines.at(-1)).toEqual({ end: true });
    expect(lines).toContainEqual({ file: expect.stringMatching(/^dielna-o-energii-\d{4}-\d\d-\d\d\.docx$/), type: expect.stringContaining('wordprocessingml') });
    expect(lines).toContainEqual({ step: 'boards', done: 0, of: 1 });
    const parts = unzip(file);
    const document = parts.get('word/document.xml')!.toString();
    expect(document.match(/w:pStyle w:val="Heading1"/g)).toHaveLength(5);
    expect(document).toMatch(/<w:tblHeader\/>/);
    expect(document).toMatch(/<w:numPr>/);
    expect(document).toMatch(/descr="Obrázok tabule: 2 lístky, 0 zhlukov/);
    expect(document).toContain('descr="Strom so šiestimi &quot;vetvami&quot;"');
    expect([...parts.keys()].filter((name) => /word\/media\/.*jpg/.test(name))).toHaveLength(1);
    expect(document).toMatch(/w:lang w:val="uk-UA"\/><\/w:rPr><w:t[^>]*>Менше шуму/);
    expect(document).toContain('15. decembra 2026');
    expect(parts.get('word/styles.xml')!.toString()).toContain('w:lang w:val="sk-SK"');
    expect([...parts.keys()].filter((name) => /word\/media\/.*png/.test(name))).toHaveLength(1);
    expect(parts.get('word/footer1.xml')!.toString()).toMatch(/PAGE[\s\S]*NUMPAGES/);
  });

  test('SEC-53: is tables in which nothing is reckoned, with the ids of what they are about', async () => {
    const given = await givenHeld();
    const { file } = await take(given, api.stranger(), { format: 'csv', of: 'readers' });
    const rows = file.toString().split('\r\n');
    expect(rows[0]).toBe('\ufeff"ID príspevku";"Text";"Jazyk";"Autor";"ID aktivity";"Aktivita";"Rám";"ID zhluku";"Zhluk";"Z papiera";"Jazyk prekladu";"Preklad (preložil človek)"');
    expect(rows[1]).toMatch(/^"[0-9a-f-]{36}";"'=HYPERLINK\(""http:\/\/zlo\.sk""\)";"sk";"";"[0-9a-f-]{36}";/);
    const { file: xlsx } = await take(given, given.facilitator, { format: 'xlsx', of: 'draft' });
    const sheets = [...unzip(xlsx)].filter(([name]) => /worksheets\/sheet/.test(name)).map(([, xml]) => xml.toString());
    expect(sheets).toHaveLength(3);
    expect(sheets.join()).not.toMatch(/<f>/);
  });

  test('of a session in two languages tells translations beside the words that they are of, and says that they are none of the author', async () => {
    const given = await givenSession(api, { visibility: 'public' });
    await command(given.facilitator, 'put', `/sessions/${given.sessionId}`, sessionOf({ visibility: 'public', secondLanguage: 'uk', second: { language: 'uk', pairs: [{ of: 'Dielňa o energii', is: 'Майстерня про енергію' }, { of: 'Vitajte!', is: 'Ласкаво просимо!' }] } }));
    const writing = await given.started(brainstorm(), { second: { language: 'uk', pairs: [{ of: 'Čo trápi mesto?', is: 'Що турбує місто?' }] } });
    await compose(await given.join(), writing, 'Менше шуму', { language: 'uk' });
    const { items: [note] } = await command<NotesToTranslate>(given.facilitator, 'get', `/sessions/${given.sessionId}/translations`);
    await command(given.facilitator, 'put', `/sessions/${given.sessionId}/translations`, { contributionId: note!.contributionId, language: 'sk', of: 'Менше шуму', text: 'Menej hluku', version: 0 });
    await given.close();
    const document = unzip((await take(given, api.stranger(), { format: 'docx', of: 'readers' })).file).get('word/document.xml')!.toString();
    expect(document).toMatch(/w:val="uk-UA"\/><\/w:rPr><w:t[^>]*>Менше шуму.*w:val="sk-SK"\/><\/w:rPr><w:t[^>]*>Menej hluku.*\(preložil človek\)/);
    expect(document).toMatch(/w:val="uk-UA"\/><\/w:rPr><w:t[^>]*>Що турбує місто\?/);
    // its title, and no greeting
    expect(document).toMatch(/Dielňa o energii.*w:val="uk-UA"\/><\/w:rPr><w:t[^>]*>Майстерня про енергію.*Dielňa/);
    expect(document).not.toContain('Ласкаво');
    expect((await take(given, api.stranger(), { format: 'csv', of: 'readers' })).file.toString()).toMatch(/"Менше шуму";"uk";.*;"sk";"Menej hluku"\r\n/);
  });

  test('is an archive of everything', async () => {
    const given = await givenHeld();
    await command(given.facilitator, 'put', `/sessions/${given.sessionId}/reflection`, { scores: [{ questionId: 'or06', value: 'no' }], lesson: '=Začať skôr', staffHours: 12, directCosts: null, revision: 0 });
    const { lines, file } = await take(given, given.facilitator, { format: 'zip', of: 'draft' });
    const files = unzip(file);
    expect([...files.keys()]).toEqual([
      'README.txt', 'Správa zo stretnutia.docx', 'Správa zo stretnutia.json', 'tables.xlsx', 'notes.csv', 'actions.csv', 'participation.csv', 'reflection.csv', 'boards/1.png', 'boards/1.pdf', 'boards/1.svg', 'boards/1.json',
    ]);
    expect(files.get('reflection.csv')!.toString()).toMatch(/"or06";"Objavil sa vonkajší tlak na výsledok\?";"Nie"\r\n[\s\S]*"or10";"[^"]*";"'=Začať skôr"/);
    expect(files.get('boards/1.pdf')!.subarray(0, 5).toString()).toBe('%PDF-');
    expect(files.get('boards/1.svg')!.toString()).toContain('Менше шуму');
    expect(unzip(files.get('Správa zo stretnutia.docx')!).has('word/document.xml')).toBe(true);
    expect(lines.filter((line) => 'step' in line && line.step === 'writing').at(-1)).toEqual({ step: 'writing', done: 12, of: 12 });
    expect(lines.at(-1)).toEqual({ end: true });
  });

  test('has the pictures that lie on boards, not those that were taken off', async () => {
    const given = await givenSession(api);
    const { boardId } = await given.view();
    const bytes = await sharp({ create: { width: 40, height: 20, channels: 3, background: 'red' } }).png().toBuffer();
    const upload = async () => (await given.facilitator.agent.post(`/api/boards/${boardId}/pictures`).set('Idempotency-Key', randomUUID()).type('image/png').send(bytes).expect(201)).body as TakenPicture;
    const [there, gone] = [await upload(), await upload()];
    const tab = await new Tab(api, given.facilitator, boardId).ready();
    for (const { fileId } of [there, gone]) addPicture(tab.doc, { id: fileId, fileId, natural: { width: 40, height: 20 }, position: { x: 0, y: 0, frameId: null }, participantId: null });
    removeItem(tab.doc, 'picture', gone.fileId, 'staff');
    await tab.saved();
    tab.close();
    const { file } = await take(given, given.facilitator, { format: 'zip', of: 'draft' });
    expect([...unzip(file).keys()].filter((name) => name.startsWith('pictures/'))).toEqual([`pictures/${there.fileId}.jpg`]);
  });

  test('holds nothing that readers do not get', async () => {
    const given = await givenHeld();
    const { blocks, revision } = await command<{ blocks: { key: string }[]; revision: number }>(given.facilitator, 'get', `/sessions/${given.sessionId}/report-draft`);
    const chapter = blocks.find(({ key }) => key.startsWith('activity-'))!.key;
    const path = `/sessions/${given.sessionId}/report-draft/blocks/${chapter}`;
    await command(given.facilitator, 'put', path, { revision: 0, hidden: true, note: '', content: null });
    await command(given.facilitator, 'post', `/sessions/${given.sessionId}/report-versions`, { revision: revision + 1 });
    for (const [who, of] of [[api.stranger(), 'readers'], [given.facilitator, 'draft']] as const) {
      expect((await take(given, who, { format: 'csv', of })).file.toString()).not.toContain('HYPERLINK');
      expect(unzip((await take(given, who, { format: 'docx', of })).file).get('word/document.xml')!.toString()).not.toContain('Менше');
    }
  });

  test('is not taken without end: strangers of one network share a number of files, others take theirs', async () => {
    const given = await givenHeld();
    for (let i = 0; i < EXPORTS_PER_READER; i++) expect((await take(given, api.stranger(), { format: 'csv', of: 'readers' })).status).toBe(200);
    expect((await take(given, api.stranger(), { format: 'csv', of: 'readers' })).status).toBe(429);
    expect((await take(given, given.facilitator, { format: 'csv', of: 'readers' })).status).toBe(200);
  });

  test('is taken by who may read it; the draft and the archive by those who run the session', async () => {
    const given = await givenHeld();
    const [observer, phone] = [await given.staff('observer'), api.stranger()];
    const statuses = async (who: Pick<Someone, 'agent'>) => [
      (await take(given, who, { format: 'csv', of: 'readers' })).status, (await take(given, who, { format: 'csv', of: 'draft' })).status, (await take(given, who, { format: 'zip', of: 'readers' })).status,
    ];
    expect(await statuses(phone)).toEqual([200, 404, 404]);
    expect(await statuses(observer)).toEqual([200, 403, 403]);
    expect(await statuses(given.facilitator)).toEqual([200, 200, 200]);
    const internal = await givenSession(api, { visibility: 'internal' });
    await internal.close();
    expect((await take(internal, api.stranger(), { format: 'csv', of: 'readers' })).status).toBe(404);
    const [{ count }] = await api.database.query<[{ count: string }]>(`select count(*) from audit_entry where action = 'report.exported' and subject_id = $1`, [given.sessionId]);
    expect(Number(count)).toBe(5);
  });
});
