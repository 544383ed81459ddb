import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { TakenPicture } from '@spolu/contracts/boards';
import type { Guest } from '@spolu/contracts/guests';
import type { IdeaIntakeView } from '@spolu/contracts/idea-intake';
import type { EditIdeaPlan, IdeaMap } from '@spolu/contracts/idea-places';
import type { IdeaRow, IdeaView } from '@spolu/contracts/ideas';
import sharp from 'sharp';
import { FilesService } from '../files/files.service.ts';
import { givenApi, type Someone, type TestApi } from '../testing/given-api.ts';
import { command, givenHarvest, made, type Harvest } from './given-harvest.ts';

const TREES = { title: 'Stromy na Námestí slobody', text: '', language: 'sk', categoryId: null };
const EDGES = { north: 48.75, west: 19.1, south: 48.71, east: 19.18 };

let api: TestApi;
let harvest: Harvest;
let bytes: Buffer;
beforeAll(async () => {
  api = await givenApi();
  // as a phone takes it: with its place and device written into it
  bytes = await sharp({ create: { width: 60, height: 40, channels: 3, background: 'red' } }).withExif({ IFD0: { Make: 'Telefón' }, IFD3: { GPSLatitude: '48/1 44/1 0/1' } }).jpeg().toBuffer();
});
afterAll(() => api?.stop());
beforeEach(async () => {
  harvest = await givenHarvest(api);
  await settle({}, 0);
});

const upload = (who: Pick<Someone, 'agent'>, what: 'idea-plans' | 'idea-pictures') =>
  who.agent.post(`/api/processes/${harvest.processId}/${what}`).set('Idempotency-Key', randomUUID()).type('image/jpeg').send(bytes);
const settle = (change: object, revision = 1) =>
  command(harvest.lead, 'put', `/processes/${harvest.processId}/idea-intake`, { fromOn: '2020-01-01', untilOn: null, lookFirst: false, categories: [], ...change, revision });
async function givenPlan(edges: EditIdeaPlan['edges'] = null, revision = 1): Promise<string> {
  const { fileId } = (await upload(harvest.lead, 'idea-plans').expect(201)).body as TakenPicture;
  await settle({ plan: { fileId, description: 'Plán centra mesta', edges } }, revision).expect(204);
  return fileId;
}
async function givenGuest(): Promise<Someone & { participantId: string }> {
  const device = api.stranger();
  const { participantId }: Guest = (await command(device, 'post', `/processes/${harvest.processId}/guests`, { language: 'sk' }).expect(201)).body;
  return { ...device, participantId };
}
const add = (who: Someone, change: object) => command(who, 'post', `/processes/${harvest.processId}/ideas`, { ...TREES, ...change });
const ideaOf = async (id: string): Promise<IdeaView> => (await api.stranger().agent.get(`/api/ideas/${id}`).expect(200)).body;
const mapOf = async (query = ''): Promise<IdeaMap> => (await api.stranger().agent.get(`/api/processes/${harvest.processId}/idea-map?${query}`).expect(200)).body;
const listed = async (query: string): Promise<string[]> => ((await api.stranger().agent.get(`/api/processes/${harvest.processId}/ideas?sort=newest&${query}`).expect(200)).body.items as IdeaRow[]).map(({ id }) => id);
const at = (planId: string, x: number, y: number) => ({ place: { name: '', at: { planId, x, y } } });

