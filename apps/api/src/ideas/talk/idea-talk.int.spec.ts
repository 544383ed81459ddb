import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CommentThread } from '@spolu/contracts/comments';
import type { IdeaTalk, ReportedWords } from '@spolu/contracts/idea-talk';
import type { IdeaRow, IdeaView } from '@spolu/contracts/ideas';
import { ProvenanceService } from '../../provenance/provenance.service.ts';
import { givenApi, type Someone, type TestApi } from '../../testing/given-api.ts';
import { command, givenHarvest, made, type Harvest } from '../given-harvest.ts';

let api: TestApi;
beforeAll(async () => {
  api = await givenApi();
});
afterAll(() => api?.stop());

async function givenIdeas(): Promise<Harvest & { schools: string; lights: string; resident: Someone; other: Someone }> {
  const harvest = await givenHarvest(api);
  const confirm = (clusterId: string, title: string) => made(command(harvest.lead, 'post', '/ideas', { clusterIds: [clusterId], title, summary: '' }));
  return {
    ...harvest, schools: await confirm(harvest.clusterIds[0], 'Školy'), lights: await confirm(harvest.clusterIds[1], 'Svetlá'),
    resident: await api.person({ name: 'Rozália Obyvateľová' }), other: await api.person({ name: 'Oto Sused' }),
  };
}
const talkOf = async (id: string, who: Someone = api.stranger()): Promise<IdeaTalk> => (await who.agent.get(`/api/ideas/${id}/talk`).expect(200)).body;
const commentsOf = async (id: string, who: Someone = api.stranger()): Promise<CommentThread[]> => (await who.agent.get(`/api/ideas/${id}/comments`).expect(200)).body.items;
const support = (who: Someone, id: string, supporting = true) => command(who, 'put', `/ideas/${id}/support`, { supporting });
const say = (who: Someone, id: string, text: string, replyTo: string | null = null) => command(who, 'post', `/ideas/${id}/comments`, { text, language: 'sk', replyTo });

