import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AnswerMeaning, MeaningView } from '@spolu/contracts/meaning';
import type { ReadReport } from '@spolu/contracts/report-blocks';
import { givenApi, type Someone, type TestApi } from '../../../testing/given-api.ts';
import { ask, command, givenSession, type GivenSession } from '../../given-session.ts';

let api: TestApi;
beforeAll(async () => {
  api = await givenApi();
});
afterAll(() => api?.stop());

const view = (given: GivenSession, who: Pick<Someone, 'agent'>): Promise<MeaningView> => command(who, 'get', `/sessions/${given.sessionId}/meaning`);
const askHall = async (given: GivenSession, summary: string) => (await command<{ id: string }>(given.facilitator, 'post', `/sessions/${given.sessionId}/meaning-checks`, { summary, language: 'sk' })).id;
const answer = (who: Pick<Someone, 'agent'>, id: string, verdict: AnswerMeaning['verdict'], words = '') => ask(who, 'put', `/meaning-checks/${id}/answer`, { verdict, words, language: 'sk' });
const report = (given: GivenSession): Promise<ReadReport> => command(given.facilitator, 'get', `/sessions/${given.sessionId}/report`);

test('the hall is asked whether the summary is what it meant; the last answer of each counts, without a name', async () => {
  const given = await givenSession(api);
  const [one, two] = [await given.join({ nickname: 'Jana' }), await given.join({ nickname: 'Peter' })];
  expect(await view(given, one)).toEqual({ asked: null, mine: null, result: null });
  const id = await askHall(given, 'Chceme najprv opraviť strechy.');
  expect((await view(given, one)).asked).toEqual({ id, summary: 'Chceme najprv opraviť strechy.', language: 'sk' });
  expect((await given.room(one)).room.meaning).toEqual({ id, summary: 'Chceme najprv opraviť strechy.', language: 'sk' });
  for (const verdict of ['yes', 'not-quite'] as const) expect((await answer(one, id, verdict, verdict === 'yes' ? '' : 'Chýbajú kotly.')).status).toBe(204);
  await answer(two, id, 'yes');
  expect(await view(given, one)).toMatchObject({ mine: { verdict: 'not-quite', words: 'Chýbajú kotly.' }, result: null });
  expect((await view(given, given.facilitator)).result).toMatchObject({ id, ended: false, eligible: 2, yes: 1, notQuite: 1, words: [{ text: 'Chýbajú kotly.', language: 'sk' }] });

  const better = await askHall(given, 'Chceme opraviť strechy a kotly.');
  expect((await answer(two, id, 'not-quite')).body).toMatchObject({ code: 'meaning/over' });
  await answer(one, better, 'yes');
  await command(given.facilitator, 'post', `/meaning-checks/${better}/end`, {});
  expect((await answer(two, better, 'yes')).body).toMatchObject({ code: 'meaning/over' });
  expect((await view(given, two)).asked).toBeNull();
  expect((await given.room(two)).room.meaning).toBeNull();

  const { meanings, blocks } = await report(given);
  expect(meanings.map(({ yes, notQuite }) => [yes, notQuite])).toEqual([[1, 1], [1, 0]]);
  expect(blocks.map(({ key }) => key)).toContain('meaning');
  expect(JSON.stringify(meanings)).not.toMatch(/Jana|Peter/);
});

test('answers that come at once are one each', async () => {
  const given = await givenSession(api);
  const phones = await given.joinAll(8);
  const id = await askHall(given, 'Súhlasíme na strechách.');
  const answered = await Promise.all(phones.flatMap((phone) => [answer(phone, id, 'yes'), answer(phone, id, 'not-quite')]));
  expect(new Set(answered.map(({ status }) => status))).toEqual(new Set([204]));
  const { result } = await view(given, given.facilitator);
  expect(result!.yes + result!.notQuite).toBe(8);
});

test('is asked by those who run it, while it is open, and answered by those inside', async () => {
  const given = await givenSession(api);
  const [phone, host] = [await given.join(), await given.staff('table-host')];
  const elsewhere = await (await givenSession(api)).join();
  const tryToAsk = (who: Pick<Someone, 'agent'>) => ask(who, 'post', `/sessions/${given.sessionId}/meaning-checks`, { summary: 'Niečo.', language: 'sk' });
  for (const [who, status] of [[phone, 403], [host, 403], [elsewhere, 404], [api.stranger(), 404]] as const) expect((await tryToAsk(who)).status).toBe(status);
  const id = await askHall(given, 'Takto sme to mysleli.');
  expect((await ask(phone, 'post', `/meaning-checks/${id}/end`, {})).status).toBe(403);
  for (const [who, status] of [[given.facilitator, 403], [elsewhere, 404], [api.stranger(), 404]] as const) expect((await answer(who, id, 'yes')).status).toBe(status);
  expect((await ask(elsewhere, 'get', `/sessions/${given.sessionId}/meaning`)).status).toBe(404);
  await given.close();
  expect((await answer(phone, id, 'yes')).body).toMatchObject({ code: 'meaning/over' });
  expect((await tryToAsk(given.facilitator)).body).toMatchObject({ code: 'session/not-open' });
});
