import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { NoticeView } from '@spolu/contracts/notices';
import { givenApi, type Someone, type TestApi } from '../../testing/given-api.ts';
import { givenSession } from '../given-session.ts';
import { ProvenanceService } from '../provenance.service.ts';

let api: TestApi;
let provenance: ProvenanceService;
let processId: string;
let author: Someone;
/** Three notes of one cluster: two of the author's, of which one she wrote on a phone that was hers only later, and one of a guest's. */
const noteIds = [randomUUID(), randomUUID(), randomUUID()] as const;
const clusterId = randomUUID();
beforeAll(async () => {
  api = await givenApi();
  provenance = api.app.get(ProvenanceService, { strict: false });
  const given = await givenSession(api);
  processId = given.processId;
  author = await api.person({ name: 'Eva Autorka' });
  await api.database.query('update participant set person_id = $1 where id = $2', [author.personId, given.participants[0]]);
  const note = { kind: 'note' as const, participantId: null, personId: null, sessionId: given.sessionId, activityId: null, language: 'sk' as const, visibility: 'public' as const };
  await provenance.writeContributions(em(), [
    { ...note, id: noteIds[0], participantId: given.participants[0], text: 'Zatepliť školy na Fončorde', createdAt: '2026-03-14T09:00:00.000Z' },
    { ...note, id: noteIds[1], personId: author.personId, text: 'Vymeniť okná', createdAt: '2026-03-14T09:01:00.000Z' },
    { ...note, id: noteIds[2], participantId: given.participants[1], text: 'Panely na strechu', createdAt: '2026-03-14T09:02:00.000Z' },
  ]);
  await provenance.register(em(), { id: clusterId, kind: 'cluster', title: 'Školy', url: null, visibility: 'public', sessionId: given.sessionId, at: new Date() });
  await provenance.link(em(), noteIds.map((fromId) => ({ fromId, toId: clusterId, kind: 'clustered-into' as const })), null);
});
afterAll(() => api?.stop());

const em = () => api.database.manager;
const noticesOf = async ({ agent }: Someone) => ((await agent.get('/api/notices').expect(200)).body as { items: NoticeView[] }).items;
const unreadOf = async ({ agent }: Someone) => ((await agent.get('/api/notice-count').expect(200)).body as { unread: number }).unread;
const readAll = async (who: Someone) => who.agent.post('/api/notice-readings').send({ upTo: (await noticesOf(who))[0]!.id }).expect(204);

/** An idea of the first cluster, straight in the tables. */
async function givenIdea(visibility: 'internal' | 'public' = 'public', by: string | null = null): Promise<string> {
  const id = randomUUID();
  await provenance.register(em(), { id, kind: 'idea', title: 'Zateplené školy', url: `/ideas/${id}`, visibility, processId: processId, language: 'sk', at: new Date() });
  await provenance.link(em(), [{ fromId: clusterId, toId: id, kind: 'became' }], by);
  return id;
}
async function givenOpinion(ideaId: string): Promise<string> {
  const id = randomUUID();
  await provenance.register(em(), { id, kind: 'opinion', title: 'Komisia', url: null, visibility: 'public', processId: processId, outcome: 'support', reason: 'Dobré.', at: new Date() });
  await provenance.link(em(), [{ fromId: ideaId, toId: id, kind: 'opined-by' }], null);
  return id;
}
const wipe = () => em().query('delete from notice');