describe('support', () => {
  test('counts everybody once, however she is here, and is taken back freely', async () => {
    const given = await givenIdeas();
    for (const who of [given.resident, given.resident, given.other, given.phone]) await support(who, given.schools).expect(204);
    expect(await talkOf(given.schools, given.resident)).toMatchObject({ supportCount: 3, supporting: true, may: { speak: true, asGuest: false, moderate: false } });
    expect(await talkOf(given.schools)).toMatchObject({ supportCount: 3, supporting: false, may: { speak: false, asGuest: true } });
    await support(given.resident, given.schools, false).expect(204);
    expect(await talkOf(given.schools, given.resident)).toMatchObject({ supportCount: 2, supporting: false });
    await support(api.stranger(), given.schools).expect(401);
    expect(JSON.stringify(await talkOf(given.schools, given.lead))).not.toContain('Oto');
  });

  test('lets a visitor in as a guest of the process while there is an idea to support, whether ideas are taken or not', async () => {
    const [without, given] = [await givenHarvest(api), await givenIdeas()];
    const enter = (who: Someone, processId: string) => command(who, 'post', `/processes/${processId}/guests`, { language: 'sk' });
    expect((await enter(api.stranger(), without.processId).expect(409)).body.code).toBe('participation/not-taking');
    const guest = api.stranger();
    await enter(guest, given.processId).expect(201);
    await support(guest, given.schools).expect(204);
    expect(await talkOf(given.schools, guest)).toMatchObject({ supportCount: 1, supporting: true });
    await api.database.query(`update process set state = 'finished' where id = $1`, [given.processId]);
    expect((await enter(api.stranger(), given.processId).expect(409)).body.code).toBe('participation/not-taking');
  });

  test('of many at the same moment is counted whole', async () => {
    const given = await givenIdeas();
    const people = await Promise.all(Array.from({ length: 8 }, () => api.person()));
    await Promise.all(people.map((who) => support(who, given.schools).expect(204)));
    expect((await talkOf(given.schools)).supportCount).toBe(8);
  });

  test('goes along into a merge, each supporter once, and comes back when that is undone, with what was given to the merged idea alone', async () => {
    const given = await givenIdeas();
    for (const [who, id] of [[given.resident, given.schools], [given.resident, given.lights], [given.other, given.lights]] as const) await support(who, id).expect(204);
    const id = await made(command(given.lead, 'post', '/idea-merges', { ideaIds: [given.schools, given.lights], title: 'Spolu', summary: '' }));
    expect(await talkOf(id, given.other)).toMatchObject({ supportCount: 2, supporting: true });
    expect((await support(given.phone, given.schools).expect(409)).body.code).toBe('idea/talk-closed');
    await support(given.phone, id).expect(204);
    expect((await talkOf(id)).supportCount).toBe(3);
    await command(given.lead, 'post', `/ideas/${id}/undoings`, { change: 'merge' }).expect(204);
    expect([(await talkOf(given.schools)).supportCount, (await talkOf(given.lights)).supportCount]).toEqual([2, 3]);
    // once, also where they are merged again; and taken back at one of them it is gone from all
    expect(await talkOf(given.schools, given.phone)).toMatchObject({ supporting: true });
    const again = await made(command(given.lead, 'post', '/idea-merges', { ideaIds: [given.schools, given.lights], title: 'Znova spolu', summary: '' }));
    expect((await talkOf(again)).supportCount).toBe(3);
    await command(given.lead, 'post', `/ideas/${again}/undoings`, { change: 'merge' }).expect(204);
    await support(given.phone, given.schools, false).expect(204);
    expect([(await talkOf(given.schools)).supportCount, (await talkOf(given.lights)).supportCount]).toEqual([1, 2]);
  });

  test('goes along into each part of an idea that is split, is taken back at one alone, and is with the whole again when that is undone', async () => {
    const given = await givenIdeas();
    for (const who of [given.resident, given.other]) await support(who, given.schools).expect(204);
    const [first, ...rest] = given.noteIds[0];
    const parts = [{ title: 'Strechy', summary: '', contributionIds: [first!] }, { title: 'Okná', summary: '', contributionIds: rest }];
    const { ids: [roofs, windows] } = (await command(given.lead, 'post', `/ideas/${given.schools}/splits`, { parts }).expect(201)).body as { ids: [string, string] };
    const counts = async () => Promise.all([given.schools, roofs, windows].map(async (id) => (await talkOf(id)).supportCount));
    expect(await counts()).toEqual([2, 2, 2]);
    await support(given.other, windows, false).expect(204);
    await support(given.phone, roofs).expect(204);
    expect(await counts()).toEqual([2, 3, 1]);
    expect(await talkOf(windows, given.resident)).toMatchObject({ supporting: true });
    const together = await made(command(given.lead, 'post', '/idea-merges', { ideaIds: [roofs, windows], title: 'Znova spolu', summary: '' }));
    expect((await talkOf(together)).supportCount).toBe(3);
    await command(given.lead, 'post', `/ideas/${together}/undoings`, { change: 'merge' }).expect(204);
    await command(given.lead, 'post', `/ideas/${given.schools}/undoings`, { change: 'split' }).expect(204);
    expect((await talkOf(given.schools, given.other))).toMatchObject({ supportCount: 2, supporting: true });
  });

  test('that is taken back from a merged idea is gone from those it was made of too', async () => {
    const given = await givenIdeas();
    await support(given.resident, given.schools).expect(204);
    await support(given.other, given.lights).expect(204);
    const id = await made(command(given.lead, 'post', '/idea-merges', { ideaIds: [given.schools, given.lights], title: 'Spolu', summary: '' }));
    await support(given.resident, id, false).expect(204);
    const counts = async () => Promise.all([id, given.schools, given.lights].map(async (one) => (await talkOf(one)).supportCount));
    expect(await counts()).toEqual([1, 0, 1]);
    await command(given.lead, 'post', `/ideas/${id}/undoings`, { change: 'merge' }).expect(204);
    await support(given.other, id, false).expect(204);
    expect(await counts()).toEqual([0, 0, 0]);
  });
});

