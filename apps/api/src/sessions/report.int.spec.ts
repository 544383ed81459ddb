import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { partOf } from '@spolu/contracts/activities/part-of';
import type { Way } from '@spolu/contracts/provenance';
import { BoardsService } from '../boards/boards.service.ts';
import { Tab } from '../boards/given-board.ts';
import { Transactions } from '../database/transactions.ts';
import { givenApi, type TestApi } from '../testing/given-api.ts';
import { ask, brainstorm, cast, cluster, command, compose, dotVote, givenSession, type GivenSession } from './given-session.ts';
import { SessionsService } from './sessions.service.ts';

let api: TestApi;
const tabs: Tab[] = [];
beforeAll(async () => {
  api = await givenApi();
});
afterEach(() => {
  for (const tab of tabs.splice(0)) tab.close();
});
afterAll(() => api?.stop());

const boards = () => api.app.get(BoardsService, { strict: false });
const evidence = (clusterIds: string[]) => api.app.get(SessionsService, { strict: false }).clustersOf(api.database.manager, clusterIds);
const boardOf = async (given: GivenSession) => (await given.room()).room.boardId;

/** Groups notes by their texts, as a facilitator does on the canvas. */
async function group(given: GivenSession, clusters: Record<string, { title: string; texts: string[] }>): Promise<void> {
  const boardId = await boardOf(given);
  const { notes } = await boards().readBoard(boardId);
  const idOf = (text: string) => notes.find((note) => note.text === text)!.id;
  await api.app.get(Transactions).run((em) =>
    boards().writeClusters(em, boardId, Object.entries(clusters).map(([id, { title, texts }]) => ({ id, title, noteIds: texts.map(idOf) }))),
  );
}
const chapter = async (given: GivenSession, activityId: string) => (await given.report()).activities.find(({ id }) => id === activityId)!;

