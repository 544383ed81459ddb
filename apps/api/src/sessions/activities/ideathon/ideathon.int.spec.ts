import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { EditTeam, FillField, IdeathonSettings, IdeathonStage, OwnTeamAnswer, StaffTeams, TeamView } from '@spolu/contracts/activities/ideathon';
import { partOf } from '@spolu/contracts/activities/part-of';
import { givenApi, type Someone, type TestApi } from '../../../testing/given-api.ts';
import { ask, command, givenSession, type GivenSession, type Phone } from '../../given-session.ts';
import { ideathonSettings } from './given-ideathon.ts';

let api: TestApi;
beforeAll(async () => {
  api = await givenApi();
});
afterAll(() => api?.stop());

type Asker = Pick<Someone, 'agent'>;
const codeOf = async (request: PromiseLike<{ body: { code?: string } }>) => (await request).body.code;
const part = async (given: GivenSession) => partOf((await given.room()).room.activity, 'ideathon')!;
const move = (given: GivenSession, activityId: string, from: IdeathonStage, to: IdeathonStage, who: Asker = given.facilitator) =>
  ask(who, 'post', `/activities/${activityId}/stage`, { from, to });

async function givenIdeathon(settings: Partial<IdeathonSettings> = {}): Promise<{ given: GivenSession; activityId: string }> {
  const given = await givenSession(api, { visibility: 'public' });
  return { given, activityId: await given.started(ideathonSettings(settings)) };
}

const ownTeam = async (who: Asker, activityId: string) => (await command<OwnTeamAnswer>(who, 'get', `/activities/${activityId}/team`)).team;
const propose = async (who: Asker, activityId: string, name: string, idea = `Nápad: ${name}`, id: string = randomUUID()) => {
  await command(who, 'post', `/activities/${activityId}/teams`, { name, idea }, id);
  return id;
};
const join = (who: Asker, activityId: string, teamId: string | null) => ask(who, 'post', `/activities/${activityId}/team`, { teamId });
const staffTeams = (who: Asker, activityId: string) => command<StaffTeams>(who, 'get', `/activities/${activityId}/teams`);

async function givenTeams(settings: Partial<IdeathonSettings> = {}, phoneCount = 5): Promise<{ given: GivenSession; activityId: string; phones: Phone[] }> {
  const { given, activityId } = await givenIdeathon(settings);
  await move(given, activityId, 'brief', 'teams').expect(204);
  return { given, activityId, phones: await given.joinAll(phoneCount) };
}

