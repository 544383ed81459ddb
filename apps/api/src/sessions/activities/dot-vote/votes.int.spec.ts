import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Ballot, NamedBallot, ReportVote, RoomVote } from '@spolu/contracts/activities/dot-vote';
import type { ActivitySettings } from '@spolu/contracts/activities/kinds';
import { partOf } from '@spolu/contracts/activities/part-of';
import { BoardsService } from '../../../boards/boards.service.ts';
import { Transactions } from '../../../database/transactions.ts';
import { givenApi, type TestApi } from '../../../testing/given-api.ts';
import { REPORT_WORDS } from '../../report/report-words.ts';
import { ClustersService } from '../cluster/clusters.service.ts';
import { plainOf } from '../plain-by-kind.ts';
import { ask, brainstorm, cast, cluster, command, compose, dotVote, givenSession, screenOf, type GivenSession, type Phone, type Screen } from '../../given-session.ts';

let api: TestApi;
const screens: Screen[] = [];
beforeAll(async () => {
  api = await givenApi();
});
afterEach(() => {
  for (const screen of screens.splice(0)) screen.socket.disconnect();
});
afterAll(() => api?.stop());

const codeOf = async (request: PromiseLike<{ body: { code?: string } }>) => (await request).body.code;
const own = (phone: Phone, activityId: string) => command<Ballot>(phone, 'get', `/activities/${activityId}/ballot`);
const dots = (activityId: string): Promise<{ participant_id: string; option_id: string }[]> => api.database.query('select * from dot where activity_id = $1', [activityId]);

interface GivenVote {
  given: GivenSession;
  activityId: string;
  optionIds: string[];
  phones: Phone[];
}

/** Three clusters of one note each, and a vote on them that runs. */
async function givenVote({ phones: count = 2, settings = dotVote() } = {}): Promise<GivenVote> {
  const given = await givenSession(api);
  const phones = await given.joinAll(count);
  const brainstormId = await given.started(brainstorm());
  for (const text of ['Strechy', 'Kotly', 'Stromy']) await compose(phones[0]!, brainstormId, text);
  await group(given, ['Slnko', 'Teplo', 'Tieň']);
  const activityId = await given.started(settings);
  const vote = partOf((await given.room()).room.activity, 'dot-vote')!;
  return { given, activityId, optionIds: vote.options.map(({ id }) => id), phones };
}

/** Puts the notes on the board, one by one, into clusters of these titles. */
async function group(given: GivenSession, titles: string[]): Promise<void> {
  const { boardId } = (await given.room()).room;
  const boards = api.app.get(BoardsService, { strict: false });
  const { notes } = await boards.readBoard(boardId);
  await api.app.get(Transactions).run((em) =>
    boards.writeClusters(em, boardId, titles.map((title, i) => ({ id: randomUUID(), title, noteIds: [notes[i]!.id] }))),
  );
}