describe('the report', () => {
  test('tells the whole session: who took part, notes by frame, clusters with every note, the vote with its rules', async () => {
    const given = await givenSession(api, { visibility: 'public' });
    const phones = [
      await given.join({ sector: 'residents' }), await given.join({ sector: 'residents' }), await given.join({ sector: 'public' }), await given.join(),
    ];
    const writing = await given.started(brainstorm('open', ['Dnes', 'Zajtra']), { methodId: 'brainwriting-635', title: 'Čo trápi mesto?' });
    const frames = partOf((await given.room()).room.activity, 'brainstorm')!.frames;
    await compose(phones[0]!, writing, 'Strechy', { frameId: frames[0]!.id });
    await compose(phones[0]!, writing, 'Kotly', { frameId: frames[1]!.id });
    await compose(phones[1]!, writing, 'Дерева', { frameId: frames[1]!.id, language: 'uk' });
    await compose(phones[2]!, writing, 'Sám', { frameId: frames[0]!.id });
    const grouping = await given.started(cluster);
    await group(given, { a: { title: 'Energia', texts: ['Strechy', 'Kotly'] }, b: { title: 'Zeleň', texts: ['Дерева'] }, c: { title: 'Prázdny', texts: [] } });
    const voting = await given.started(dotVote(3, 2));
    const [energy, green] = partOf((await given.room()).room.activity, 'dot-vote')!.options;
    await cast(phones[0]!, voting, { [energy!.id]: 2, [green!.id]: 1 });
    await cast(phones[3]!, voting, { [energy!.id]: 1 });
    await given.close();

    const report = await given.report(api.stranger());
    expect(report).toMatchObject({
      sessionId: given.sessionId, processTitle: 'Energetická udržateľnosť mesta', title: 'Dielňa o energii', kind: 'workshop', place: 'Radnica', visibility: 'public',
      participation: { total: 4, wroteCount: 3, sectors: [{ sector: 'public', count: 1 }, { sector: 'residents', count: 2 }, { sector: null, count: 1 }] },
      may: { confirmIdeas: false },
    });
    expect(report.openedAt).not.toBeNull();
    expect(report.closedAt).not.toBeNull();
    const [first, second, third] = report.activities;
    expect(first).toMatchObject({ id: writing, kind: 'brainstorm', plannedMinutes: 10, methodTitle: expect.stringMatching(/\w/), clusters: null });
    expect(partOf(first, 'brainstorm')).toMatchObject({ mode: 'open', noteCount: 4 });
    expect(partOf(first, 'brainstorm')!.frames.map(({ title, notes }) => [title, notes.map(({ text }) => text).sort()])).toEqual([
      ['Dnes', ['Strechy', 'Sám']], ['Zajtra', ['Kotly', 'Дерева']],
    ]);
    expect(second!.clusters!.clusters.map(({ title, notes, dots, ideaId }) => [title, notes.map(({ text }) => text).sort(), dots, ideaId])).toEqual([
      ['Energia', ['Kotly', 'Strechy'], 3, null], ['Zeleň', ['Дерева'], 1, null],
    ]);
    expect(second!.clusters!.unclustered.map(({ text }) => text)).toEqual(['Sám']);
    expect(second!.clusters!.clusters[1]!.notes[0]!.language).toBe('uk');
    expect(partOf(third, 'dot-vote')).toMatchObject({ dots: 3, perOption: 2, result: { eligibleCount: 4, votedCount: 2, abstainedCount: 2 } });
    expect(partOf(third, 'dot-vote')!.result.options.map(({ title, dots, voters, rank }) => [title, dots, voters, rank])).toEqual([['Energia', 3, 2, 1], ['Zeleň', 1, 1, 2]]);
    expect(third!.clusters).toBeNull();
    expect(JSON.stringify(report)).not.toContain(phones[0]!.participantId);
    expect(second!.id).toBe(grouping);

    const [energyRow] = await evidence([second!.clusters!.clusters[0]!.id]);
    expect(energyRow).toMatchObject({
      title: 'Energia', sessionId: given.sessionId, sessionTitle: 'Dielňa o energii', processId: given.processId, closed: true, vote: { dots: 3, voters: 2, ofDots: 4, ofVoters: 2 },
    });
    const way = await command<Way>(api.stranger(), 'get', `/records/${partOf(first, 'brainstorm')!.frames[1]!.notes[0]!.contributionId}/way`);
    expect(way.stations.map(({ kind }) => kind)).toEqual(['contribution', 'cluster']);
  });

  test('is right while the session runs', async () => {
    const given = await givenSession(api);
    const [phone] = await given.joinAll(2);
    const writing = await given.started(brainstorm());
    await compose(phone!, writing, 'Prvý');
    expect(partOf((await chapter(given, writing)), 'brainstorm')!.noteCount).toBe(1);
    const card = await compose(phone!, writing, 'Druhý');
    expect(partOf((await chapter(given, writing)), 'brainstorm')!.noteCount).toBe(2);
    await command(phone!, 'delete', `/cards/${card.id}`);
    expect(partOf((await chapter(given, writing)), 'brainstorm')!.noteCount).toBe(1);
    const grouping = await given.started(cluster);
    await group(given, { a: { title: 'Ešte nie', texts: ['Prvý'] } });
    expect((await chapter(given, grouping)).clusters).toMatchObject({ clusters: [], unclustered: [{ text: 'Prvý' }] });
    await given.step(grouping, 'end');
    expect((await chapter(given, grouping)).clusters!.clusters.map(({ title }) => title)).toEqual(['Ešte nie']);
  });

  test('holds notes made on the canvas beside those from phones', async () => {
    const given = await givenSession(api);
    const phone = await given.join();
    const writing = await given.started(brainstorm());
    const tab = new Tab(api, phone, await boardOf(given));
    tabs.push(tab);
    await tab.ready();
    tab.add({ text: 'Z notebooku' });
    await tab.saved();
    await compose(phone, writing, 'Z mobilu');
    const block = partOf(await chapter(given, writing), 'brainstorm');
    expect(block!.frames.flatMap(({ notes }) => notes.map(({ text }) => text)).sort()).toEqual(['Z mobilu', 'Z notebooku']);
    expect((await given.report()).participation.wroteCount).toBe(1);
    tab.link.close();
    tab.socket.disconnect();
  });

  test('of five hundred notes is there at once', async () => {
    const given = await givenSession(api);
    const phones = await given.joinAll(5);
    const writing = await given.started(brainstorm('hidden'));
    await api.database.query(
      `insert into card (id, activity_id, participant_id, request, text, colour, language, state, composed_at)
        select gen_random_uuid(), $1, ($2::uuid[])[1 + n % 5], '', 'Lístok číslo ' || n, 'yellow', 'sk', 'held', now() from generate_series(1, 500) n`,
      [writing, phones.map(({ participantId }) => participantId)],
    );
    await given.step(writing, 'reveal');
    await given.step(writing, 'end');
    expect(partOf((await chapter(given, writing)), 'brainstorm')!.noteCount).toBe(500);
  });
});

