import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { ClaimList } from '@spolu/contracts/claims';
import type { ConsentView } from '@spolu/contracts/consents';
import type { Guest } from '@spolu/contracts/guests';
import type { EditIdeaIntake, IdeaIntakeView, WaitingIdea } from '@spolu/contracts/idea-intake';
import type { IdeaRow, IdeaView, SimilarIdea } from '@spolu/contracts/ideas';
import type { ProcessView } from '@spolu/contracts/participation';
import type { ContributionWay, Receipt, ReceiptView, Way } from '@spolu/contracts/provenance';
import { givenApi, type Someone, type TestApi } from '../testing/given-api.ts';
import { command, givenHarvest, made, type Harvest } from './given-harvest.ts';

const TREES = { title: 'Stromy na Námestí slobody', text: 'V lete tam niet tieňa.', language: 'sk', categoryId: null };

let api: TestApi;
let harvest: Harvest;
beforeAll(async () => {
  api = await givenApi();
});
afterAll(() => api?.stop());

async function givenIntake(settings: Partial<EditIdeaIntake> = {}, options: Parameters<typeof givenHarvest>[1] = {}): Promise<void> {
  harvest = await givenHarvest(api, options);
  await command(harvest.lead, 'put', `/processes/${harvest.processId}/idea-intake`, { fromOn: '2020-01-01', untilOn: null, lookFirst: false, categories: [], revision: 0, ...settings }).expect(204);
}

/** A device without an account that became a guest of the process. */
async function givenGuest(): Promise<Someone & { secret: string; participantId: string }> {
  const device = api.stranger();
  const guest: Guest = (await command(device, 'post', `/processes/${harvest.processId}/guests`, { language: 'uk' }).expect(201)).body;
  return { ...device, secret: guest.receipt!.secret, participantId: guest.participantId };
}

const ideasOf = () => `/processes/${harvest.processId}/ideas`;
const intake = (who: Someone) => who.agent.get(`/api/processes/${harvest.processId}/idea-intake`);
const seen = async (who: Someone): Promise<string[]> => ((await who.agent.get(`/api${ideasOf()}`).expect(200)).body.items as IdeaRow[]).map(({ id }) => id);

