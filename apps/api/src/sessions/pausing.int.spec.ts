import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { givenApi, type TestApi } from '../testing/given-api.ts';
import { givenServers } from '../testing/given-servers.ts';
import { ask, brainstorm, cluster, command, compose, givenSession, screenOf } from './given-session.ts';

let api: TestApi;
beforeAll(async () => {
  api = await givenApi();
});
afterAll(async () => {
  await api?.stop();
});

test('the time stands still on all screens, at a server that starts later too, and goes on with what was left', async () => {
  const given = await givenSession(api);
  const phone = await given.join();
  const id = await given.started(brainstorm());
  await given.backdate(id, 4);
  const screen = await screenOf(given, phone);
  await command(given.facilitator, 'post', `/activities/${id}/pause`, { paused: true });
  await screen.until(({ room }) => room?.activity?.pausedAt != null);
  const { endsAt, pausedAt } = screen.room!.activity!;
  const left = Date.parse(endsAt!) - Date.parse(pausedAt!);
  // what people write meanwhile is taken
  await compose(phone, id, 'Aj počas pauzy');
  const servers = givenServers(api);
  const later = await screenOf(given, phone, await servers.start());
  expect(later.room!.activity).toMatchObject({ endsAt, pausedAt });
  await command(given.facilitator, 'post', `/activities/${id}/pause`, { paused: false });
  await screen.until(({ room }) => room?.activity?.pausedAt === null);
  const [row] = await api.database.query<{ left: number }[]>('select extract(epoch from ends_at - now())::float * 1000 as left from activity where id = $1', [id]);
  expect(row!.left).toBeLessThanOrEqual(left);
  expect(row!.left).toBeGreaterThan(left - 30_000);
  for (const { socket } of [screen, later]) socket.disconnect();
  await servers.stop();
});

test('of two who extend at once one does; what is left out does not come next', async () => {
  const given = await givenSession(api);
  const other = await given.staff('co-facilitator');
  const id = await given.started(brainstorm());
  const next = await given.activity(cluster);
  const { endsAt } = (await given.room()).room.activity!;
  const answers = await Promise.all([given.facilitator, other].map((who) => ask(who, 'post', `/activities/${id}/extend`, { minutes: 5, endsAt })));
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
  expect(Date.parse((await given.room()).room.activity!.endsAt!) - Date.parse(endsAt!)).toBe(5 * 60_000);
  const skipped = async () => (await given.room()).room.agenda.find((step) => step.id === next)!.skipped;
  await command(other, 'post', `/activities/${next}/skip`, { skipped: true });
  expect(await skipped()).toBe(true);
  await command(given.facilitator, 'post', `/activities/${next}/skip`, { skipped: false });
  expect(await skipped()).toBe(false);
});

test('a vote that is held again while it is paused begins with its time going', async () => {
  const given = await givenSession(api);
  const id = await given.started({ kind: 'gradients', secrecy: 'blind' });
  await command(given.facilitator, 'post', `/activities/${id}/pause`, { paused: true });
  await command(given.facilitator, 'post', `/activities/${id}/round`, { running: id });
  expect((await given.room()).room.activity).toMatchObject({ state: 'running', pausedAt: null });
});

test('who may: those who run the session', async () => {
  const given = await givenSession(api);
  const id = await given.started(brainstorm());
  for (const [who, status] of [[await given.join(), 403], [await given.staff('table-host'), 403], [await api.person(), 404]] as const) {
    expect((await ask(who, 'post', `/activities/${id}/pause`, { paused: true })).status).toBe(status);
    expect((await ask(who, 'post', `/activities/${id}/skip`, { skipped: true })).status).toBe(status);
  }
});