describe('the stages of an ideathon', () => {
  test('begin with the challenge and are moved on and back by who runs it, once by each press', async () => {
    const { given, activityId } = await givenIdeathon({ canvasMinutes: 45 });
    expect(await part(given)).toMatchObject({ stage: 'brief', stages: ['brief', 'teams', 'canvas', 'pitches', 'audience-vote', 'results'], settings: { challenge: 'Ako ochladíme sídlisko?' }, teams: [] });
    const moves = await Promise.all([move(given, activityId, 'brief', 'canvas'), move(given, activityId, 'brief', 'canvas')]);
    expect(moves.map(({ status }) => status).sort()).toEqual([204, 409]);
    const { activity } = (await given.room()).room;
    const minutes = (Date.parse(activity?.endsAt ?? '') - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(44);
    expect(minutes).toBeLessThanOrEqual(45);
    await move(given, activityId, 'canvas', 'teams').expect(204);
    expect(await part(given)).toMatchObject({ stage: 'teams' });
    expect((await given.room()).room.activity?.endsAt).toBeNull();
  });

  test('are not moved by participants, hosts, strangers, to what does not take place, in another kind or after the end', async () => {
    const { given, activityId } = await givenIdeathon();
    expect(await codeOf(move(given, activityId, 'brief', 'teams', await given.join()))).toBe('forbidden');
    expect(await codeOf(move(given, activityId, 'brief', 'teams', await given.staff('table-host')))).toBe('forbidden');
    expect(await codeOf(move(given, activityId, 'brief', 'teams', api.stranger()))).toBe('not-found');
    expect(await codeOf(move(given, activityId, 'brief', 'jury'))).toBe('conflict');
    const planned = await given.activity(ideathonSettings());
    expect(await codeOf(move(given, planned, 'brief', 'teams'))).toBe('not-found');
    await given.step(activityId, 'end');
    expect(await codeOf(move(given, activityId, 'brief', 'teams'))).toBe('activity/not-running');
    expect(await codeOf(move(given, await given.started({ kind: 'information' }), 'brief', 'teams'))).toBe('not-found');
  });

  test('are in the report, with the challenge', async () => {
    const { given, activityId } = await givenIdeathon();
    await given.activity(ideathonSettings());
    await move(given, activityId, 'brief', 'teams').expect(204);
    const [first, second] = (await given.report()).activities;
    expect(partOf(first, 'ideathon')).toMatchObject({ challenge: 'Ako ochladíme sídlisko?', stage: 'teams', teams: [] });
    expect(partOf(second, 'ideathon')).toBeNull();
    expect(await command(given.facilitator, 'get', `/sessions/${given.sessionId}`)).toMatchObject({ activities: [{ settings: { kind: 'ideathon', teamMax: 3 } }, {}] });
  });
});

describe('teams', () => {
  test('are proposed and joined, each person in one, none beyond its size, and the room names nobody', async () => {
    const { given, activityId, phones: [one, two, three, four, five] } = await givenTeams({ teamMax: 3 });
    const trees = await propose(one!, activityId, 'Stromy', 'Vysadíme sto stromov.');
    await Promise.all([two!, three!, four!, five!].map((phone) => join(phone, activityId, trees)));
    expect((await part(given)).teams).toEqual([expect.objectContaining({ id: trees, number: 1, name: 'Stromy', idea: 'Vysadíme sto stromov.', memberCount: 3 })]);
    const left = (await Promise.all([one!, two!, three!, four!, five!].map(async (phone) => ({ phone, team: await ownTeam(phone, activityId) })))).filter(({ team }) => team === null);
    expect(left).toHaveLength(2);
    const refused = await join(left[0]!.phone, activityId, trees);
    expect(refused.body).toMatchObject({ code: 'ideathon/team-full', facts: { limit: 3 } });
    const shade = await propose(left[0]!.phone, activityId, 'Tieň');
    await join(one!, activityId, shade).expect(200);
    expect((await part(given)).teams.map(({ memberCount }) => memberCount)).toEqual([2, 2]);
    await join(one!, activityId, null).expect(200);
    expect(await ownTeam(one!, activityId)).toBeNull();
    const { room } = await given.room();
    for (const { participantId } of [one!, two!]) expect(JSON.stringify(room)).not.toContain(participantId);
  });

  test('say what they are about: once under a key, in the words of a member, which nobody overwrites unseen', async () => {
    const { given, activityId, phones: [one, two] } = await givenTeams();
    const id = randomUUID();
    await Promise.all([propose(one!, activityId, 'Stromy', 'Sto stromov.', id), propose(one!, activityId, 'Stromy', 'Sto stromov.', id)]);
    expect((await part(given)).teams).toHaveLength(1);
    expect(await codeOf(ask(two!, 'post', `/activities/${activityId}/teams`, { name: 'Iné', idea: 'Iné.' }, id))).toBe('idempotency-key-reused');
    const before = { name: 'Stromy', idea: 'Sto stromov.' };
    const edit = (who: Asker, input: Partial<EditTeam>, path = '') => ask(who, 'put', `/teams/${id}${path}`, { ...before, before, ...input });
    expect(await codeOf(edit(two!, { name: 'Moje' }))).toBe('not-found');
    await edit(one!, { idea: 'Dvesto stromov.' }).expect(204);
    expect(await codeOf(edit(one!, { idea: 'Tristo stromov.' }))).toBe('changed-meanwhile');
    expect(await codeOf(edit(one!, { name: 'x' }, '/words'))).toBe('forbidden');
    await edit(given.facilitator, { name: 'Aleja', idea: 'Dvesto stromov.', before: { name: 'Stromy', idea: 'Dvesto stromov.' } }, '/words').expect(204);
    expect((await part(given)).teams).toMatchObject([{ name: 'Aleja', idea: 'Dvesto stromov.' }]);
    expect(await api.database.query('select c.participant_id, r.title from contribution c join record r on r.id = c.id where c.id = $1', [id])).toEqual([
      { participant_id: one!.participantId, title: 'Aleja: Dvesto stromov.' },
    ]);
  });

  test('are proposed only while teams form, not while it is locked, and not under the id of somebody else’s words (SEC-03)', async () => {
    const { given, activityId, phones: [one, two] } = await givenTeams();
    const id = await propose(one!, activityId, 'Stromy');
    const send = (who: Asker, key: string = randomUUID()) => ask(who, 'post', `/activities/${activityId}/teams`, { name: 'Tieň', idea: 'Plachty.' }, key);
    expect(await codeOf(send(api.stranger()))).toBe('not-found');
    const [other] = await api.database.query<{ id: string }[]>(`select id from record where id <> $1 limit 1`, [id]);
    if (other) expect(await codeOf(send(two!, other.id))).toBe('idempotency-key-reused');
    await given.step(activityId, 'lock', { locked: true });
    expect(await codeOf(send(two!))).toBe('board/read-only');
    await given.step(activityId, 'lock', { locked: false });
    await move(given, activityId, 'teams', 'pitches').expect(204);
    expect(await codeOf(send(two!))).toBe('ideathon/not-now');
    expect(await codeOf(join(two!, activityId, id))).toBe('ideathon/not-now');
    expect(await codeOf(ask(one!, 'put', `/teams/${id}`, { name: 'y', idea: '', before: { name: 'Stromy', idea: 'Nápad: Stromy' } }))).toBe('ideathon/not-now');
  });

  test('are moved, merged, taken away and dealt by who runs it; the hosts and the rest of the staff only look', async () => {
    const { given, activityId, phones } = await givenTeams({ teamMax: 3 }, 7);
    const [one, two] = phones;
    const [trees, shade] = [await propose(one!, activityId, 'Stromy'), await propose(two!, activityId, 'Tieň')];
    const host = await given.staff('table-host');
    expect(await staffTeams(host, activityId)).toMatchObject({ teams: [{ id: trees, memberIds: [one!.participantId] }, { id: shade }], may: { run: false } });
    expect(await codeOf(ask(one!, 'get', `/activities/${activityId}/teams`))).toBe('forbidden');
    for (const [verb, path, body] of [['post', `activities/${activityId}/members`, { participantId: one!.participantId, teamId: null }], ['post', `activities/${activityId}/deal`, {}], ['post', `teams/${trees}/merge`, { into: shade }], ['delete', `teams/${trees}`, undefined]] as const) {
      for (const who of [one!, host]) expect(await codeOf(ask(who, verb, `/${path}`, body))).toBe('forbidden');
    }

    await command(given.facilitator, 'post', `/activities/${activityId}/deal`, {});
    const dealt = await staffTeams(given.facilitator, activityId);
    expect(dealt.loneIds).toEqual([]);
    expect(dealt.teams.map(({ memberIds }) => memberIds.length).sort()).toEqual([2, 2, 3]);
    expect((await ownTeam(one!, activityId))?.id).toBe(trees);
    await command(given.facilitator, 'post', `/activities/${activityId}/members`, { participantId: one!.participantId, teamId: shade });
    expect((await ownTeam(one!, activityId))?.id).toBe(shade);
    await command(given.facilitator, 'post', `/teams/${trees}/merge`, { into: shade });
    expect(await codeOf(ask(given.facilitator, 'post', `/teams/${shade}/merge`, { into: shade }))).toBe('conflict');
    expect(await codeOf(ask(given.facilitator, 'post', `/teams/${trees}/merge`, { into: shade }))).toBe('not-found');
    const third = dealt.teams.find(({ id }) => id !== trees && id !== shade)!.id;
    await command(given.facilitator, 'delete', `/teams/${third}`);
    expect((await part(given)).teams.map(({ id }) => id)).toEqual([shade]);
    expect((await staffTeams(given.facilitator, activityId)).loneIds).toHaveLength(dealt.teams.find(({ id }) => id === third)!.memberIds.length);
    expect(partOf((await given.report()).activities[0], 'ideathon')!.teams).toMatchObject([{ id: shade, merged: [{ number: 1, name: 'Stromy', idea: 'Nápad: Stromy' }] }]);
    expect(await api.database.query('select kind from link where from_id = $1 and to_id = $2', [trees, shade])).toEqual([{ kind: 'merged-into' }]);

    const elsewhere = await givenTeams();
    expect(await codeOf(ask(given.facilitator, 'post', `/activities/${activityId}/members`, { participantId: elsewhere.phones[0]!.participantId, teamId: shade }))).toBe('not-found');
    expect(await codeOf(ask(elsewhere.given.facilitator, 'delete', `/teams/${shade}`))).toBe('not-found');
  });
});

describe('canvases', () => {
  const fill = (who: Asker, teamId: string, input: FillField) => ask(who, 'put', `/teams/${teamId}/canvas`, input);

  test('are filled in by all of a team, two at once never over one another unseen, and each who wrote has it on her receipt', async () => {
    const { given, activityId, phones: [one, two, stranger] } = await givenTeams();
    const teamId = await propose(one!, activityId, 'Stromy');
    await join(two!, activityId, teamId).expect(200);
    await move(given, activityId, 'teams', 'canvas').expect(204);
    const both = await Promise.all([fill(one!, teamId, { field: 0, text: 'Horúčava', revision: 0 }), fill(two!, teamId, { field: 0, text: 'Sucho', revision: 0 })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [first, second] = both[0].status === 200 ? [one!, two!] : [two!, one!];
    const stood = (await ownTeam(second, activityId))!.canvas[0]!;
    expect(stood).toMatchObject({ revision: 1, writtenAt: expect.any(String) });
    await fill(second, teamId, { field: 0, text: 'Horúčava a sucho', revision: 1 }).expect(200);
    await fill(second, teamId, { field: 0, text: 'Horúčava, sucho, prach', revision: 2 }).expect(200);
    expect((await part(given)).teams).toMatchObject([{ id: teamId, filled: [0] }]);
    expect(JSON.stringify((await given.room()).room)).not.toContain('sucho');

    expect(await codeOf(fill(stranger!, teamId, { field: 0, text: 'x', revision: 3 }))).toBe('not-found');
    expect(await codeOf(fill(one!, teamId, { field: 7, text: 'x', revision: 0 }))).toBe('invalid-input');
    expect(await command<TeamView>(await given.staff('table-host'), 'get', `/teams/${teamId}`)).toMatchObject({ canvas: [{ text: 'Horúčava, sucho, prach', revision: 3 }, { revision: 0 }, { revision: 0 }] });
    for (const who of [stranger!, one!]) expect(await codeOf(ask(who, 'get', `/teams/${teamId}`))).toBe('forbidden');

    const words = await api.database.query<{ participant: string; text: string; links: string }[]>(
      `select c.participant_id as participant, r.title as text, (select count(*) from link where from_id = c.id and kind = 'merged-into') as links
        from contribution c join record r on r.id = c.id where c.activity_id = $1 and c.id <> $2 order by c.created_at`, [activityId, teamId]);
    expect(words).toEqual([{ participant: first.participantId, text: stood.text, links: '1' }, { participant: second.participantId, text: 'Horúčava, sucho, prach', links: '0' }]);
  });

  test('are for nobody once their team was taken away', async () => {
    const { given, activityId, phones: [one] } = await givenTeams();
    const teamId = await propose(one!, activityId, 'Stromy');
    await move(given, activityId, 'teams', 'canvas').expect(204);
    await fill(one!, teamId, { field: 0, text: 'Horúčava', revision: 0 }).expect(200);
    await command(given.facilitator, 'delete', `/teams/${teamId}`);
    expect(await api.database.query('select distinct r.visibility, r.withdrawn from record r join contribution c on c.id = r.id where c.activity_id = $1', [activityId])).toEqual([{ visibility: 'internal', withdrawn: true }]);
  });

  test('stay as they are once the stage is over, and stand in the report with what is missing, by name only who agreed', async () => {
    const { given, activityId, phones: [one, two] } = await givenTeams();
    const teamId = await propose(one!, activityId, 'Stromy');
    expect(await codeOf(fill(one!, teamId, { field: 0, text: 'Skoro', revision: 0 }))).toBe('ideathon/not-now');
    await join(two!, activityId, teamId).expect(200);
    await move(given, activityId, 'teams', 'canvas').expect(204);
    await fill(one!, teamId, { field: 0, text: 'Horúčava', revision: 0 }).expect(200);
    await fill(two!, teamId, { field: 0, text: 'Horúčava na sídlisku', revision: 1 }).expect(200);
    await fill(two!, teamId, { field: 2, text: 'Peniaze', revision: 0 }).expect(200);
    await fill(two!, teamId, { field: 2, text: '', revision: 1 }).expect(200);
    await ask(two!, 'put', `/participants/${two!.participantId}/consents`, { kind: 'quote', given: true, version: 1, language: 'sk' }).expect(204);
    await move(given, activityId, 'canvas', 'pitches').expect(204);
    expect(await codeOf(fill(one!, teamId, { field: 1, text: 'Neskoro', revision: 0 }))).toBe('ideathon/not-now');
    const [team] = partOf((await given.report()).activities[0], 'ideathon')!.teams;
    expect(team!.canvas).toEqual([
      { title: 'Problém', required: true, words: { contributionId: expect.any(String), text: 'Horúčava na sídlisku', language: 'sk', authors: ['Hosť 2'] } },
      { title: 'Riešenie', required: true, words: null },
      { title: 'Čo na to treba', required: false, words: null },
    ]);
    expect(await api.database.query(`select r.title from record r join contribution c on c.id = r.id where c.activity_id = $1 and r.withdrawn`, [activityId])).toEqual([{ title: 'Peniaze' }]);
  });
});

describe('pitches', () => {
  test('come in an order that is put, drawn and kept by who runs it, with a clock for each', async () => {
    const { given, activityId, phones } = await givenTeams({ pitchMinutes: 3 }, 3);
    const ids = [];
    for (const phone of phones) ids.push(await propose(phone, activityId, `Tím ${phone.participantId.slice(0, 4)}`));
    const [a, b, c] = ids as [string, string, string];
    const put = (teamIds: string[], before: string[], who: Asker = given.facilitator) => ask(who, 'put', `/activities/${activityId}/pitch-order`, { teamIds, before });
    const pitch = (teamId: string | null, seen: string | null, who: Asker = given.facilitator) => ask(who, 'post', `/activities/${activityId}/pitch`, { teamId, seen });
    await put([c, a, b], [a, b, c]).expect(204);
    expect(await codeOf(put([a, b, c], [a, b, c]))).toBe('changed-meanwhile');
    expect(await codeOf(put([c, a], [c, a, b]))).toBe('changed-meanwhile');
    expect(await codeOf(pitch(a, null))).toBe('ideathon/not-now');
    await move(given, activityId, 'teams', 'pitches').expect(204);
    for (const who of [phones[0]!, await given.staff('table-host')]) {
      expect(await codeOf(pitch(a, null, who))).toBe('forbidden');
      expect(await codeOf(put([a, b, c], [c, a, b], who))).toBe('forbidden');
      expect(await codeOf(ask(who, 'post', `/activities/${activityId}/pitch-draw`, {}))).toBe('forbidden');
    }
    const calls = await Promise.all([pitch(c, null), pitch(c, null)]);
    expect(calls.map(({ status }) => status).sort()).toEqual([204, 409]);
    const left = Date.parse((await given.room()).room.activity?.endsAt ?? '') - Date.now();
    expect(left).toBeGreaterThan(2 * 60_000);
    expect(left).toBeLessThanOrEqual(3 * 60_000);
    await pitch(a, c).expect(204);
    expect((await part(given)).pitches).toEqual({ teamId: a, order: [c, a, b], doneIds: [c] });
    await command(given.facilitator, 'post', `/activities/${activityId}/pitch-draw`, {});
    expect((await part(given)).pitches).toEqual({ teamId: a, order: [c, a, b], doneIds: [c] });
    await pitch(null, a).expect(204);
    expect((await part(given)).pitches).toMatchObject({ teamId: null, doneIds: [c, a] });
    expect((await given.room()).room.activity?.endsAt).toBeNull();
  });

  test('go on where the team that is on is no team any more', async () => {
    const { given, activityId, phones } = await givenTeams({}, 2);
    const [a, b] = [await propose(phones[0]!, activityId, 'Stromy'), await propose(phones[1]!, activityId, 'Tieň')];
    await move(given, activityId, 'teams', 'pitches').expect(204);
    const pitch = (teamId: string | null, seen: string | null) => ask(given.facilitator, 'post', `/activities/${activityId}/pitch`, { teamId, seen });
    await pitch(a, null).expect(204);
    await command(given.facilitator, 'post', `/teams/${a}/merge`, { into: b });
    expect((await part(given)).pitches.teamId).toBeNull();
    await pitch(b, null).expect(204);
    expect((await part(given)).pitches).toEqual({ teamId: b, order: [b], doneIds: [] });
  });
});

describe('the audience', () => {
  const vote = (who: Asker, activityId: string, optionId: string, count = 1) => ask(who, 'put', `/activities/${activityId}/ballot`, { dots: [{ optionId, count }] });

  test('votes on teams by the rules of dots, not for her own, and nobody is told how before the results (SEC-46)', async () => {
    const { given, activityId, phones: [one, two, three] } = await givenTeams({ audience: { dots: 2, perOption: 1, ownTeam: false } });
    const [trees, shade] = [await propose(one!, activityId, 'Stromy'), await propose(two!, activityId, 'Tieň')];
    await move(given, activityId, 'teams', 'pitches').expect(204);
    expect(await codeOf(vote(three!, activityId, trees))).toBe('activity/not-running');
    await move(given, activityId, 'pitches', 'audience-vote').expect(204);
    expect(await codeOf(vote(one!, activityId, trees))).toBe('vote/unknown-option');
    expect(await codeOf(vote(three!, activityId, trees, 2))).toBe('vote/over-limit');
    await Promise.all(Array.from({ length: 10 }, () => vote(three!, activityId, trees).expect(200)));
    await vote(one!, activityId, shade).expect(200);
    await command(three!, 'put', `/activities/${activityId}/ballot`, { dots: [{ optionId: trees, count: 1 }, { optionId: shade, count: 1 }] });
    expect((await part(given)).vote).toMatchObject({ dots: 2, perOption: 1, votedCount: 2, result: null, options: [{ id: trees, title: '1 · Stromy' }, { id: shade, title: '2 · Tieň' }] });
    expect(partOf((await given.report()).activities[0], 'ideathon')!.audience).toBeNull();

    await move(given, activityId, 'audience-vote', 'pitches').expect(204);
    expect(await codeOf(vote(two!, activityId, trees))).toBe('ideathon/not-now');
    await move(given, activityId, 'pitches', 'audience-vote').expect(204);
    await vote(two!, activityId, trees).expect(200);
    await move(given, activityId, 'audience-vote', 'results').expect(204);
    const result = { votedCount: 3, options: [{ optionId: trees, dots: 2, voters: 2, rank: 1 }, { optionId: shade, dots: 2, voters: 2, rank: 1 }] };
    expect((await part(given)).vote!.result).toMatchObject(result);
    expect(partOf((await given.report()).activities[0], 'ideathon')!.audience).toMatchObject({ dots: 2, perOption: 1, result });
    expect(await codeOf(vote(two!, activityId, trees))).toBe('ideathon/not-now');
    expect(await codeOf(move(given, activityId, 'results', 'audience-vote'))).toBe('vote/result-shown');
    await move(given, activityId, 'results', 'pitches').expect(204);
  });

  test('still votes where the results were shown before it did and told nothing', async () => {
    const { given, activityId, phones: [one, two] } = await givenTeams({ audience: { dots: 2, perOption: 1, ownTeam: false } });
    const trees = await propose(one!, activityId, 'Stromy');
    await move(given, activityId, 'teams', 'results').expect(204);
    await move(given, activityId, 'results', 'audience-vote').expect(204);
    await vote(two!, activityId, trees).expect(200);
    await move(given, activityId, 'audience-vote', 'results').expect(204);
    expect((await part(given)).vote!.result).toMatchObject({ votedCount: 1 });
    expect(await codeOf(move(given, activityId, 'results', 'audience-vote'))).toBe('vote/result-shown');
  });

  test('is offered no team that was merged into another meanwhile', async () => {
    const { given, activityId, phones: [one, two, three] } = await givenTeams();
    const [trees, shade] = [await propose(one!, activityId, 'Stromy'), await propose(two!, activityId, 'Tieň')];
    await move(given, activityId, 'teams', 'audience-vote').expect(204);
    await vote(three!, activityId, trees).expect(200);
    await command(given.facilitator, 'post', `/teams/${trees}/merge`, { into: shade });
    expect((await part(given)).vote!.options.map(({ id }) => id)).toEqual([shade]);
    await vote(three!, activityId, shade).expect(200);
  });

  test('gives nothing to a team that is gone by the results: it cannot win', async () => {
    const { given, activityId, phones: [one, two, three] } = await givenTeams();
    const [trees, shade] = [await propose(one!, activityId, 'Stromy'), await propose(two!, activityId, 'Tieň')];
    await move(given, activityId, 'teams', 'audience-vote').expect(204);
    await vote(three!, activityId, trees).expect(200);
    await vote(one!, activityId, shade).expect(200);
    await command(given.facilitator, 'post', `/teams/${trees}/merge`, { into: shade });
    await move(given, activityId, 'audience-vote', 'results').expect(204);
    const standing = [expect.objectContaining({ optionId: shade, dots: 1, rank: 1 })];
    expect((await part(given)).vote!.result!.options).toEqual(standing);
    expect(partOf((await given.report()).activities[0], 'ideathon')!.audience!.result.options).toEqual(standing);
  });

  test('may vote for her own team where that is set, and is counted when the session closes though nobody told it', async () => {
    const { given, activityId, phones: [one] } = await givenTeams({ audience: { dots: 1, perOption: null, ownTeam: true } });
    const trees = await propose(one!, activityId, 'Stromy');
    await move(given, activityId, 'teams', 'audience-vote').expect(204);
    await vote(one!, activityId, trees).expect(200);
    await given.close();
    expect(partOf((await given.report()).activities[0], 'ideathon')!.audience).toMatchObject({ result: { options: [{ optionId: trees, dots: 1, rank: 1 }] } });
  });
});

describe('notes of mentors', () => {
  test('are written by whoever works in the session, and read by the team and the staff alone', async () => {
    const { given, activityId, phones: [one, two] } = await givenTeams();
    const [trees, shade] = [await propose(one!, activityId, 'Stromy'), await propose(two!, activityId, 'Tieň')];
    const mentor = await given.staff('table-host');
    const write = (who: Asker, teamId: string, text: string) => ask(who, 'post', `/teams/${teamId}/notes`, { text });
    await write(mentor, trees, 'Spočítajte vodu.').expect(204);
    for (const who of [one!, await given.staff('observer')]) expect(await codeOf(write(who, trees, 'x'))).toBe('forbidden');
    expect((await ownTeam(one!, activityId))!.notes).toMatchObject([{ text: 'Spočítajte vodu.' }]);
    expect((await ownTeam(two!, activityId))!.notes).toEqual([]);
    expect(JSON.stringify([(await given.room()).room, await given.report()])).not.toContain('Spočítajte');
    const [note] = (await command<TeamView>(given.facilitator, 'get', `/teams/${trees}`)).notes;
    const remove = (who: Asker, teamId = trees) => ask(who, 'post', `/teams/${teamId}/notes/remove`, { noteId: note!.id });
    expect(await codeOf(remove(await given.staff('scribe')))).toBe('forbidden');
    expect(await codeOf(remove(mentor, shade))).toBe('not-found');
    await remove(mentor).expect(204);
    expect((await ownTeam(one!, activityId))!.notes).toEqual([]);
  });
});