describe('a resident without an account', () => {
  test('becomes a guest, adds an idea that everybody sees, and finds its way by her receipt and on her device', async () => {
    await givenIntake();
    expect((await intake(api.stranger()).expect(200)).body).toMatchObject({ open: true, known: false, may: { edit: false } } satisfies Partial<IdeaIntakeView>);
    const guest = await givenGuest();
    expect((await intake(guest)).body).toMatchObject({ known: true });
    const id = await made(command(guest, 'post', ideasOf(), TREES));

    const idea: IdeaView = (await api.stranger().agent.get(`/api/ideas/${id}`).expect(200)).body;
    expect(idea).toMatchObject({ title: TREES.title, summary: TREES.text, language: 'sk', waiting: false, contribution: { text: `${TREES.title}\n${TREES.text}`, mine: false }, may: { edit: false, publish: false } });
    expect(((await guest.agent.get(`/api/ideas/${id}`)).body as IdeaView).contribution?.mine).toBe(true);
    expect(await seen(api.stranger())).toEqual([id]);

    const receipt: ReceiptView = (await api.stranger().agent.post('/api/receipt-lookups').send({ secret: guest.secret }).expect(200)).body;
    expect(receipt).toMatchObject({ saidIn: 'Energetická udržateľnosť mesta', saidOn: null, consents: [] });
    expect(receipt.contributions.map(({ kind, saidIn, way }) => [kind, saidIn, way.stations.map((station) => station.url)])).toEqual([
      ['idea', 'Energetická udržateľnosť mesta', [null, `/ideas/${id}`]],
    ]);
    expect(receipt.contributions[0]!.way.stations.map((station) => station.said)).toEqual(['idea', undefined]);
    const mine: ContributionWay[] = (await guest.agent.get('/api/contributions/mine').expect(200)).body.items;
    expect(mine.map((each) => each.text)).toEqual([`${TREES.title}\n${TREES.text}`]);
    const [row] = await api.database.query<object[]>('select person_id, nickname, sector, session_id, process_id from participant where id = $1', [guest.participantId]);
    expect(row).toEqual({ person_id: null, nickname: null, sector: null, session_id: null, process_id: harvest.processId });
  });

  test('is the same guest where the answer was lost, and stays the one she is', async () => {
    await givenIntake();
    const [device, key] = [api.stranger(), randomUUID()];
    const become = (who: Someone, words: string) => who.agent.post(`/api/processes/${harvest.processId}/guests`).set('Idempotency-Key', words).send({ language: 'sk' });
    const first: Guest = (await become(api.stranger(), key).expect(201)).body;
    const again: Guest = (await become(device, key).expect(201)).body;
    expect(again.participantId).toBe(first.participantId);
    expect(again.receipt?.secret).not.toBe(first.receipt?.secret);
    await api.stranger().agent.post('/api/receipt-lookups').send({ secret: first.receipt!.secret }).expect(404);
    expect((await become(device, randomUUID()).expect(201)).body).toEqual({ participantId: first.participantId, receipt: null });
    await api.database.query(`update participant set joined_at = now() - interval '11 minutes' where id = $1`, [first.participantId]);
    expect((await become(api.stranger(), key).expect(409)).body.code).toBe('idempotency-key-reused');
    await become(api.stranger(), 'no-uuid').expect(400);
  });

  test('adds an idea once, however often it is sent', async () => {
    await givenIntake();
    const guest = await givenGuest();
    const send = () => guest.agent.post(`/api${ideasOf()}`).set('Idempotency-Key', '0190a5f0-0000-7000-8000-0000000000aa').send(TREES);
    expect((await send().expect(201)).body).toEqual((await send().expect(201)).body);
    expect(await seen(guest)).toHaveLength(1);
  });

  test('is asked to become a guest first, and only while the process takes ideas', async () => {
    await givenIntake();
    await command(api.stranger(), 'post', ideasOf(), TREES).expect(401);
    const guest = await givenGuest();
    for (const closed of [{ untilOn: '2020-01-02' }, { fromOn: '2999-01-01' }, { fromOn: null }]) {
      const { open: _open, known: _known, may: _may, processTitle: _title, ...now }: IdeaIntakeView = (await intake(harvest.lead)).body;
      await command(harvest.lead, 'put', `/processes/${harvest.processId}/idea-intake`, { ...now, fromOn: '2020-01-01', untilOn: null, ...closed }).expect(204);
      expect((await command(guest, 'post', ideasOf(), TREES).expect(409)).body.code).toBe('idea/not-taken-now');
    }
    expect(await seen(guest)).toEqual([]);
  });

  test('is nobody in another process, and nobody at all in one that is not public', async () => {
    await givenIntake();
    const guest = await givenGuest();
    await givenIntake();
    await command(guest, 'post', ideasOf(), TREES).expect(403);
    await givenIntake({}, { visibility: 'internal' });
    await command(guest, 'post', ideasOf(), TREES).expect(404);
    await command(guest, 'post', `/processes/${harvest.processId}/guests`, { language: 'sk' }).expect(404);
    await intake(guest).expect(404);
  });

  test('waits after twenty ideas in ten minutes; another device behind the same address does not', async () => {
    await givenIntake();
    const [busy, other] = [await givenGuest(), await givenGuest()];
    for (let i = 0; i < 20; i++) await made(command(busy, 'post', ideasOf(), { ...TREES, title: `Nápad ${i}` }));
    const { body } = await command(busy, 'post', ideasOf(), TREES).expect(429);
    expect(body.facts ?? body).toMatchObject({ retryAfterSeconds: expect.any(Number) });
    await made(command(other, 'post', ideasOf(), TREES));
  });
});

test('an account adds ideas under its person, as a guest nowhere', async () => {
  await givenIntake();
  const person = await api.person();
  const id = await made(command(person, 'post', ideasOf(), TREES));
  const [row] = await api.database.query<object[]>('select person_id, participant_id from contribution c join idea on idea.contribution_id = c.id where idea.id = $1', [id]);
  expect(row).toEqual({ person_id: person.personId, participant_id: null });
  expect((await person.agent.get('/api/contributions/mine')).body.items).toHaveLength(1);
});