describe('comments', () => {
  test('stand below the idea with one level of answers; an answer to an answer stands beside it', async () => {
    const given = await givenIdeas();
    const first = await made(say(given.resident, given.schools, 'Začnite telocvičňou.'));
    const answer = await made(say(given.lead, given.schools, 'Ďakujeme.', first));
    await made(say(given.phone, given.schools, 'Súhlasím.', answer));
    const [thread, ...more] = await commentsOf(given.schools);
    expect(more).toEqual([]);
    expect(thread).toMatchObject({ text: 'Začnite telocvičňou.', mine: false, byStaff: false, may: { edit: false, remove: false } });
    expect(thread!.replies.map(({ text, byStaff }) => [text, byStaff])).toEqual([['Ďakujeme.', true], ['Súhlasím.', false]]);
    expect(JSON.stringify(await commentsOf(given.schools))).not.toMatch(/Rozália|Zuzana/);
    expect((await talkOf(given.schools)).commentCount).toBe(3);
    await say(given.resident, given.lights, 'Inde', first).expect(404);
    await say(api.stranger(), given.schools, 'x').expect(401);
    expect((await given.resident.agent.get('/api/contributions/mine').expect(200)).body.items).toMatchObject([{ kind: 'comment', text: 'Začnite telocvičňou.', about: { title: 'Školy', url: `/ideas/${given.schools}` } }]);
    await command(given.lead, 'put', `/ideas/${given.schools}/hiding`, { hidden: true, reason: 'Reklama' }).expect(204);
    expect((await given.resident.agent.get('/api/contributions/mine').expect(200)).body.items).toMatchObject([{ text: 'Začnite telocvičňou.', about: null }]);
  });

  test('are changed by their author for a while, deleted by her at any time, and that there was one stays', async () => {
    const given = await givenIdeas();
    const id = await made(say(given.resident, given.schools, 'Začnite telocvicnou.'));
    await command(given.other, 'put', `/idea-comments/${id}`, { text: 'Moje' }).expect(403);
    await command(given.resident, 'put', `/idea-comments/${id}`, { text: 'Začnite telocvičňou.' }).expect(204);
    expect(await commentsOf(given.schools, given.resident)).toMatchObject([{ text: 'Začnite telocvičňou.', mine: true, editedAt: expect.any(String), may: { edit: true, remove: true } }]);
    await api.database.query(`update idea_comment set at = at - interval '16 minutes' where id = $1`, [id]);
    expect((await command(given.resident, 'put', `/idea-comments/${id}`, { text: 'Neskoro' }).expect(409)).body.code).toBe('comment/edit-over');
    await command(given.other, 'delete', `/idea-comments/${id}`).expect(403);
    await command(given.resident, 'delete', `/idea-comments/${id}`).expect(204);
    expect(await commentsOf(given.schools, given.lead)).toMatchObject([{ state: 'deleted', text: null }]);
    expect((await talkOf(given.schools)).commentCount).toBe(0);
  });
});

