import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ActivitySettings } from '@spolu/contracts/activities/kinds';
import { SignIns } from '../identity/sign-ins.service.ts';
import { givenApi, type TestApi } from '../testing/given-api.ts';
import { givenServers } from '../testing/given-servers.ts';
import { activityOf, ask, breakout, brainstorm, command, compose, dotVote, type GivenSession, givenSession, screenOf } from './given-session.ts';

let api: TestApi;
beforeAll(async () => {
  api = await givenApi();
});
afterAll(async () => {
  await api?.stop();
});

const fist: ActivitySettings = { kind: 'fist-to-five', secrecy: 'blind' };
const DAY_MS = 86_400_000;
/** So many days from now, at noon in the town. */
const noonIn = (days: number) => ({ on: new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10), time: '12:00' });
/** The day comes: nobody waits for it. */
async function letItCome(activityId: string): Promise<void> {
  await api.database.query(`update activity set open_until = now() - interval '1 second', ends_at = now() - interval '1 second' where id = $1`, [activityId]);
  await api.database.query(`update job.job set start_after = now() where name = 'activity.open-until-passed' and data ->> 'activityId' = $1`, [activityId]);
}
const stateOf = async (given: GivenSession, id: string) => (await given.view()).activities.find((activity) => activity.id === id)!;

describe('an activity that is open until a day', () => {
  test('takes what people bring whenever they come, ends by itself, and what comes then is late', async () => {
    const given = await givenSession(api);
    const id = await given.started(brainstorm('hidden'), { openUntil: noonIn(4) });
    const planned = await stateOf(given, id);
    expect(planned.openUntil).toBe(planned.endsAt);
    expect(Date.parse(planned.openUntil!) - Date.now()).toBeGreaterThan(3 * DAY_MS);
    const phone = await given.join();
    const screen = await screenOf(given, phone);
    expect(screen.room!.activity).toMatchObject({ endsAt: planned.openUntil, endsItself: true });
    expect(screen.room!.agenda[0]).toMatchObject({ openUntil: planned.openUntil });
    expect((await ask(given.facilitator, 'post', `/activities/${id}/pause`, { paused: true })).status).toBe(409);
    await compose(phone, id, 'V stredu večer');
    await letItCome(id);
    await screen.until(({ room }) => room?.activity?.state === 'ended');
    // as after an end by hand: what was hidden waits for who runs it
    expect(screen.room!.activity).toMatchObject({ waitsForReveal: true, endsItself: true });
    expect(await compose(phone, id, 'V piatok')).toMatchObject({ state: 'late' });
    const report = await given.report();
    expect(report.activities[0]).toMatchObject({ plannedMinutes: null, part: { noteCount: 1 } });
    screen.socket.disconnect();
  });

  test('ends once where two servers serve the room, and after all of them were away', async () => {
    const given = await givenSession(api);
    const id = await given.started(fist, { openUntil: noonIn(2) });
    const servers = givenServers(api);
    const [one, other] = await Promise.all([servers.start(), servers.start()]);
    await Promise.all([one.kill(), other.kill()]);
    await letItCome(id);
    const [third, fourth] = await Promise.all([servers.start(), servers.start()]);
    const screens = await Promise.all([third, fourth].map((server) => screenOf(given, given.facilitator, server)));
    await Promise.all(screens.map((screen) => screen.until(({ room }) => room?.activity?.state === 'ended')));
    const first = (await stateOf(given, id)).endedAt;
    await api.database.query(`insert into job.job (name, data) values ('activity.open-until-passed', $1)`, [JSON.stringify({ activityId: id })]);
    await given.step(await given.activity(brainstorm()), 'start');
    expect((await stateOf(given, id)).endedAt).toBe(first);
    for (const { socket } of screens) socket.disconnect();
    await servers.stop();
  });

  test('is moved and closed early by hand; of two who move it at once one does', async () => {
    const given = await givenSession(api);
    const other = await given.staff('co-facilitator');
    const id = await given.started(brainstorm());
    const { endsAt } = (await given.room()).room.activity!;
    const answers = await Promise.all([given.facilitator, other].map((who, i) => ask(who, 'put', `/activities/${id}/open-until`, { openUntil: noonIn(3 + i), endsAt })));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    await command(other, 'put', `/activities/${id}/open-until`, { openUntil: noonIn(10) });
    // the jobs of the days that it was moved from find nothing to do
    await api.database.query(`update job.job set start_after = now() where name = 'activity.open-until-passed' and data ->> 'activityId' = $1`, [id]);
    await command(other, 'put', `/activities/${id}/open-until`, { openUntil: null });
    expect(await stateOf(given, id)).toMatchObject({ state: 'running', openUntil: null, endsAt: null });
    await given.step(id, 'end');
    expect(await stateOf(given, id)).toMatchObject({ state: 'ended' });
  });

  test('keeps its day when a quick question comes between', async () => {
    const given = await givenSession(api);
    const id = await given.started(fist, { openUntil: noonIn(3) });
    const { openUntil } = await stateOf(given, id);
    const { id: poll } = await command<{ id: string }>(given.facilitator, 'post', `/sessions/${given.sessionId}/quick-poll`, { title: 'Ide sa na obed?', form: { type: 'choice', options: ['áno', 'nie'], most: 1 }, running: id });
    await given.step(id, 'resume', { running: poll, until: 'left' });
    expect(await stateOf(given, id)).toMatchObject({ state: 'running', openUntil, endsAt: openUntil });
  });

  test('counts an answer given on its last day; one that comes after it is late and waits for staff', async () => {
    const given = await givenSession(api);
    const [phone, other] = await given.joinAll(2);
    const id = await given.started(fist, { openUntil: noonIn(1) });
    const give = (who: typeof phone) => command(who!, 'put', `/activities/${id}/answer`, { value: { kind: 'fist-to-five', fingers: 4 } });
    expect(await give(phone)).not.toHaveProperty('late');
    const screen = await screenOf(given, given.facilitator);
    await letItCome(id);
    await screen.until(({ room }) => room?.activity?.state === 'ended');
    expect(await give(other)).toMatchObject({ late: 'waiting' });
    expect(screen.room!.activity!.part).toMatchObject({ answeredCount: 1 });
    screen.socket.disconnect();
  });
});

