import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { IdeathonSettings, IdeathonStage } from '@spolu/contracts/activities/ideathon';
import { partOf } from '@spolu/contracts/activities/part-of';
import { givenApi, type Someone, type TestApi } from '../../../testing/given-api.ts';
import { ask, command, givenSession, type GivenSession } from '../../given-session.ts';
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
