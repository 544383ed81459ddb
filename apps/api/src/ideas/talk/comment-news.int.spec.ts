import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { NewsNotice } from '@spolu/contracts/notices';
import { DigestsService } from '../../provenance/notices/digests.service.ts';
import { givenApi, type Someone, type TestApi } from '../../testing/given-api.ts';
import { command, givenHarvest, made, type Harvest } from '../given-harvest.ts';

let api: TestApi;
let harvest: Harvest;
let ideaId: string;
let author: Someone;
let follower: Someone;
let neighbour: Someone;
beforeAll(async () => {
  api = await givenApi();
});
afterAll(() => api?.stop());
beforeEach(async () => {
  harvest = await givenHarvest(api);
  await command(harvest.lead, 'put', `/processes/${harvest.processId}/idea-intake`, { fromOn: '2020-01-01', untilOn: null, lookFirst: false, categories: [], revision: 0 }).expect(204);
  [author, follower, neighbour] = [await api.person(), await api.person(), await api.person()];
  ideaId = await made(command(author, 'post', `/processes/${harvest.processId}/ideas`, { title: 'Stromy na námestí', text: 'V lete sa tam nedá stáť.', language: 'sk', categoryId: null }));
  await command(follower, 'put', `/records/${ideaId}/following`, { following: true }).expect(204);
});

const say = (who: Someone, text: string, replyTo: string | null = null) => made(command(who, 'post', `/ideas/${ideaId}/comments`, { text, language: 'sk', replyTo }));
const news = async (who: Someone): Promise<NewsNotice['news'][]> =>
  ((await who.agent.get('/api/notices').expect(200)).body.items as NewsNotice[]).flatMap((notice) => ('news' in notice ? [notice.news] : []));
const hide = (path: string, hidden: boolean) => command(harvest.lead, 'put', `${path}/hiding`, hidden ? { hidden, reason: 'Reklama' } : { hidden }).expect(204);
const comments = (count: number) => ({ kind: 'comments', title: 'Stromy na námestí', url: `/ideas/${ideaId}#comments`, language: 'sk', count });
const replies = (title: string, count: number) => ({ kind: 'replies', title, url: `/ideas/${ideaId}#comments`, language: 'sk', count });

describe('of comments on an idea', () => {
  test('its author and whoever follows it are told in one notice that counts them; nobody else, and nobody of her own', async () => {
    await say(neighbour, 'Lipy');
    await say(neighbour, 'Alebo javory');
    await say(author, 'Prečo nie oboje');
    expect(await news(author)).toEqual([comments(2)]);
    expect(await news(follower)).toEqual([comments(3)]);
    expect(await news(neighbour)).toEqual([]);
    expect(await news(harvest.lead)).toEqual([]);
  });

  test('those she has read are counted no more', async () => {
    await say(neighbour, 'Lipy');
    await say(neighbour, 'Javory');
    const [notice] = (await author.agent.get('/api/notices').expect(200)).body.items as NewsNotice[];
    await command(author, 'put', `/notices/${notice!.id}/read`, { read: true }).expect(204);
    await say(neighbour, 'Duby');
    expect(await news(author)).toEqual([comments(1)]);
  });

  test('the author of an idea that was merged into it is told too', async () => {
    const other = await made(command(neighbour, 'post', `/processes/${harvest.processId}/ideas`, { title: 'Tieň', text: '', language: 'sk', categoryId: null }));
    ideaId = await made(command(harvest.lead, 'post', '/idea-merges', { ideaIds: [ideaId, other], title: 'Stromy na námestí', summary: '' }));
    await say(harvest.lead, 'Vysadíme ich');
    for (const who of [author, follower, neighbour]) expect(await news(who)).toContainEqual(expect.objectContaining({ kind: 'comments', count: 1 }));
  });

  test('what was taken back, hidden, or stands at a hidden idea is told to nobody', async () => {
    const id = await say(neighbour, 'Lipy');
    await hide(`/idea-comments/${id}`, true);
    expect(await news(author)).toEqual([]);
    await hide(`/idea-comments/${id}`, false);
    expect(await news(author)).toEqual([comments(1)]);
    await hide(`/ideas/${ideaId}`, true);
    expect(await news(follower)).toEqual([]);
    await hide(`/ideas/${ideaId}`, false);
    await command(neighbour, 'delete', `/idea-comments/${id}`).expect(204);
    expect(await news(author)).toEqual([]);
  });
});

describe('of answers in a conversation', () => {
  test('everybody who wrote in it is told, by its first words, and not of the comment a second time', async () => {
    const first = await say(neighbour, 'Lipy');
    await say(follower, 'Javory', first);
    await say(harvest.lead, 'Oboje', first);
    expect(await news(neighbour)).toEqual([replies('Lipy', 2)]);
    expect(await news(follower)).toEqual([replies('Lipy', 1), comments(1)]);
    expect(await news(author)).toEqual([comments(3)]);
  });

  test('once no answer is shown any more, it is no news', async () => {
    const first = await say(neighbour, 'Lipy');
    const second = await say(follower, 'Javory', first);
    await command(follower, 'delete', `/idea-comments/${second}`).expect(204);
    expect(await news(neighbour)).toEqual([]);
  });
});

test('the letter says how many there are, and leads there', async () => {
  await say(neighbour, 'Lipy');
  await say(neighbour, 'Javory');
  await command(author, 'put', '/notice-choice', { frequency: 'at-once' }).expect(204);
  await api.app.get(DigestsService, { strict: false }).writeDue();
  const [letter] = await api.database.query<{ body: string }[]>('select body from mail where to_address = (select email from person where id = $1)', [author.personId]);
  expect(letter!.body).toMatch(new RegExp(`→ Nové komentáre k nápadu \\(2\\): Stromy na námestí\\n  \\S+/ideas/${ideaId}#comments`));
});