describe('between two visits (SEC-10)', () => {
  const fiveDaysLater = `update sign_in set last_seen_at = now() - interval '5 days', started_at = now() - interval '5 days'`;

  test('a phone stays who it is, whether it was in when the day was set or came after', async () => {
    const given = await givenSession(api);
    const before = await given.join();
    const id = await given.started(fist, { openUntil: noonIn(6) });
    const after = await given.join();
    await api.database.query(fiveDaysLater);
    await api.app.get(SignIns).forget();
    for (const phone of [before, after]) expect(await given.room(phone)).toMatchObject({ me: { participantId: phone.participantId }, room: { activity: { id } } });
  });

  test('and is forgotten as ever where nothing is open for days, and where she was asked to leave', async () => {
    const given = await givenSession(api);
    const guest = await given.join();
    const removed = await given.join();
    await given.started(fist);
    await command(given.facilitator, 'post', `/participants/${removed.participantId}/remove`, {});
    const { activity } = (await given.room()).room;
    await api.database.query(`update sign_in set last_seen_at = now() - interval '13 hours' where sid in (select sid from sign_in_participant where participant_id = $1)`, [guest.participantId]);
    expect((await ask(guest, 'get', `/sessions/${given.sessionId}/room`)).status).toBe(404);
    await command(given.facilitator, 'put', `/activities/${activity!.id}/open-until`, { openUntil: noonIn(6) });
    const rows = await api.database.query<{ known: boolean }[]>(
      'select s.known_until is not null as known from sign_in s join sign_in_participant p using (sid) where p.participant_id = $1', [removed.participantId]);
    expect(rows).toEqual([{ known: false }]);
  });
});

describe('the plan', () => {
  test('keeps the day until it begins; it is not left out silently when something else is edited', async () => {
    const given = await givenSession(api);
    const id = await given.activity(dotVote(), { openUntil: noonIn(5) });
    await command(given.facilitator, 'put', `/activities/${id}`, activityOf(dotVote(), { title: 'Iný názov' }));
    expect((await stateOf(given, id)).openUntil).not.toBeNull();
    await command(given.facilitator, 'put', `/activities/${id}`, activityOf(dotVote(), { openUntil: null }));
    expect((await stateOf(given, id)).openUntil).toBeNull();
  });

  test('of another session is brought along without its days', async () => {
    const given = await givenSession(api);
    await given.activity(dotVote(), { openUntil: noonIn(5) });
    const { id } = await command<{ id: string }>(given.facilitator, 'post', `/processes/${given.processId}/sessions`, {
      kind: 'workshop', title: 'O rok', welcome: '', plannedOn: null, plannedTime: null, place: '', language: 'sk', visibility: 'participants', from: { sessionId: given.sessionId },
    });
    const { activities } = await command<{ activities: { openUntil: string | null; minutes: number }[] }>(given.facilitator, 'get', `/sessions/${id}`);
    expect(activities).toMatchObject([{ openUntil: null, minutes: 10 }]);
  });

  test.each([
    ['a day that is past', dotVote(), noonIn(-2), 'too-small'],
    ['more than sixty days', dotVote(), noonIn(62), 'too-big'],
    ['tables, where people must be at the same time', breakout(), noonIn(2), 'not-allowed'],
  ])('refuses %s', async (_, settings, openUntil, code) => {
    const given = await givenSession(api);
    const answer = await ask(given.facilitator, 'post', `/sessions/${given.sessionId}/activities`, activityOf(settings, { openUntil }));
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ fields: [{ path: 'openUntil', code }] });
  });

  test('that was overtaken by the calendar does not begin', async () => {
    const given = await givenSession(api);
    const id = await given.activity(dotVote(), { openUntil: noonIn(1) });
    await api.database.query(`update activity set open_until = now() where id = $1`, [id]);
    expect((await ask(given.facilitator, 'post', `/activities/${id}/start`, {})).body).toMatchObject({ code: 'activity/open-until-passed' });
  });
});

test('who does not run the session moves nothing, and what does not run is not left open', async () => {
  const given = await givenSession(api);
  const phone = await given.join();
  const id = await given.started(brainstorm());
  const move = (who: Parameters<typeof ask>[0], activityId = id) => ask(who, 'put', `/activities/${activityId}/open-until`, { openUntil: noonIn(2) });
  expect((await move(phone)).status).toBe(403);
  expect((await move(await given.staff('observer'))).status).toBe(403);
  expect((await move(api.stranger())).status).toBe(404);
  expect((await move(given.facilitator, await given.activity(brainstorm()))).body).toMatchObject({ code: 'activity/not-running' });
});