describe('where an idea is', () => {
  test('is a point of the plan that the process shows, in words or both; with edges it is a place in the world', async () => {
    const planId = await givenPlan(EDGES);
    const intake: IdeaIntakeView = (await api.stranger().agent.get(`/api/processes/${harvest.processId}/idea-intake`).expect(200)).body;
    expect(intake.plan).toEqual({ fileId: planId, description: 'Plán centra mesta', edges: EDGES, width: 60, height: 40 });
    expect((await api.stranger().agent.get(`/api/processes/${harvest.processId}/idea-plans/${planId}`).expect(200)).headers['content-type']).toBe('image/webp');
    const guest = await givenGuest();
    const both = await made(add(guest, { place: { name: 'pri fontáne', at: { planId, x: 0.25, y: 0.5 } } }));
    const words = await made(add(guest, { place: { name: 'Radvaň', at: null } }));
    const none = await made(add(guest, {}));
    expect((await ideaOf(both)).place).toEqual({ name: 'pri fontáne', at: { planId, x: 0.25, y: 0.5 }, latitude: 48.73, longitude: 19.12 });
    expect((await ideaOf(words)).place).toEqual({ name: 'Radvaň', at: null, latitude: null, longitude: null });
    expect((await ideaOf(none)).place).toBeNull();
    expect(await listed('place=yes')).toEqual([words, both]);
    expect(await listed('place=no')).toEqual([none]);
    for (const place of [{ name: '', at: null }, { name: 'x', at: { planId, x: 1.01, y: 0 } }]) expect((await add(guest, { place })).status).toBe(400);
  });

  test('is chosen on the plan that is shown, and on no other', async () => {
    const guest = await givenGuest();
    const planId = await givenPlan();
    await settle({ plan: null }, 2).expect(204);
    expect((await add(guest, at(planId, 0.5, 0.5)).expect(400)).body.fields).toEqual([{ path: 'place', code: 'not-allowed' }]);
    const other = await givenHarvest(api);
    await command(other.lead, 'put', `/processes/${other.processId}/idea-intake`, { fromOn: null, untilOn: null, lookFirst: true, categories: [], plan: { fileId: planId, description: 'Cudzí', edges: null }, revision: 0 }).expect(400);
    await other.lead.agent.get(`/api/processes/${other.processId}/idea-plans/${planId}`).expect(404);
    await settle({ plan: { fileId: planId, description: 'Plán', edges: { ...EDGES, north: 40 } } }, 3).expect(400);
  });

  test('is brought by those who set how ideas are taken', async () => {
    for (const [who, status] of [[await givenGuest(), 403], [harvest.facilitator, 403], [api.stranger(), 401], [harvest.officer, 201]] as const) expect((await upload(who, 'idea-plans')).status).toBe(status);
  });
});

describe('ideas on the plan', () => {
  test('stand alone or together with their number, parted when one looks closer; the list beside holds the same', async () => {
    const planId = await givenPlan();
    const guest = await givenGuest();
    const [left, right] = [await made(add(guest, at(planId, 0.501, 0.5))), await made(add(guest, at(planId, 0.52, 0.5)))];
    const far = await made(add(guest, { ...at(planId, 0.9, 0.1), language: 'uk' }));
    const { spots } = await mapOf();
    expect(spots.map(({ count, idea }) => [count, idea?.id])).toEqual([[1, far], [2, undefined]]);
    expect(spots[1]).toMatchObject({ x: expect.closeTo(0.5105, 4), y: 0.5 });
    const close = 'within=0.45,0.45,0.55,0.55';
    expect((await mapOf(close)).spots.map(({ idea }) => idea?.id)).toEqual([left, right]);
    expect((await listed(close)).sort()).toEqual([left, right].sort());
    expect((await mapOf('language=uk')).spots.map(({ idea }) => idea)).toEqual([{ id: far, title: TREES.title }]);
    for (const within of ['0.5,0.5,0.4,0.6', '0,0,2,2', '0,0,1', 'a,b,c,d']) await api.stranger().agent.get(`/api/processes/${harvest.processId}/idea-map`).query({ within }).expect(400);
    await command(harvest.lead, 'put', `/ideas/${far}/hiding`, { hidden: true, reason: 'Reklama' }).expect(204);
    expect((await mapOf()).spots).toHaveLength(1);
  });

  test('come along to a later plan where both plans say where in the world they are', async () => {
    const first = await givenPlan(EDGES);
    const id = await made(add(await givenGuest(), at(first, 0.5, 0.5)));
    const second = await givenPlan({ ...EDGES, west: 19.14 }, 2);
    expect((await mapOf()).plan.fileId).toBe(second);
    expect((await mapOf()).spots).toMatchObject([{ idea: { id }, x: expect.closeTo(0, 6), y: expect.closeTo(0.5, 6) }]);
    expect((await ideaOf(id)).place?.at).toEqual({ planId: first, x: 0.5, y: 0.5 });
    await givenPlan(null, 3);
    expect((await mapOf()).spots).toEqual([]);
    await settle({ plan: null }, 4).expect(204);
    await api.stranger().agent.get(`/api/processes/${harvest.processId}/idea-map`).expect(404);
  });
});