describe('notices', () => {
  test('say once for all of her words what came of them, her first words before it', async () => {
    await wipe();
    const ideaId = await givenIdea();
    expect(await noticesOf(author)).toMatchObject([
      { about: { recordId: noteIds[0], text: 'Zatepliť školy na Fončorde', followed: false }, moreCount: 1, moved: { recordId: ideaId, kind: 'idea', url: `/ideas/${ideaId}` }, read: false },
    ]);
    expect(await unreadOf(author)).toBe(1);
    // a further step is another station; the same step again is none
    const opinionId = await givenOpinion(ideaId);
    await provenance.link(em(), [{ fromId: ideaId, toId: opinionId, kind: 'opined-by' }], null);
    expect((await noticesOf(author)).map(({ moved }) => [moved.kind, moved.outcome])).toEqual([['opinion', 'support'], ['idea', null]]);
  });

  test('come again when a station says something new, and not while one of it is unread', async () => {
    await wipe();
    const opinionId = await givenOpinion(await givenIdea());
    await provenance.update(em(), opinionId, { outcome: 'return', reason: 'Ešte raz.' });
    expect(await unreadOf(author)).toBe(2);
    await readAll(author);
    expect(await unreadOf(author)).toBe(0);
    await provenance.update(em(), opinionId, { title: 'Komisia školstva' });
    expect(await unreadOf(author)).toBe(0);
    await provenance.update(em(), opinionId, { outcome: 'not-support' });
    expect((await noticesOf(author)).map(({ moved, read }) => [moved.outcome, read])).toEqual([['not-support', false], ['not-support', true], [null, true]]);
  });

  test('are not written for whoever did it herself, for steps within the room, nor for strangers', async () => {
    await wipe();
    await givenIdea('public', author.personId);
    const [from, into] = [randomUUID(), randomUUID()];
    await provenance.register(em(), [from, into].map((id) => ({ id, kind: 'cluster' as const, title: 'Z', url: null, visibility: 'public' as const, at: new Date() })));
    await provenance.link(em(), [{ fromId: noteIds[0], toId: into, kind: 'clustered-into' }], null);
    expect(await unreadOf(author)).toBe(0);
    expect(await unreadOf(await api.person())).toBe(0);
  });

  test('are gone when what caused them was not done after all', async () => {
    await wipe();
    await api.database.transaction(async (manager) => {
      const id = randomUUID();
      await provenance.register(manager, { id, kind: 'idea', title: 'Nič', url: null, visibility: 'public', at: new Date() });
      await provenance.link(manager, [{ fromId: clusterId, toId: id, kind: 'became' }], null);
      throw new Error('not after all');
    }).catch(() => undefined);
    expect(await unreadOf(author)).toBe(0);
  });

  test('SEC-03: say nothing of a station that she may not see, until she may', async () => {
    await wipe();
    const ideaId = await givenIdea('internal');
    expect([await noticesOf(author), await unreadOf(author)]).toEqual([[], 0]);
    await provenance.update(em(), ideaId, { visibility: 'public' });
    expect(await unreadOf(author)).toBe(1);
  });

  test('are read and unread by her alone', async () => {
    await wipe();
    await givenIdea();
    const [notice] = await noticesOf(author);
    const other = await api.person();
    await other.agent.put(`/api/notices/${notice!.id}/read`).send({ read: true }).expect(404);
    await other.agent.post('/api/notice-readings').send({ upTo: notice!.id }).expect(404);
    await author.agent.put(`/api/notices/${notice!.id}/read`).send({ read: true }).expect(204);
    expect(await unreadOf(author)).toBe(0);
    await author.agent.put(`/api/notices/${notice!.id}/read`).send({ read: false }).expect(204);
    expect(await unreadOf(author)).toBe(1);
    for (const path of ['/api/notices', '/api/notice-count']) await api.stranger().agent.get(path).expect(401);
  });

  test('tell whoever follows a thing she may see what comes of it, until she follows it no more', async () => {
    await wipe();
    const reader = await api.person();
    const ideaId = await givenIdea();
    const secretId = await givenIdea('internal');
    const follow = (id: string, following: boolean) => reader.agent.put(`/api/records/${id}/following`).set('Idempotency-Key', randomUUID()).send({ following });
    await follow(secretId, true).expect(404);
    await reader.agent.get(`/api/records/${secretId}/following`).expect(404);
    await follow(ideaId, true).expect(204);
    expect((await reader.agent.get(`/api/records/${ideaId}/following`)).body).toEqual({ following: true });
    const opinionId = await givenOpinion(ideaId);
    expect(await noticesOf(reader)).toMatchObject([{ about: { recordId: ideaId, followed: true }, moreCount: 0, moved: { recordId: opinionId } }]);
    await follow(ideaId, false).expect(204);
    await givenOpinion(ideaId);
    expect(await noticesOf(reader)).toHaveLength(1);
  });
});