describe('what should not stand there', () => {
  test('is reported with a reason, waits for the people of the process once, and is hidden: nobody else is sent it, its author is told why', async () => {
    const given = await givenIdeas();
    const id = await made(say(given.resident, given.schools, 'Nadávka 7f3a'));
    const report = (who: Someone, reason: string) => command(who, 'post', `/idea-comments/${id}/reports`, { reason });
    await report(given.other, 'Uráža ľudí.').expect(204);
    await report(given.phone, 'Nepatrí to sem.').expect(204);
    await report(api.stranger(), 'x').expect(401);
    const queue = `/api/processes/${given.processId}/reports`;
    for (const who of [given.resident, given.phone, given.facilitator]) await who.agent.get(queue).expect(403);
    const waiting: ReportedWords[] = (await given.officer.agent.get(queue).expect(200)).body.items;
    expect(waiting).toMatchObject([{ id, kind: 'comment', ideaTitle: 'Školy', text: 'Nadávka 7f3a', reasons: ['Uráža ľudí.', 'Nepatrí to sem.'] }]);
    for (const who of [given.resident, given.phone]) await command(who, 'put', `/idea-comments/${id}/hiding`, { hidden: true, reason: 'x' }).expect(403);
    await command(given.officer, 'put', `/idea-comments/${id}/hiding`, { hidden: true, reason: 'Slušnosť' }).expect(204);
    expect((await given.officer.agent.get(queue).expect(200)).body.items).toEqual([]);
    for (const who of [api.stranger(), given.other]) {
      const seen = JSON.stringify([await commentsOf(given.schools, who), await talkOf(given.schools, who)]);
      expect(seen).not.toMatch(/7f3a|Slušnosť/);
    }
    expect(await commentsOf(given.schools, given.resident)).toMatchObject([{ state: 'hidden', reason: 'Slušnosť', may: { edit: false } }]);
    const notices = (await given.resident.agent.get('/api/notices').expect(200)).body.items;
    expect(notices).toMatchObject([{ moved: { outcome: 'hidden', reason: 'Slušnosť' } }]);
    await command(given.officer, 'put', `/idea-comments/${id}/hiding`, { hidden: false }).expect(204);
    expect(await commentsOf(given.schools)).toMatchObject([{ state: 'shown', text: 'Nadávka 7f3a' }]);
    expect((await talkOf(given.schools)).commentCount).toBe(1);
  });

  test('waits for nobody once its author deleted it', async () => {
    const given = await givenIdeas();
    const id = await made(say(given.resident, given.schools, 'Nadávka 7f3a'));
    const report = () => command(given.other, 'post', `/idea-comments/${id}/reports`, { reason: 'Uráža ľudí.' }).expect(204);
    await report();
    await command(given.resident, 'delete', `/idea-comments/${id}`).expect(204);
    await report();
    expect((await given.officer.agent.get(`/api/processes/${given.processId}/reports`).expect(200)).body.items).toEqual([]);
  });

  test('a comment is seen by as many as the process, also once that is shown to others', async () => {
    const given = await givenIdeas();
    const [byAccount, fromTheRoom, removed] = [await made(say(given.resident, given.schools, 'Súhlasím.')), await made(say(given.phone, given.schools, 'Aj ja.')), await made(say(given.resident, given.schools, 'Omyl.'))];
    await command(given.resident, 'delete', `/idea-comments/${removed}`).expect(204);
    const seen = async () => Promise.all([byAccount, fromTheRoom, removed].map(async (id) => (await api.stranger().agent.get(`/api/records/${id}/way`)).status));
    const show = async (visibility: string) => {
      const { may: _may, id: _id, updatedAt: _at, ...process } = (await given.officer.agent.get(`/api/processes/${given.processId}`).expect(200)).body;
      await command(given.officer, 'put', `/processes/${given.processId}`, { ...process, visibility }).expect((answer) => expect(answer.status).toBeLessThan(300));
    };
    expect(await seen()).toEqual([200, 200, 404]);
    await show('internal');
    expect(await seen()).toEqual([404, 404, 404]);
    await show('public');
    expect(await seen()).toEqual([200, 200, 404]);
  });

  test('what was said about a hidden idea is on no way either, comes back with it but for what was hidden by itself, and follows the process, not the session of who said it', async () => {
    const given = await givenIdeas();
    const [id, hidden, phones] = [await made(say(given.resident, given.schools, 'A kedy?')), await made(say(given.other, given.schools, 'Reklama!')), await made(say(given.phone, given.schools, 'Kto?'))];
    const wayOf = (recordId: string) => api.stranger().agent.get(`/api/records/${recordId}/way`);
    const hide = (path: string, isHidden: boolean) => command(given.lead, 'put', `/${path}/hiding`, isHidden ? { hidden: true, reason: 'Reklama' } : { hidden: false }).expect(204);
    await hide(`idea-comments/${hidden}`, true);
    await hide(`ideas/${given.schools}`, true);
    for (const one of [id, hidden, phones]) await wayOf(one).expect(404);
    const provenance = api.app.get(ProvenanceService, { strict: false });
    await provenance.showProcessTo(api.database.manager, given.processId, 'public');
    await provenance.showSessionTo(api.database.manager, given.sessionId, 'public');
    await hide(`idea-comments/${hidden}`, false);
    for (const one of [id, hidden, phones]) await wayOf(one).expect(404);
    await hide(`idea-comments/${hidden}`, true);
    await hide(`ideas/${given.schools}`, false);
    for (const one of [id, phones]) await wayOf(one).expect(200);
    await wayOf(hidden).expect(404);
    await provenance.showSessionTo(api.database.manager, given.sessionId, 'internal');
    await wayOf(phones).expect(200);
  });

  test('an idea that is hidden is none for others: not listed, not found, not on a way, also when its process is shown anew', async () => {
    const given = await givenIdeas();
    await command(given.lead, 'put', `/ideas/${given.schools}/hiding`, { hidden: true, reason: 'Reklama' }).expect(204);
    await api.stranger().agent.get(`/api/ideas/${given.schools}`).expect(404);
    await api.stranger().agent.get(`/api/ideas/${given.schools}/talk`).expect(404);
    await api.stranger().agent.get(`/api/records/${given.schools}/way`).expect(404);
    expect(((await api.stranger().agent.get(`/api/processes/${given.processId}/ideas`)).body.items as IdeaRow[]).map(({ id }) => id)).toEqual([given.lights]);
    const { may: _may, id: _id, updatedAt: _at, ...process } = (await given.officer.agent.get(`/api/processes/${given.processId}`).expect(200)).body;
    await command(given.officer, 'put', `/processes/${given.processId}`, { ...process, title: 'Energia inak' }).expect((answer) => expect(answer.status).toBeLessThan(300));
    await api.stranger().agent.get(`/api/records/${given.schools}/way`).expect(404);
    expect((await talkOf(given.schools, given.lead)).hidden).toEqual({ reason: 'Reklama' });
    await command(given.lead, 'post', '/idea-merges', { ideaIds: [given.schools, given.lights], title: 'x', summary: '' }).expect(409);
    await command(given.lead, 'put', `/ideas/${given.schools}/hiding`, { hidden: false }).expect(204);
    const view: IdeaView = (await api.stranger().agent.get(`/api/ideas/${given.schools}`).expect(200)).body;
    expect(view.title).toBe('Školy');
  });
});