describe('pictures of an idea', () => {
  const look = (id: string, fileId: string, who: Someone = api.stranger()) => who.agent.get(`/api/ideas/${id}/pictures/${fileId}`);
  const picture = async (who: Someone) => ({ fileId: ((await upload(who, 'idea-pictures').expect(201)).body as TakenPicture).fileId, alt: 'Rozbitý chodník pred školou' });

  test('SEC-50: are drawn anew without what the camera wrote, each with words for those who do not see it', async () => {
    const guest = await givenGuest();
    const [first, second] = [await picture(guest), await picture(guest)];
    const id = await made(add(guest, { pictures: [second, first] }));
    expect((await ideaOf(id)).pictures).toEqual([{ ...second, width: 60, height: 40 }, { ...first, width: 60, height: 40 }]);
    const { body } = (await look(id, first.fileId).buffer(true).expect(200)) as { body: Buffer };
    const { exif, format } = await sharp(body).metadata();
    expect([format, exif]).toEqual(['webp', undefined]);
    await add(guest, { pictures: [{ ...(await picture(guest)), alt: '' }] }).expect(400);
  });

  test('are hers, three at most, and each stands with one idea', async () => {
    const [guest, other] = [await givenGuest(), await givenGuest()];
    const own = await picture(guest);
    await add(other, { pictures: [own] }).expect(400);
    const four = [own, await picture(guest), await picture(guest), await picture(guest)];
    await add(guest, { pictures: four }).expect(400);
    const id = await made(add(guest, { pictures: [own] }));
    await add(guest, { pictures: [own] }).expect(400);
    await look(await made(add(guest, {})), own.fileId).expect(404);
    await look(id, four[1]!.fileId).expect(404);
    await upload(api.stranger(), 'idea-pictures').expect(401);
  });

  test('SEC-51: are seen by whoever may read the idea: not while it waits, not when it is hidden', async () => {
    await settle({ lookFirst: true }).expect(204);
    const [guest, other] = [await givenGuest(), await givenGuest()];
    const { fileId, alt } = await picture(guest);
    const id = await made(add(guest, { pictures: [{ fileId, alt }] }));
    const seen = async () => Promise.all([guest, harvest.lead, other, api.stranger()].map(async (who) => (await look(id, fileId, who)).status));
    expect(await seen()).toEqual([200, 200, 404, 404]);
    await command(harvest.lead, 'post', `/ideas/${id}/publication`).expect(204);
    expect(await seen()).toEqual([200, 200, 200, 200]);
    await command(harvest.lead, 'put', `/ideas/${id}/hiding`, { hidden: true, reason: 'Vidno tvár dieťaťa' }).expect(204);
    expect(await seen()).toEqual([200, 200, 404, 404]);
  });

  test('that no idea came to use are forgotten after a day, with their bytes', async () => {
    const guest = await givenGuest();
    const [used, left] = [await picture(guest), await picture(guest)];
    await made(add(guest, { pictures: [used] }));
    const files = api.app.get(FilesService, { strict: false });
    await files.sweep(new Date(Date.now() + 25 * 3_600_000));
    expect(await files.find(left.fileId)).toBeNull();
    await expect(files.read(left.fileId, 'full')).rejects.toMatchObject({ code: 'not-found' });
    expect((await files.read(used.fileId, 'full')).length).toBeGreaterThan(0);
  });
});
