import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TakenPicture } from '@spolu/contracts/boards';
import { ExportReader } from '@spolu/contracts/export-reader';
import type { ReadReport, ReportDraft } from '@spolu/contracts/report-blocks';
import sharp from 'sharp';
import { givenApi, type Someone, type TestApi } from '../../../testing/given-api.ts';
import { ask, command, givenSession, type GivenSession } from '../../given-session.ts';

let api: TestApi;
let bytes: Buffer;
beforeAll(async () => {
  api = await givenApi();
  bytes = await sharp({ create: { width: 60, height: 40, channels: 3, background: 'red' } }).jpeg().toBuffer();
});
afterAll(() => api?.stop());

type Who = Pick<Someone, 'agent'>;
const upload = (given: GivenSession, who: Who = given.facilitator, people = 'nobody') =>
  who.agent.post(`/api/sessions/${given.sessionId}/report-pictures?people=${people}`).set('Idempotency-Key', randomUUID()).type('image/jpeg').send(bytes);
const draftOf = (given: GivenSession): Promise<ReportDraft> => command(given.facilitator, 'get', `/sessions/${given.sessionId}/report-draft`);
const read = (given: GivenSession, who: Who): Promise<ReadReport> => command(who, 'get', `/sessions/${given.sessionId}/report`);
const add = (given: GivenSession, fileId: string) =>
  ask(given.facilitator, 'post', `/sessions/${given.sessionId}/report-draft/blocks`, { content: { kind: 'picture', fileId, caption: 'Záver druhého stola', alt: 'Kreslený záznam: strom so šiestimi vetvami' }, after: null });
const publish = async (given: GivenSession) => ask(given.facilitator, 'post', `/sessions/${given.sessionId}/report-versions`, { revision: (await draftOf(given)).revision });
const look = (given: GivenSession, fileId: string, who: Who) => ask(who, 'get', `/sessions/${given.sessionId}/report-pictures/${fileId}`);
const decide = (phone: Who & { participantId: string }, agreed: boolean) => command(phone, 'put', `/participants/${phone.participantId}/consents`, { kind: 'photo', given: agreed, version: 1, language: 'sk' });
const inDocument = async (given: GivenSession, who: Who, of: 'readers' | 'draft') => {
  const { body } = await ask(who, 'post', `/sessions/${given.sessionId}/report/exports`, { format: 'docx', of }).buffer(true).parse((response, done) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => done(null, Buffer.concat(chunks)));
  });
  const file = Buffer.concat([...new ExportReader().read(body as Buffer)].flatMap((said) => ('part' in said ? [said.part] : [])));
  // names of an archive's files stand in it as they are
  return /word\/media\/[^/]*\.jpg/.test(file.toString('latin1'));
};

/** A closed session whose report, published, shows one picture. */
async function givenShown(people: 'nobody' | 'agreed') {
  const given = await givenSession(api, { visibility: 'public' });
  const phone = await given.join();
  await decide(phone, true);
  const { fileId } = (await upload(given, given.facilitator, people).expect(201)).body as TakenPicture;
  await add(given, fileId).expect(201);
  await given.close();
  await publish(given);
  return { given, phone, fileId };
}

describe('a picture of a report', () => {
  test('is brought during the session, drawn anew, and is for readers once it stands in what was published', async () => {
    const given = await givenSession(api, { visibility: 'public' });
    const taken = await upload(given).expect(201);
    const { fileId } = taken.body as TakenPicture;
    expect(taken.body).toEqual({ fileId, width: 60, height: 40 });
    await add(given, fileId).expect(201);
    expect((await look(given, fileId, given.facilitator)).headers).toMatchObject({ 'content-type': 'image/webp', 'x-content-type-options': 'nosniff' });
    await given.close();
    expect((await look(given, fileId, api.stranger())).status).toBe(404);
    await publish(given);
    expect((await look(given, fileId, api.stranger())).status).toBe(200);
    const { blocks, pictures } = await read(given, api.stranger());
    expect(pictures).toEqual([{ fileId, width: 60, height: 40, people: 'nobody', held: false }]);
    const [block] = blocks.filter(({ content }) => content.kind === 'picture');
    expect(await inDocument(given, api.stranger(), 'readers')).toBe(true);
    // hidden and published anew: gone for readers
    await command(given.facilitator, 'put', `/sessions/${given.sessionId}/report-draft/blocks/${block!.key}`, { revision: block!.revision, hidden: true, note: '', content: block!.content });
    await publish(given);
    expect((await look(given, fileId, api.stranger())).status).toBe(404);
    expect(await inDocument(given, api.stranger(), 'readers')).toBe(false);
  });

  test('SEC-60: with people on it is for readers only while nobody took her consent back since they were looked at', async () => {
    const { given, phone, fileId } = await givenShown('agreed');
    expect((await look(given, fileId, api.stranger())).status).toBe(200);
    await decide(phone, false);
    expect((await look(given, fileId, api.stranger())).status).toBe(404);
    expect(await read(given, api.stranger())).toMatchObject({ pictures: [] });
    expect(JSON.stringify(await read(given, api.stranger()))).not.toContain(fileId);
    expect([await inDocument(given, api.stranger(), 'readers'), await inDocument(given, given.facilitator, 'draft')]).toEqual([false, false]);
    const draft = await draftOf(given);
    expect(draft).toMatchObject({ photoWithdrawals: 1, pictures: [{ fileId, held: true }] });
    // looked at again, with that in mind: it is back, without being published anew
    const say = (withdrawals: number) => ask(given.facilitator, 'put', `/sessions/${given.sessionId}/report-pictures/${fileId}/people`, { people: 'agreed', withdrawals });
    expect((await say(0)).body).toMatchObject({ code: 'changed-meanwhile' });
    expect((await say(1)).status).toBe(204);
    expect((await look(given, fileId, api.stranger())).status).toBe(200);
  });

  test('without people on it stays, whoever takes what back', async () => {
    const { given, phone, fileId } = await givenShown('nobody');
    await decide(phone, false);
    expect((await look(given, fileId, api.stranger())).status).toBe(200);
    expect((await read(given, api.stranger())).pictures).toMatchObject([{ held: false }]);
  });

  test('is no picture of a board, and none of another session', async () => {
    const { given, phone, fileId } = await givenShown('nobody');
    const { boardId } = await given.view();
    expect((await ask(phone, 'get', `/boards/${boardId}/pictures/${fileId}`)).status).toBe(404);
    const other = await givenSession(api);
    expect((await add(other, fileId)).status).toBe(404);
    expect((await look(other, fileId, other.facilitator)).status).toBe(404);
    expect((await ask(other.facilitator, 'put', `/sessions/${other.sessionId}/report-pictures/${fileId}/people`, { people: 'nobody', withdrawals: 0 })).status).toBe(404);
  });

  test('is brought by those who run the session, nobody else', async () => {
    const given = await givenSession(api);
    const [phone, host, co] = [await given.join(), await given.staff('table-host'), await given.staff('co-facilitator')];
    for (const [who, status] of [[phone, 403], [host, 403], [api.stranger(), 404], [co, 201]] as const) expect((await upload(given, who)).status).toBe(status);
    expect((await upload(given, co, 'maybe')).status).toBe(400);
  });
});