describe('a dot vote', () => {
  test('tells clusters of the same name apart, and their counts stand on each of them', async () => {
    const given = await givenSession(api);
    const phone = await given.join();
    const writing = await given.started(brainstorm());
    for (const text of ['Strechy', 'Kotly', 'Stromy']) await compose(phone, writing, text);
    await group(given, ['Teplo', 'Teplo', '']);
    const activityId = await given.started(dotVote(3, null));
    const { options } = partOf((await given.room()).room.activity, 'dot-vote')!;
    expect(options.map(({ title }) => title)).toEqual(['Teplo (1)', 'Teplo (2)', 'Zhluk bez názvu']);
    await cast(phone, activityId, { [options[1]!.id]: 2, [options[2]!.id]: 1 });
    await given.step(activityId, 'end');
    await given.step(activityId, 'show-result');
    const { clusters } = await api.app.get(BoardsService, { strict: false }).readBoard((await given.room()).room.boardId);
    expect(clusters.map(({ title, votes }) => [title, votes])).toEqual([['Teplo', 0], ['Teplo', 2], ['', 1]]);
  });

  test('is on the clusters as they stand, and says how many have voted and how many could', async () => {
    const { given, phones, optionIds, activityId } = await givenVote({ settings: dotVote(3, 2) });
    expect(partOf((await given.room()).room.activity, 'dot-vote')).toEqual({
      dots: 3, perOption: 2, votedCount: 0, eligibleCount: 2, result: null, secrecy: 'blind', round: 1, earlier: [],
      options: [['Slnko', 'Strechy'], ['Teplo', 'Kotly'], ['Tieň', 'Stromy']].map(([title, text], i) => ({ id: optionIds[i], title, noteTexts: [text] })),
    });
    await cast(phones[0]!, activityId, { [optionIds[0]!]: 2 });
    expect(partOf((await given.room()).room.activity, 'dot-vote')).toMatchObject({ votedCount: 1, eligibleCount: 2, result: null });
  });

  test('takes a ballot as a whole, changeable until the end; taken back it is no ballot', async () => {
    const { phones: [phone], optionIds: [a, b], activityId, given } = await givenVote();
    expect(await own(phone!, activityId)).toEqual({ activityId, castAt: null, dots: [] });
    await cast(phone!, activityId, { [a!]: 3 });
    const changed = await cast(phone!, activityId, { [a!]: 1, [b!]: 2 });
    expect(changed.castAt).not.toBeNull();
    expect((await own(phone!, activityId)).dots).toEqual(expect.arrayContaining([{ optionId: a, count: 1 }, { optionId: b, count: 2 }]));
    expect(await dots(activityId)).toHaveLength(3);
    expect(await cast(phone!, activityId, {})).toEqual({ activityId, castAt: null, dots: [] });
    expect(partOf((await given.room()).room.activity, 'dot-vote')!.votedCount).toBe(0);
  });

  test.each<[string, (ids: string[]) => Record<string, number>, string, number]>([
    ['more dots than there are', ([a, b]) => ({ [a!]: 2, [b!]: 2 }), 'vote/over-budget', 409],
    ['too many dots on one option', ([a]) => ({ [a!]: 3 }), 'vote/over-limit', 409],
    ['an option of no vote', () => ({ [randomUUID()]: 1 }), 'vote/unknown-option', 400],
    ['no dot on an option', ([a]) => ({ [a!]: 0 }), 'invalid-input', 400],
    ['less than a dot', ([a]) => ({ [a!]: -1 }), 'invalid-input', 400],
    ['half a dot', ([a]) => ({ [a!]: 0.5 }), 'invalid-input', 400],
  ])('refuses %s and keeps what was cast', async (_, ballot, code, status) => {
    const { phones: [phone], optionIds, activityId } = await givenVote({ settings: dotVote(3, 2) });
    await cast(phone!, activityId, { [optionIds[2]!]: 1 });
    const refused = await ask(phone!, 'put', `/activities/${activityId}/ballot`, {
      dots: Object.entries(ballot(optionIds)).map(([optionId, count]) => ({ optionId, count })),
    });
    expect([refused.status, refused.body.code]).toEqual([status, code]);
    expect((await own(phone!, activityId)).dots).toEqual([{ optionId: optionIds[2], count: 1 }]);
  });

  test('refuses one option named twice, and fields that no ballot has (SEC-04)', async () => {
    const { phones: [phone], optionIds: [a], activityId } = await givenVote();
    const send = (body: object) => ask(phone!, 'put', `/activities/${activityId}/ballot`, body);
    await send({ dots: [{ optionId: a, count: 1 }, { optionId: a, count: 1 }] }).expect(400);
    await send({ dots: [{ optionId: a, count: 1 }], participantId: randomUUID() }).expect(400);
    await send({ dots: [{ optionId: a, count: 1, weight: 9 }] }).expect(400);
    expect(await dots(activityId)).toEqual([]);
  });

  test('counts once whatever arrives at once: 200 identical requests, then 200 different ones (SEC-45)', async () => {
    const { phones: [phone], optionIds, activityId, given } = await givenVote();
    const key = randomUUID();
    const same = { dots: [{ optionId: optionIds[0], count: 2 }] };
    const identical = await Promise.all(Array.from({ length: 200 }, () => ask(phone!, 'put', `/activities/${activityId}/ballot`, same, key)));
    expect(new Set(identical.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(identical.map(({ body }) => (body as Ballot).castAt)).size).toBe(1);
    expect(await dots(activityId)).toHaveLength(2);

    const different = await Promise.all(
      Array.from({ length: 200 }, (_, i) => ask(phone!, 'put', `/activities/${activityId}/ballot`, { dots: [{ optionId: optionIds[i % 3], count: 1 + (i % 3) }] })),
    );
    expect(new Set(different.map(({ status }) => status))).toEqual(new Set([200]));
    const spent = await dots(activityId);
    expect(new Set(spent.map(({ option_id }) => option_id)).size).toBe(1);
    expect(spent.length).toBeLessThanOrEqual(3);
    expect((await own(phone!, activityId)).dots).toEqual([{ optionId: spent[0]!.option_id, count: spent.length }]);
    expect(partOf((await given.room()).room.activity, 'dot-vote')!.votedCount).toBe(1);
  });

  test('is kept by the database itself, whatever a program does (SEC-45)', async () => {
    const { phones: [phone, other], optionIds: [a, b], activityId } = await givenVote({ settings: dotVote(3, 2) });
    await cast(phone!, activityId, { [a!]: 2, [b!]: 1 });
    const dot = { number: 4, option: b!, numberOnOption: 2, dots: 3, perOption: 2, voter: phone!.participantId };
    const insert = (changes: Partial<typeof dot>) => {
      const { number, option, numberOnOption, dots, perOption, voter } = { ...dot, ...changes };
      return api.database.query('insert into dot values ($1, $2, $3, $4, $5, $6, $7)', [activityId, voter, number, option, numberOnOption, dots, perOption]);
    };
    await expect(insert({})).rejects.toThrow('dot_within_budget');
    await expect(insert({ number: 3 })).rejects.toThrow('dot_pkey');
    await expect(insert({ dots: 4 })).rejects.toThrow('dot_rules_fkey');
    await api.database.query('delete from dot where activity_id = $1 and number = 3', [activityId]);
    await expect(insert({ number: 3, option: a!, numberOnOption: 2 })).rejects.toThrow('dot_once_on_option');
    await expect(insert({ number: 3, option: a!, numberOnOption: 3 })).rejects.toThrow('dot_within_option');
    await expect(insert({ number: 3, option: randomUUID(), numberOnOption: 1 })).rejects.toThrow('dot_option_fkey');
    await expect(insert({ number: 1, numberOnOption: 1, voter: other!.participantId })).rejects.toThrow('dot_ballot_fkey');
    const settings = api.database.query('update vote set dots = 20 where activity_id = $1', [activityId]);
    await expect(settings).rejects.toThrow('dot_rules_fkey');
  });
});

describe('a vote is secret', () => {
  test('no frame, room, report or answer tells a tally or somebody’s ballot before the result is shown (SEC-46)', async () => {
    const { given, phones, optionIds: [a, b], activityId } = await givenVote({ phones: 5 });
    for (const who of [phones[1]!, given.facilitator, await given.staff('observer')]) screens.push(await screenOf(given, who));
    for (const phone of phones.slice(0, 4)) await cast(phone, activityId, { [a!]: 2, [b!]: 1 });
    for (const screen of screens) await screen.until(({ room }) => partOf(room?.activity, 'dot-vote')?.votedCount === 4);
    const clusterIds = await api.database.query<{ cluster_id: string }[]>('select cluster_id from vote_option where activity_id = $1', [activityId]);

    const told = () => screens.flatMap(({ frames }) => frames);
    const checkFrames = () => {
      expect(told().join()).toContain('"votedCount":4');
      for (const frame of told()) {
        expect(frame).not.toContain('"voters"');
        expect(frame).not.toContain('abstainedCount');
        expect(frame).not.toContain('"rank"');
        expect(frame).not.toContain('castAt');
      }
    };
    checkFrames();
    expect(partOf((await given.report()).activities.find(({ id }) => id === activityId), 'dot-vote')).toBeNull();
    expect((await given.report()).activities.flatMap(({ clusters }) => clusters?.clusters ?? []).map(({ dots }) => dots)).toEqual(clusterIds.map(() => null));
    expect(await codeOf(ask(given.facilitator, 'post', `/activities/${activityId}/show-result`, {}))).toBe('conflict');
    await given.step(activityId, 'end');
    for (const screen of screens) await screen.until(({ room }) => room?.activity?.state === 'ended');
    checkFrames();
    expect(partOf((await given.room(phones[0])).room.activity, 'dot-vote')!.result).toBeNull();
    const onBoard = async () => (await api.app.get(BoardsService, { strict: false }).readBoard((await given.room()).room.boardId)).clusters.map(({ title, votes }) => [title, votes]);
    expect(await onBoard()).toEqual([['Slnko', null], ['Teplo', null], ['Tieň', null]]);
    // it may still go on, so not even its facilitator's report counts it
    expect(partOf((await given.report()).activities.find(({ id }) => id === activityId), 'dot-vote')).toBeNull();
    expect((await given.report()).activities.flatMap(({ clusters }) => clusters?.clusters ?? []).map(({ dots }) => dots)).toEqual(clusterIds.map(() => null));

    await given.step(activityId, 'show-result');
    for (const screen of screens) await screen.until(({ room }) => partOf(room?.activity, 'dot-vote')?.result != null);
    expect(partOf(screens[0]!.room!.activity, 'dot-vote')!.result).toEqual({
      options: [
        { optionId: a, title: 'Slnko', dots: 8, voters: 4, rank: 1 },
        { optionId: b, title: 'Teplo', dots: 4, voters: 4, rank: 2 },
        { optionId: expect.any(String), title: 'Tieň', dots: 0, voters: 0, rank: 3 },
      ],
      eligibleCount: 5, votedCount: 4, abstainedCount: 1,
    });
    expect(await onBoard()).toEqual([['Slnko', 8], ['Teplo', 4], ['Tieň', 0]]);
    for (const participant of phones) expect(JSON.stringify(screens[0]!.room)).not.toContain(participant.participantId);
  });

  test('everybody reads her own ballot and nobody else’s', async () => {
    const { given, phones: [one, other], optionIds: [a], activityId } = await givenVote();
    await cast(one!, activityId, { [a!]: 3 });
    expect((await own(other!, activityId)).dots).toEqual([]);
    for (const [who, status] of [[api.stranger(), 404], [given.facilitator, 403], [await given.staff('observer'), 403], [await (await givenSession(api)).join(), 404]] as const) {
      await ask(who, 'get', `/activities/${activityId}/ballot`).expect(status);
      await ask(who, 'put', `/activities/${activityId}/ballot`, { dots: [{ optionId: a, count: 1 }] }).expect(status);
    }
    expect(await dots(activityId)).toHaveLength(3);
  });
});

describe('a vote that was ended', () => {
  test('goes on with its options and ballots as long as nobody knows the count', async () => {
    const { given, phones: [one, other], optionIds: [a, b], activityId } = await givenVote();
    await cast(one!, activityId, { [a!]: 3 });
    await given.step(activityId, 'end');
    await given.step(activityId, 'resume', { until: 'as-before', running: null });
    expect((await own(one!, activityId)).dots).toEqual([{ optionId: a, count: 3 }]);
    await cast(one!, activityId, { [b!]: 2 });
    await cast(other!, activityId, { [b!]: 1 });
    await given.step(activityId, 'end');
    await given.step(activityId, 'show-result');
    expect(partOf((await given.room()).room.activity, 'dot-vote')!.result!.options[0]).toMatchObject({ optionId: b, dots: 3, voters: 2 });
  });

  test('and whose result was shown does not: whoever votes on would know how the others did', async () => {
    const { given, phones: [phone], optionIds: [a], activityId } = await givenVote();
    await given.step(activityId, 'end');
    await given.step(activityId, 'show-result');
    expect((await given.room()).room.agenda.find(({ id }) => id === activityId)).toMatchObject({ resumable: false });
    expect(await codeOf(ask(given.facilitator, 'post', `/activities/${activityId}/resume`, { until: 5 }))).toBe('vote/result-shown');
    expect(await codeOf(ask(phone!, 'put', `/activities/${activityId}/ballot`, { dots: [{ optionId: a, count: 1 }] }))).toBe('vote/too-late');
  });

  test('is counted in the report once the session is closed, shown or not', async () => {
    const { given, phones: [phone], optionIds: [a], activityId } = await givenVote();
    await cast(phone!, activityId, { [a!]: 3 });
    await given.step(activityId, 'end');
    await given.close();
    expect(partOf((await given.report()).activities.find(({ id }) => id === activityId), 'dot-vote')!.result.options[0]).toMatchObject({ optionId: a, dots: 3 });
  });

  test('and its clusters say in the report nothing of a note that was taken back, nor does a ranking of them', async () => {
    const { given, activityId } = await givenVote();
    await given.step(activityId, 'end');
    const ranking = await given.started({ kind: 'ranking', secrecy: 'blind', options: [] });
    await given.step(ranking, 'end');
    await given.close();
    expect(JSON.stringify(await given.report())).toContain('Strechy');
    await api.database.query(`update record set visibility = 'internal', withdrawn = true where session_id = $1 and title = 'Strechy'`, [given.sessionId]);
    expect(JSON.stringify(await given.report())).not.toContain('Strechy');
    expect((await given.report()).activities.find(({ id }) => id === ranking)!.part).toMatchObject({ options: [{ title: 'Slnko', noteTexts: [] }, {}, {}] });
  });

  test('can be shown while another activity runs: the hall looks at it until it is led back or the next step begins', async () => {
    const { given, phones: [phone], optionIds: [a], activityId } = await givenVote();
    await cast(phone!, activityId, { [a!]: 2 });
    const writing = await given.started(brainstorm());
    const screen = await screenOf(given, phone!);
    screens.push(screen);
    expect(screen.room).toMatchObject({ activity: { id: writing }, hall: null });
    expect(screen.frames.join()).not.toContain('"rank"');

    await given.step(activityId, 'show-result');
    await screen.until(({ room }) => room?.hall?.id === activityId);
    expect(screen.room).toMatchObject({ activity: { id: writing, state: 'running' }, hall: { kind: 'dot-vote', state: 'ended', part: { result: { votedCount: 1, options: [{ optionId: a, dots: 2 }, {}, {}] } } } });
    await compose(phone!, writing, 'Píše sa ďalej');

    await command(given.facilitator, 'post', `/sessions/${given.sessionId}/leave-result`, {});
    await screen.until(({ room }) => room?.hall === null);
    await given.step(activityId, 'show-result');
    await screen.until(({ room }) => room?.hall?.id === activityId);
    await given.started({ kind: 'information' });
    await screen.until(({ room }) => room?.hall === null && room.activity?.kind === 'information');
  });

  test('and is on the screens anyway needs no other place there', async () => {
    const { given, activityId } = await givenVote();
    await given.step(activityId, 'end');
    await given.step(activityId, 'show-result');
    expect((await given.room()).room).toMatchObject({ hall: null, activity: { id: activityId, part: { result: {} } } });
  });
});

describe('how a vote is held', () => {
  const held = (secrecy: 'open' | 'secret'): ActivitySettings => ({ kind: 'dot-vote', dots: 3, perOption: 2, secrecy });
  const reported = async (given: GivenSession, activityId: string) => (await given.report()).activities.find(({ id }) => id === activityId)!.part as ReportVote;
  const secretly = (phone: Phone, activityId: string, optionId: string, count: number, key?: string) =>
    ask(phone, 'post', `/activities/${activityId}/secret-ballot`, { dots: [{ optionId, count }] }, key);

  test('secretly: once and for good, and no row leads to a person (SEC-47)', async () => {
    const { given, phones: [one, two, three], optionIds: [a, b], activityId } = await givenVote({ phones: 3, settings: held('secret') });
    const key = randomUUID();
    const cast = await Promise.all(Array.from({ length: 5 }, () => secretly(one!, activityId, a!, 2, key)));
    expect(cast.map(({ body }) => body as Ballot)).toEqual(Array(5).fill({ activityId, castAt: null, dots: [], given: true }));
    expect(await codeOf(secretly(one!, activityId, b!, 1))).toBe('answer/already-given');
    expect(await own(one!, activityId)).toEqual({ activityId, castAt: null, dots: [], given: true });
    for (const [count, code] of [[3, 'vote/over-limit'], [0, 'invalid-input']] as const) expect(await codeOf(secretly(two!, activityId, a!, count))).toBe(code);
    expect(await codeOf(ask(two!, 'put', `/activities/${activityId}/ballot`, { dots: [{ optionId: a, count: 1 }] }))).toBe('conflict');
    await secretly(two!, activityId, b!, 1).expect(200);
    expect(partOf((await given.room()).room.activity, 'dot-vote')).toMatchObject({ secrecy: 'secret', votedCount: 2, eligibleCount: 3 });
    expect(await dots(activityId)).toEqual([]);

    await given.step(activityId, 'end');
    expect(await codeOf(secretly(three!, activityId, a!, 1))).toBe('vote/too-late');
    await given.step(activityId, 'show-result');
    expect(partOf((await given.room()).room.activity, 'dot-vote')!.result).toMatchObject({
      votedCount: 2, abstainedCount: 1, options: [{ optionId: a, dots: 2, voters: 1, rank: 1 }, { optionId: b, dots: 1, voters: 1, rank: 2 }, { dots: 0 }],
    });
    expect(await reported(given, activityId)).toMatchObject({ secrecy: 'secret', sectors: [] });
    await ask(one!, 'get', `/activities/${activityId}/named-ballots`).expect(404);
  });

  test('openly: with the result those in the room see who gave what, and nobody before', async () => {
    const { given, phones: [one], optionIds: [a, b], activityId } = await givenVote({ settings: held('open') });
    await cast(one!, activityId, { [a!]: 1, [b!]: 2 });
    expect(await codeOf(secretly(one!, activityId, a!, 1))).toBe('conflict');
    await given.step(activityId, 'end');
    await ask(given.facilitator, 'get', `/activities/${activityId}/named-ballots`).expect(404);
    await given.step(activityId, 'show-result');
    expect(await command<NamedBallot[]>(one!, 'get', `/activities/${activityId}/named-ballots`)).toMatchObject([{ dots: [{ optionId: b, count: 2 }, { optionId: a, count: 1 }] }]);
    for (const who of [api.stranger(), await (await givenSession(api)).join()]) await ask(who, 'get', `/activities/${activityId}/named-ballots`).expect(404);
  });

  test('again: on the same options, with the rounds side by side and results by sector from five people on', async () => {
    const { given, phones, optionIds: [a, b], activityId } = await givenVote({ phones: 7 });
    await api.database.query(`update participant set sector = 'ngo' where id = any($1)`, [phones.slice(0, 5).map(({ participantId }) => participantId)]);
    for (const phone of phones) await cast(phone, activityId, { [a!]: 1 });
    await given.step(activityId, 'end');
    await given.step(activityId, 'show-result');
    expect((await reported(given, activityId)).sectors).toEqual([]);
    const again = await command<{ id: string }>(given.facilitator, 'post', `/activities/${activityId}/round`, { running: null });
    const second = partOf((await given.room()).room.activity, 'dot-vote')!;
    expect(second.options.map(({ title }) => title)).toEqual(['Slnko', 'Teplo', 'Tieň']);
    expect(second).toMatchObject({ round: 2, earlier: [], result: null });
    for (const phone of phones.slice(0, 5)) await cast(phone, again.id, { [second.options[1]!.id]: 2 });
    await given.step(again.id, 'end');
    await given.step(again.id, 'show-result');
    expect(partOf((await given.room()).room.activity, 'dot-vote')!.earlier).toMatchObject([{ activityId, number: 1, result: { options: [{ optionId: a, dots: 7 }, { optionId: b, dots: 0 }, {}] } }]);
    const report = await reported(given, again.id);
    expect(report).toMatchObject({ round: 2, earlier: [{ number: 1 }], sectors: [{ sector: 'ngo', result: { votedCount: 5, options: [{ title: 'Teplo', dots: 10 }, {}, {}] } }] });
    const chapter = (await given.report()).activities.find(({ id }) => id === again.id)!;
    const tables = plainOf(chapter)!.parts(chapter, REPORT_WORDS.sk).flatMap((part) => (part.kind === 'table' ? [part.caption] : []));
    expect(tables).toEqual([REPORT_WORDS.sk.result, REPORT_WORDS.sk.answers.rounds, REPORT_WORDS.sk.answers.bySector]);
  });
});

test('a round begun anew takes nothing from what the first one said of its clusters, until it is counted itself', async () => {
  const { given, phones: [phone], optionIds: [a], activityId } = await givenVote();
  await cast(phone!, activityId, { [a!]: 3 });
  await given.step(activityId, 'end');
  await given.step(activityId, 'show-result');
  const again = await command<{ id: string }>(given.facilitator, 'post', `/activities/${activityId}/round`, { running: null });
  const [cluster] = await api.database.query<{ id: string }[]>('select cluster_id as id from vote_option where id = $1', [a]);
  const evidence = async () => (await api.app.get(ClustersService).clustersOf([cluster!.id]))[0]!;
  expect(await evidence()).toMatchObject({ closed: false, vote: { dots: 3, ofVoters: 1 } });
  const second = partOf((await given.room()).room.activity, 'dot-vote')!;
  await cast(phone!, again.id, { [second.options[0]!.id]: 1 });
  await given.step(again.id, 'end');
  expect(await evidence()).toMatchObject({ closed: true, vote: { dots: 3 } });
  await given.step(again.id, 'show-result');
  expect(await evidence()).toMatchObject({ vote: { dots: 1 } });
});

test('another round has no room in a full agenda, and says so', async () => {
  const { given, activityId } = await givenVote();
  const planned = await given.activity(brainstorm());
  await api.database.query(
    `insert into activity select (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'position', n))).* from activity a, generate_series(1001, 1000 + 100 - (
      select count(*)::int from activity of where of.session_id = a.session_id)) n where a.id = $1`,
    [planned],
  );
  await given.step(activityId, 'end');
  await given.step(activityId, 'show-result');
  expect(await codeOf(ask(given.facilitator, 'post', `/activities/${activityId}/round`, { running: null }))).toBe('session/agenda-full');
});

describe('who may vote, and until when', () => {
  test('until the end by the server’s clock, and not while it is locked (SEC-46)', async () => {
    const { given, phones: [phone], optionIds: [a], activityId } = await givenVote();
    await given.step(activityId, 'lock', { locked: true });
    expect(await codeOf(ask(phone!, 'put', `/activities/${activityId}/ballot`, { dots: [{ optionId: a, count: 1 }] }))).toBe('board/read-only');
    await given.step(activityId, 'lock', { locked: false });
    await cast(phone!, activityId, { [a!]: 1 });
    await given.step(activityId, 'end');
    const late = await command<Ballot>(phone!, 'put', `/activities/${activityId}/ballot`, { dots: [{ optionId: a, count: 2 }] });
    expect(late).toMatchObject({ dots: [{ optionId: a, count: 1 }], late: 'waiting' });
    expect((await own(phone!, activityId)).dots).toEqual([{ optionId: a, count: 1 }]);

    await command(given.facilitator, 'post', `/activities/${activityId}/late-answers`, { count: true });
    expect(await own(phone!, activityId)).toMatchObject({ dots: [{ optionId: a, count: 2 }], late: 'counted' });
    expect(await dots(activityId)).toHaveLength(2);
  });

  test('what came late and was left out is nobody’s any more who took her dots back since', async () => {
    const { given, phones: [one, other], optionIds: [a], activityId } = await givenVote();
    await given.step(activityId, 'end');
    for (const phone of [one!, other!]) await command(phone, 'put', `/activities/${activityId}/ballot`, { dots: [{ optionId: a, count: 2 }] });
    await command(given.facilitator, 'post', `/activities/${activityId}/late-answers`, { count: false });
    await given.step(activityId, 'resume', { running: null, until: 'ended' });
    await cast(one!, activityId, { [a!]: 1 });
    await cast(one!, activityId, {});
    await given.step(activityId, 'end');
    expect((await given.room()).staff!.lateAnswers).toMatchObject([{ waitingCount: 0, leftOutCount: 1 }]);
    await command(given.facilitator, 'post', `/activities/${activityId}/late-answers`, { count: true });
    expect((await own(one!, activityId)).dots).toEqual([]);
    expect((await own(other!, activityId)).dots).toEqual([{ optionId: a, count: 2 }]);
  });

  test('ballots that arrive while the vote is ended are all counted or all late', async () => {
    const { given, phones, optionIds: [a], activityId } = await givenVote({ phones: 20 });
    const casting = phones.map((phone) => ask(phone, 'put', `/activities/${activityId}/ballot`, { dots: [{ optionId: a, count: 1 }] }));
    const [, ...answers] = await Promise.all([given.step(activityId, 'end'), ...casting]);
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    const taken = answers.filter(({ body }) => (body as Ballot).late === undefined).length;
    await given.step(activityId, 'show-result');
    const result = partOf((await given.room()).room.activity, 'dot-vote')!.result!;
    expect(result.votedCount).toBe(taken);
    expect(result.options[0]!.dots).toBe(taken);
  });

  test('whoever came after the end could not vote; whoever had voted and was asked to leave still counts', async () => {
    const { given, phones, optionIds: [a], activityId } = await givenVote({ phones: 3 });
    await cast(phones[0]!, activityId, { [a!]: 1 });
    for (const phone of phones.slice(0, 2)) await command(given.facilitator, 'post', `/participants/${phone.participantId}/remove`, {});
    await given.step(activityId, 'end');
    const after = await ask(await given.join(), 'put', `/activities/${activityId}/ballot`, { dots: [{ optionId: a, count: 1 }], madeAt: '2026-01-01T00:00:00.000Z' });
    expect(after.body).toMatchObject({ code: 'vote/too-late' });
    await given.step(activityId, 'show-result');
    expect(partOf((await given.room()).room.activity, 'dot-vote')).toMatchObject({ eligibleCount: 2, result: { votedCount: 1, abstainedCount: 1 } });
  });

  test('a vote names its options once: what is regrouped meanwhile changes nothing', async () => {
    const { given, activityId } = await givenVote();
    const before = partOf((await given.room()).room.activity, 'dot-vote') as RoomVote;
    await group(given, ['Iné', 'Celkom iné', 'Úplne iné']);
    expect(partOf((await given.room()).room.activity, 'dot-vote')!.options).toEqual(before.options);
    await given.step(activityId, 'end');
  });

  test('a vote starts while the whole hall is still writing, and neither waits for the other for ever', async () => {
    const given = await givenSession(api);
    const phones = await given.joinAll(30);
    const writing = await given.started(brainstorm());
    await compose(phones[0]!, writing, 'Strechy');
    await group(given, ['Slnko']);
    const voteId = await given.activity(dotVote());
    const cards = phones.flatMap((phone) => [1, 2, 3].map((n) => compose(phone, writing, `Lístok ${n}`)));
    await Promise.race(cards);
    await Promise.all([given.step(voteId, 'start'), ...cards]);
    expect((await given.room()).room.activity).toMatchObject({ id: voteId, part: { eligibleCount: 30 } });
    const block = partOf((await given.report()).activities.find(({ id }) => id === writing), 'brainstorm');
    expect(block!.noteCount).toBe(91);
  });

  test('a vote after a cluster activity is on its clusters', async () => {
    const given = await givenSession(api);
    const phone = await given.join();
    await compose(phone, await given.started(brainstorm()), 'Strechy');
    const clusterId = await given.started(cluster);
    await group(given, ['Slnko']);
    await given.step(clusterId, 'end');
    const closed = (await given.report()).activities.find(({ id }) => id === clusterId)!.clusters!.clusters;
    const voteId = await given.started(dotVote());
    const options = await api.database.query('select cluster_id from vote_option where activity_id = $1', [voteId]);
    expect(options).toEqual(closed.map(({ id }) => ({ cluster_id: id })));
  });
});