describe('clusters as rows', () => {
  test('are written when the activity ends, with the way of each note, and keep what people said', async () => {
    const given = await givenSession(api);
    const phone = await given.join();
    await compose(phone, await given.started(brainstorm()), 'Strechy');
    const grouping = await given.started(cluster);
    await group(given, { a: { title: 'Energia', texts: ['Strechy'] } });
    expect(await api.database.query('select 1 from cluster where session_id = $1', [given.sessionId])).toEqual([]);
    await given.step(grouping, 'end');
    const links = await api.database.query(
      `select link.kind, c.title from link join cluster c on c.id = link.to_id where c.session_id = $1`, [given.sessionId],
    );
    expect(links).toEqual([{ kind: 'clustered-into', title: 'Energia' }]);
  });

  test('that ideas cite outlive every later closing (regrouped, renamed, voted on)', async () => {
    const given = await givenSession(api);
    const phone = await given.join();
    const writing = await given.started(brainstorm());
    for (const text of ['Strechy', 'Kotly']) await compose(phone, writing, text);
    const grouping = await given.started(cluster);
    await group(given, { a: { title: 'Energia', texts: ['Strechy'] }, b: { title: 'Teplo', texts: ['Kotly'] } });
    await given.step(grouping, 'end');
    const first = (await chapter(given, grouping)).clusters!.clusters;
    const before = await evidence(first.map(({ id }) => id));

    await group(given, { c: { title: 'Všetko', texts: ['Strechy'] } });
    const voting = await given.started(dotVote());
    await given.step(voting, 'end');
    await given.step(voting, 'show-result');
    const again = await given.started(cluster);
    await given.step(again, 'end');

    const now = (await chapter(given, grouping)).clusters!.clusters;
    expect(now.map(({ title }) => title).sort()).toEqual(['Teplo', 'Všetko']);
    // what stayed as it was kept its row, and so its dots
    expect(now.find(({ title }) => title === 'Teplo')!.id).toBe(first.find(({ title }) => title === 'Teplo')!.id);
    expect(now.find(({ title }) => title === 'Teplo')!.dots).toBe(0);
    const after = await evidence(first.map(({ id }) => id));
    expect(after.map(({ id, title, notes }) => [id, title, notes])).toEqual(before.map(({ id, title, notes }) => [id, title, notes]));
  });

  test('are not closed while people vote on them', async () => {
    const given = await givenSession(api);
    const phone = await given.join();
    await compose(phone, await given.started(brainstorm()), 'Strechy');
    await group(given, { a: { title: 'Energia', texts: ['Strechy'] } });
    const voting = await given.started(dotVote());
    const [{ cluster_id: id }] = await api.database.query<[{ cluster_id: string }]>('select cluster_id from vote_option where activity_id = $1', [voting]);
    expect(await evidence([id, randomUUID()])).toMatchObject([{ id, closed: false, vote: null }]);
    await given.step(voting, 'end');
    expect(await evidence([id])).toMatchObject([{ id, closed: true, vote: null }]);
    await given.step(voting, 'show-result');
    expect(await evidence([id])).toMatchObject([{ id, closed: true, vote: { dots: 0, voters: 0, ofDots: 0, ofVoters: 0 } }]);
    // without a cluster activity the vote itself is where the report shows them
    expect((await chapter(given, voting)).clusters!.clusters.map(({ title }) => title)).toEqual(['Energia']);
  });
});

describe('who reads the report', () => {
  test.each([
    ['public', 200, 200],
    ['participants', 404, 200],
    ['internal', 404, 404],
  ] as const)('of a session that is %s, once it is closed', async (visibility, stranger, participant) => {
    const given = await givenSession(api, { visibility });
    const [phone, observer, host] = [await given.join(), await given.staff('observer'), await given.staff('table-host')];
    const read = async (who: Parameters<typeof ask>[0]) => (await ask(who, 'get', `/sessions/${given.sessionId}/report`)).status;
    expect([await read(api.stranger()), await read(phone), await read(observer), await read(host)]).toEqual([404, 403, 200, 200]);
    await given.close();
    const elsewhere = await (await givenSession(api)).join();
    expect([await read(api.stranger()), await read(elsewhere), await read(phone), await read(given.facilitator)]).toEqual([stranger, stranger, participant, 200]);
  });
});