describe('where somebody looks first', () => {
  test('an idea is seen by its author and the staff alone, is similar to nothing and on nobody’s way, until it is published', async () => {
    await givenIntake({ lookFirst: true });
    const guest = await givenGuest();
    const id = await made(command(guest, 'post', ideasOf(), TREES));
    const strangers = [api.stranger(), await api.person(), await givenGuest(), harvest.phone];
    for (const who of strangers) await who.agent.get(`/api/ideas/${id}`).expect(404);
    expect(await seen(harvest.lead)).toEqual([]);
    const similar = async (): Promise<SimilarIdea[]> => (await api.stranger().agent.get(`/api/processes/${harvest.processId}/similar-ideas`).query({ text: TREES.title }).expect(200)).body;
    expect(await similar()).toEqual([]);
    expect((await guest.agent.get(`/api/ideas/${id}`).expect(200)).body).toMatchObject({ waiting: true, may: { publish: false } });
    expect((await guest.agent.get('/api/contributions/mine')).body.items[0].way.stations).toHaveLength(1);

    // the process is shown to others and back: what waits stays internal
    const { may: _may, id: _id, updatedAt: _at, ...process }: ProcessView = (await harvest.lead.agent.get(`/api/processes/${harvest.processId}`)).body;
    await command(harvest.lead, 'put', `/processes/${harvest.processId}`, process).expect(204);
    const contributionId = ((await guest.agent.get(`/api/ideas/${id}`)).body as IdeaView).contribution!.id;
    await api.stranger().agent.get(`/api/records/${contributionId}/way`).expect(404);

    const waiting: WaitingIdea[] = (await harvest.officer.agent.get(`/api/processes/${harvest.processId}/waiting-ideas`).expect(200)).body.items;
    expect(waiting.map((each) => [each.id, each.title])).toEqual([[id, TREES.title]]);
    for (const who of [guest, harvest.phone, harvest.facilitator]) {
      await who.agent.get(`/api/processes/${harvest.processId}/waiting-ideas`).expect(403);
      await command(who, 'post', `/ideas/${id}/publication`).expect(403);
    }
    await command(api.stranger(), 'post', `/ideas/${id}/publication`).expect(401);
    await command(harvest.lead, 'post', `/ideas/${randomUUID()}/publication`).expect(404);
    await command(harvest.lead, 'post', `/ideas/${id}/publication`).expect(204);
    await command(harvest.officer, 'post', `/ideas/${id}/publication`).expect(204);

    expect(await seen(api.stranger())).toEqual([id]);
    expect((await similar()).map((each) => each.id)).toEqual([id]);
    const way = (await api.stranger().agent.get(`/api/records/${contributionId}/way`).expect(200)).body;
    expect(way.stations).toHaveLength(2);
  });
});

test('an idea that is hidden while it waits is published by nobody, and waits again once it is shown', async () => {
  await givenIntake({ lookFirst: true });
  const guest = await givenGuest();
  const id = await made(command(guest, 'post', ideasOf(), TREES));
  const contributionId = ((await guest.agent.get(`/api/ideas/${id}`)).body as IdeaView).contribution!.id;
  const waiting = async () => ((await harvest.lead.agent.get(`/api/processes/${harvest.processId}/waiting-ideas`).expect(200)).body.items as WaitingIdea[]).map((each) => each.id);
  const closed = () => Promise.all([id, contributionId].map((record) => api.stranger().agent.get(`/api/records/${record}/way`).expect(404)));
  await command(harvest.lead, 'put', `/ideas/${id}/hiding`, { hidden: true, reason: 'Reklama' }).expect(204);
  expect((await harvest.lead.agent.get(`/api/ideas/${id}`).expect(200)).body).toMatchObject({ may: { publish: false } });
  expect((await command(harvest.lead, 'post', `/ideas/${id}/publication`).expect(409)).body.code).toBe('conflict');
  expect(await waiting()).toEqual([]);
  await closed();
  await command(harvest.lead, 'put', `/ideas/${id}/hiding`, { hidden: false }).expect(204);
  expect(await waiting()).toEqual([id]);
  await closed();
});

test('a guest finds her process in the list also when it is shown only to those who took part', async () => {
  await givenIntake();
  const guest = await givenGuest();
  await api.database.query(`update process set visibility = 'participants' where id = $1`, [harvest.processId]);
  const listed = async (who: Someone) => ((await who.agent.get('/api/processes?limit=100').expect(200)).body.items as { id: string }[]).some(({ id }) => id === harvest.processId);
  expect([await listed(guest), await listed(api.stranger())]).toEqual([true, false]);
});

