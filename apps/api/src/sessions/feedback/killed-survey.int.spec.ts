import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { FeedbackView, SurveyPaper } from '@spolu/contracts/feedback';
import request from 'supertest';
import { givenApi, type TestApi } from '../../testing/given-api.ts';
import { givenServers, type RunningServer, type Servers } from '../../testing/given-servers.ts';
import { allWait, holdTables } from '../../testing/held-tables.ts';
import { ask, type GivenSession } from '../given-session.ts';
import { givenSurvey, openFor, send } from './given-survey.ts';

let api: TestApi;
let servers: Servers;
let server: RunningServer;
beforeAll(async () => {
  api = await givenApi();
  servers = givenServers(api);
  server = await servers.start();
});
afterAll(async () => {
  await servers?.stop();
  await api?.stop();
});

const strangerThere = () => ({ ...api.stranger(), agent: request.agent(server.url).set('Origin', server.url) });
const paperThere = async (secret: string) => (await ask(strangerThere(), 'post', '/survey-lookups', { secret }).expect(200)).body as SurveyPaper;
const surveyThere = async ({ facilitator, sessionId }: GivenSession) =>
  ((await request(server.url).get(`/api/sessions/${sessionId}/feedback`).set('Cookie', facilitator.cookie).expect(200)).body as FeedbackView).survey!;

test('a server that is killed while people answer a survey loses no answer and doubles none, and its end and its grace are as they were', async () => {
  const answer = (given: GivenSession, secret: string, key: string) => send(given, secret, { ps01: 4, ps20: 'V čase.' }, key, strangerThere());
  // one is open for days, the other was ended and takes what is being written
  const surveys = await Promise.all([true, false].map(async (isOpen) => {
    const { given, secrets } = await givenSurvey(api, 4);
    if (!isOpen) await openFor(given, 0);
    const keys = secrets.map(() => randomUUID());
    await answer(given, secrets[0]!, keys[0]!).expect(204);
    const papers = await Promise.all(secrets.map(paperThere));
    return { given, secrets, keys, isOpen, papers, seen: await surveyThere(given) };
  }));
  expect(surveys.map(({ seen, isOpen }) => [seen.given, seen.isOpen === isOpen, (seen.graceUntil === null) === isOpen])).toEqual([[1, true, true], [1, true, true]]);

  const letGo = await holdTables(api, ['survey_submission']);
  const underWay = surveys.flatMap(({ given, secrets, keys }) => [1, 2].map((i) => answer(given, secrets[i]!, keys[i]!).then(({ status }) => status, () => 'cut off')));
  await allWait(api, underWay.length);
  await server.kill();
  expect(await Promise.all(underWay)).toEqual(underWay.map(() => 'cut off'));
  await letGo();
  await servers.start({ port: server.port });

  for (const { given, secrets, keys, papers, seen } of surveys) {
    expect(await surveyThere(given)).toEqual(seen);
    expect(await Promise.all(secrets.map(paperThere))).toEqual(papers);
    // whoever has no answer sends again; so does who had one that went lost on its way
    for (const i of [0, 1, 2]) await answer(given, secrets[i]!, keys[i]!).expect(204);
    await answer(given, secrets[3]!, keys[3]!).expect(204);
    expect(await surveyThere(given)).toMatchObject({ given: 4 });
    for (const [i, secret] of secrets.entries()) expect([i, (await answer(given, secret, randomUUID()).expect(409)).body]).toMatchObject([i, { code: 'survey/already-given' }]);
    expect(await surveyThere(given)).toMatchObject({ given: 4, closesAt: seen.closesAt, graceUntil: seen.graceUntil });
  }
});
