import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { givenApi, type Someone, type TestApi } from '../testing/given-api.ts';
import { ask, brainstorm, command, givenSession, screenOf, type Screen } from './given-session.ts';

let api: TestApi;
const screens: Screen[] = [];
beforeAll(async () => {
  api = await givenApi();
});
afterAll(async () => {
  for (const screen of screens) screen.socket.disconnect();
  await api?.stop();
});

test('a lead that is handed over in the middle of a session is the other’s from the next command; both go on running it on the screens they have open', async () => {
  const given = await givenSession(api);
  const { sessionId } = given;
  const lead = await api.person({ roles: [{ scope: 'session', scopeId: sessionId, role: 'lead-facilitator' }] });
  const [other, newcomer] = [await given.staff('co-facilitator'), await api.person()];
  const activityId = await given.started(brainstorm());
  const open = await Promise.all([lead, other].map((who) => screenOf(given, who)));
  screens.push(...open);
  const { items: roles } = await command<{ items: { id: string; personId: string; role: string }[] }>(lead, 'get', `/roles?scope=session&scopeId=${sessionId}`);
  const asksToHelp = (by: Someone) => ask(by, 'post', '/roles', { personId: newcomer.personId, scope: 'session', scopeId: sessionId, role: 'co-facilitator' });
  await asksToHelp(other).expect(403);

  await command(lead, 'post', `/roles/${roles.find(({ personId }) => personId === lead.personId)!.id}/hand-over`, { personId: other.personId });

  // what only a lead gives is hers no more, and the other one's at once
  await asksToHelp(lead).expect(403);
  await asksToHelp(other).expect(201);
  // both run the session as before, each seen by the other
  for (const [i, by] of [lead, other].entries()) {
    await command(by, 'post', `/activities/${activityId}/lock`, { locked: i === 0 });
    await Promise.all(open.map((screen) => screen.until(({ room }) => room?.activity?.locked === (i === 0), `locked by ${i}`)));
    expect((await given.room(by)).may).toMatchObject({ run: true });
  }
  expect(open.map(({ ended, staff }) => [ended, staff !== undefined])).toEqual([[undefined, true], [undefined, true]]);

  const audited = await api.database.query<object[]>(`select person_id as by, subject_id as to, facts from audit_entry where action = 'role.handed-over'`);
  expect(audited).toEqual([{ by: lead.personId, to: other.personId, facts: expect.objectContaining({ role: 'lead-facilitator', scopeId: sessionId }) }]);
});