describe('when and how ideas are taken', () => {
  test('is set by the people of the process, and not over somebody else’s setting', async () => {
    await givenIntake();
    const path = `/processes/${harvest.processId}/idea-intake`;
    const settings = { fromOn: '2020-01-01', untilOn: '2020-02-01', lookFirst: true, categories: [] };
    for (const who of [harvest.phone, harvest.facilitator, await api.person()]) await command(who, 'put', path, { ...settings, revision: 1 }).expect(403);
    await command(api.stranger(), 'put', path, { ...settings, revision: 1 }).expect(401);
    for (const revision of [0, 2]) expect((await command(harvest.lead, 'put', path, { ...settings, revision }).expect(409)).body.code).toBe('changed-meanwhile');
    await command(harvest.officer, 'put', path, { ...settings, revision: 1 }).expect(204);
    expect((await command(harvest.lead, 'put', path, { ...settings, untilOn: '2019-01-01', revision: 2 }).expect(400)).body.fields).toEqual([{ path: 'untilOn', code: 'too-small' }]);
    expect((await intake(harvest.lead)).body).toMatchObject({ ...settings, revision: 2, open: false, may: { edit: true } });
  });

  test('a category that ideas are in stays; others come, go and change their order and names', async () => {
    const [green, roads, culture] = [{ id: randomUUID(), title: 'Zeleň' }, { id: randomUUID(), title: 'Cesty' }, { id: randomUUID(), title: 'Kultúra' }];
    await givenIntake({ categories: [green, roads] });
    const path = `/processes/${harvest.processId}/idea-intake`;
    const settings = { fromOn: '2020-01-01', untilOn: null, lookFirst: false };
    const id = await made(command(await givenGuest(), 'post', ideasOf(), { ...TREES, categoryId: green.id }));
    expect(((await api.stranger().agent.get(`/api/ideas/${id}`)).body as IdeaView).category).toBe('Zeleň');
    expect((await command(harvest.lead, 'put', path, { ...settings, categories: [roads], revision: 1 }).expect(409)).body.code).toBe('idea/category-in-use');
    const renamed = { ...green, title: 'Stromy a parky' };
    await command(harvest.lead, 'put', path, { ...settings, categories: [culture, renamed], revision: 1 }).expect(204);
    expect((await intake(harvest.lead)).body.categories).toEqual([culture, renamed]);
    await command(harvest.lead, 'put', path, { ...settings, categories: [renamed, renamed], revision: 2 }).expect(400);

    const english = await made(command(harvest.lead, 'post', ideasOf(), { ...TREES, language: 'en', categoryId: green.id }));
    const plain = await made(command(harvest.lead, 'post', ideasOf(), TREES));
    const found = async (query: string): Promise<IdeaRow[]> => (await api.stranger().agent.get(`/api${ideasOf()}?${query}`).expect(200)).body.items;
    expect((await found(`categoryId=${green.id}&language=en`)).map((idea) => [idea.id, idea.language, idea.category])).toEqual([[english, 'en', 'Stromy a parky']]);
    expect((await found('language=sk&sort=newest')).map((idea) => [idea.id, idea.category])).toEqual([[plain, null], [id, 'Stromy a parky']]);

    await givenIntake();
    await command(harvest.lead, 'put', `/processes/${harvest.processId}/idea-intake`, { ...settings, categories: [renamed], revision: 1 }).expect(400);
    await command(await givenGuest(), 'post', ideasOf(), { ...TREES, categoryId: green.id }).expect(400);
  });
});