test('ideas are listed in each order page by page, each once, and shuffled alike for the same visitor', async () => {
  const given = await givenIdeas();
  await api.database.query(
    `insert into idea (id, process_id, title, summary, created_at, published_at, support_count, comment_count)
    select gen_random_uuid(), $1, 'Nápad ' || n, 'Škola a strecha', now() - n * interval '1 hour', now(), n % 3, n % 4 from generate_series(1, 10) n`,
    [given.processId],
  );
  const all = async (query: string): Promise<IdeaRow[]> => {
    const rows: IdeaRow[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const { body }: { body: { items: IdeaRow[]; next: string | null } } = await api.stranger().agent.get(`/api/processes/${given.processId}/ideas?limit=5&${query}${after && `&after=${after}`}`).expect(200);
      rows.push(...body.items);
      after = body.next;
    }
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    return rows;
  };
  const backing = (row: IdeaRow) => row.supportCount + (row.dots ?? 0);
  const [supported, newest, commented, shuffled] = [await all('sort=supported'), await all('sort=newest'), await all('sort=commented'), await all('sort=shuffled&seed=7')];
  for (const list of [supported, newest, commented, shuffled]) expect(list).toHaveLength(12);
  expect(supported.map(backing)).toEqual(supported.map(backing).sort((a, b) => b - a));
  expect(newest.map(({ createdAt }) => createdAt)).toEqual(newest.map(({ createdAt }) => createdAt).sort().reverse());
  expect(commented.map(({ commentCount }) => commentCount)).toEqual(commented.map(({ commentCount }) => commentCount).sort((a, b) => b - a));
  expect(await all('sort=shuffled&seed=7')).toEqual(shuffled);
  expect((await all('sort=shuffled&seed=8')).map(({ id }) => id)).not.toEqual(shuffled.map(({ id }) => id));
  expect(await all('search=SKOL strech')).toHaveLength(10);
  await api.stranger().agent.get(`/api/processes/${given.processId}/ideas?sort=newest&after=${Buffer.from('["x"]').toString('base64url')}`).expect(400);
});