describe('at the desk', () => {
  const SAID = { ...TREES, place: null, name: 'Pani Eva', onPaper: false };
  const written = () => `/processes/${harvest.processId}/written-ideas`;
  const paths = async (secret: string): Promise<string[]> => ((await api.stranger().agent.post('/api/receipt-lookups').send({ secret }).expect(200)).body as ReceiptView).contributions.map(({ text }) => text);

  test('an official writes down what somebody says: the idea is hers, and her printed receipt leads to it', async () => {
    await givenIntake({ lookFirst: true });
    const id = await made(command(harvest.officer, 'post', written(), SAID));
    const idea: IdeaView = (await api.stranger().agent.get(`/api/ideas/${id}`).expect(200)).body;
    const [{ name: official }] = await api.database.query<[{ name: string }]>('select name from person where id = $1', [harvest.officer.personId]);
    expect(idea).toMatchObject({ title: TREES.title, waiting: false, contribution: { mine: false }, writtenDown: { by: official, onPaper: false, name: null } });
    const asOfficer: IdeaView = (await harvest.officer.agent.get(`/api/ideas/${id}`)).body;
    expect(asOfficer).toMatchObject({ contribution: { mine: false }, writtenDown: { name: 'Pani Eva' } });
    expect((await harvest.officer.agent.get('/api/contributions/mine')).body.items).toEqual([]);

    const print = async (): Promise<Receipt> => (await harvest.officer.agent.post(`/api/ideas/${id}/receipt`).expect(201)).body;
    const first = await print();
    expect(first.url).toMatch(new RegExp(`/r#${first.secret}$`));
    expect(await paths(first.secret)).toEqual([`${TREES.title}\n${TREES.text}`]);
    const second = await print();
    await api.stranger().agent.post('/api/receipt-lookups').send({ secret: first.secret }).expect(404);
    expect(await paths(second.secret)).toHaveLength(1);
    const [seat] = await api.database.query<[{ id: string }]>('select id from participant where process_id = $1 and not has_device', [harvest.processId]);
    const printed = await api.database.query<object[]>(`select person_id from audit_entry where action = 'receipt.printed' and subject_id = $1`, [seat.id]);
    expect(printed).toEqual(Array.from({ length: 2 }, () => ({ person_id: harvest.officer.personId })));
  });

  test('what she has taken into her account leads nobody there by a receipt printed later', async () => {
    await givenIntake();
    const id = await made(command(harvest.officer, 'post', written(), SAID));
    const { secret } = (await harvest.officer.agent.post(`/api/ideas/${id}/receipt`).expect(201)).body as Receipt;
    const eva = await api.person();
    const { items } = (await eva.agent.post('/api/claim-lookups').send({ secret }).expect(200)).body as ClaimList;
    await eva.agent.post('/api/claims').send({ participantIds: items.map(({ participantId }) => participantId), secret }).expect(200);
    expect((await harvest.officer.agent.post(`/api/ideas/${id}/receipt`).expect(409)).body.code).toBe('claims/somebody-elses');
  });

  test('each who comes is another one, and the same words sent again count once', async () => {
    await givenIntake();
    const send = (key: string) => harvest.officer.agent.post(`/api${written()}`).set('Idempotency-Key', key).send({ ...SAID, name: null });
    const [key, other] = [randomUUID(), randomUUID()];
    expect((await send(key).expect(201)).body).toEqual((await send(key).expect(201)).body);
    await send(other).expect(201);
    const seats = await api.database.query<object[]>('select nickname, has_device, added_by from participant where process_id = $1', [harvest.processId]);
    expect(seats).toEqual(Array.from({ length: 2 }, () => ({ nickname: null, has_device: false, added_by: harvest.officer.personId })));
    expect(await seen(api.stranger())).toHaveLength(2);
  });

  test('forms on paper are typed in after the last day, too; one that was typed in by mistake is hidden', async () => {
    await givenIntake({ untilOn: '2020-01-02' });
    expect((await command(harvest.officer, 'post', written(), SAID).expect(409)).body.code).toBe('idea/not-taken-now');
    const id = await made(command(harvest.officer, 'post', written(), { ...SAID, onPaper: true }));
    expect(((await harvest.officer.agent.get(`/api/ideas/${id}`)).body as IdeaView).writtenDown).toMatchObject({ onPaper: true });
    await command(harvest.officer, 'put', `/ideas/${id}/hiding`, { hidden: true, reason: 'Omyl' }).expect(204);
    expect(await seen(api.stranger())).toEqual([]);
  });

  test('what she agreed to as it was read to her stands in the log of consents, and her name beside her idea until she takes it back by her receipt', async () => {
    await givenIntake();
    const texts: ConsentView[] = (await harvest.officer.agent.get(`/api/processes/${harvest.processId}/desk-consents?lang=uk`).expect(200)).body;
    expect(texts).toMatchObject([{ kind: 'quote', version: 1, given: false }]);
    const agreed = texts.map(({ version }) => ({ kind: 'quote', version, language: 'uk' }));
    const [quoted, silent] = [await made(command(harvest.officer, 'post', written(), { ...SAID, consents: agreed })), await made(command(harvest.officer, 'post', written(), SAID))];
    const nameOf = async (id: string) => ((await api.stranger().agent.get(`/api/ideas/${id}`).expect(200)).body as IdeaView).writtenDown?.name;
    expect([await nameOf(quoted), await nameOf(silent)]).toEqual(['Pani Eva', null]);
    const log = () => api.database.query<object[]>('select session_id, subject_kind, kind, given, text_version, language from consent_entry where process_id = $1 order by at', [harvest.processId]);
    const entry = { session_id: null, subject_kind: 'participant', kind: 'quote', given: true, text_version: 1, language: 'uk' };
    expect(await log()).toEqual([entry]);

    const { secret } = (await harvest.officer.agent.post(`/api/ideas/${quoted}/receipt`).expect(201)).body as Receipt;
    const asked = async () => ((await api.stranger().agent.post('/api/receipt-lookups').send({ secret }).expect(200)).body as ReceiptView).consents.map(({ kind, given }) => [kind, given]);
    expect(await asked()).toEqual([['quote', true]]);
    const decide = (kind: string, given: boolean) => api.stranger().agent.post('/api/receipt-consents').send({ secret, kind, given, version: 1, language: 'sk' });
    await decide('photo', true).expect(400);
    await decide('quote', false).expect(204);
    expect([await asked(), await nameOf(quoted), (await log()).length]).toEqual([[['quote', false]], null, 2]);

    for (const wrong of [{ name: null, consents: agreed }, { consents: [{ kind: 'photo', version: 1, language: 'sk' }] }]) await command(harvest.officer, 'post', written(), { ...SAID, ...wrong }).expect(400);
    expect((await command(harvest.officer, 'post', written(), { ...SAID, consents: [{ ...agreed[0], version: 2 }] }).expect(409)).body.code).toBe('changed-meanwhile');
    // a guest who wrote online has no name and is asked for nothing
    const guest = await givenGuest();
    await api.stranger().agent.post('/api/receipt-consents').send({ secret: guest.secret, kind: 'quote', given: true, version: 1, language: 'sk' }).expect(404);
    for (const who of [guest, harvest.phone, await api.person()]) await who.agent.get(`/api/processes/${harvest.processId}/desk-consents`).expect(403);
  });

  test('its way says that the office wrote it down or typed it in, and never who', async () => {
    await givenIntake();
    const ids = [await made(command(harvest.officer, 'post', written(), SAID)), await made(command(harvest.officer, 'post', written(), { ...SAID, onPaper: true })), await made(command(harvest.lead, 'post', ideasOf(), TREES))];
    const ways = await Promise.all(ids.map(async (id) => (await api.stranger().agent.get(`/api/records/${id}/way`).expect(200)).body as Way));
    expect(ways.map(({ stations }) => stations.map(({ kind, entered }) => [kind, entered]))).toEqual([
      [['contribution', 'at-the-desk'], ['idea', undefined]], [['contribution', 'from-paper'], ['idea', undefined]], [['contribution', undefined], ['idea', undefined]],
    ]);
    const [{ name: official }] = await api.database.query<[{ name: string }]>('select name from person where id = $1', [harvest.officer.personId]);
    for (const told of [official, harvest.officer.personId!, 'Pani Eva']) expect(JSON.stringify(ways)).not.toContain(told);
  });

  test('nobody else writes for others, and nobody prints a receipt for what its author wrote herself', async () => {
    await givenIntake();
    const guest = await givenGuest();
    const [own, id] = [await made(command(guest, 'post', ideasOf(), TREES)), await made(command(harvest.officer, 'post', written(), SAID))];
    await harvest.officer.agent.post(`/api/ideas/${own}/receipt`).expect(404);
    for (const who of [guest, harvest.phone, await api.person()]) {
      await command(who, 'post', written(), SAID).expect(403);
      await who.agent.post(`/api/ideas/${id}/receipt`).expect(403);
    }
    await command(harvest.officer, 'post', written(), { ...SAID, categoryId: randomUUID() }).expect(400);
    await command(harvest.officer, 'post', written(), { ...SAID, participantId: guest.participantId }).expect(400);
  });
});
