import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { FollowAnswer } from '@spolu/contracts/boards';
import type { ProblemDocument } from '@spolu/contracts/problems';
import { BoardEvent } from '@spolu/realtime/board-events';
import { encodePresence, SPOTLIGHT_SLOT, type BoardPart } from '@spolu/realtime/presence-frames';
import { SocketSeats } from '../http/seats.ts';
import { givenApi, type Someone, type TestApi } from '../testing/given-api.ts';
import { STRAY_MESSAGES_MAX } from './boards.gateway.ts';
import { givenBoard, RawDevice, Tab, type GivenBoard } from './given-board.ts';
import { MESSAGES_BURST } from './seat.ts';

let api: TestApi;
const open: { close(): void }[] = [];
beforeAll(async () => {
  api = await givenApi();
});
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});
afterAll(() => api.stop());

const HERE: BoardPart = { x: 400, y: -80, width: 1_200, height: 800 };
const THERE: BoardPart = { x: 4_000, y: 0, width: 400, height: 240 };

async function tabOf(board: GivenBoard, someone: Someone, options?: { presence?: boolean }): Promise<Tab> {
  const tab = new Tab(api, someone, board.boardId, options);
  open.push(tab);
  return tab.ready();
}
async function deviceOf(board: GivenBoard, someone: Someone): Promise<RawDevice> {
  const device = await RawDevice.at(api, someone, board.boardId);
  open.push(device);
  return device;
}
const seen = (tab: Tab, slot: number | null, part: BoardPart) =>
  tab.until(({ presences }) => presences.some((one) => one.kind === 'view' && one.slot === slot && one.x === part.x && one.width === part.width));
const viewsOf = ({ presences }: Tab) => presences.filter(({ kind }) => kind === 'view');
const knows = (tab: Tab, other: Tab) => tab.until(({ state }) => state.people.some(({ slot }) => slot === other.state.slot));
const asked = (device: RawDevice, event: string, payload: object) => device.ask(event, payload) as Promise<unknown> as Promise<FollowAnswer>;
/** All that was on its way to this tab has come: what somebody else wrote after it has. */
async function afterAllThat(tab: Tab, writer: Tab): Promise<void> {
  const id = writer.add({ participantId: writer.participantId });
  await tab.until(({ notes }) => notes.some((note) => note.id === id));
}
async function follow(follower: Tab, followed: Tab): Promise<void> {
  await knows(follower, followed);
  const before = followed.state.followers;
  follower.link.follow(followed.state.slot);
  await followed.until(({ state }) => state.followers > before);
}

describe('following', () => {
  test('shows whom one follows to oneself alone, from where she is now, until one ends it', async () => {
    const board = await givenBoard(api);
    const [guide, follower, other] = await Promise.all([tabOf(board, await board.guest()), tabOf(board, await board.guest()), tabOf(board, await board.guest())]);
    await follow(follower, guide);
    guide.link.showView(HERE);
    await seen(follower, guide.state.slot, HERE);
    await follow(other, guide);
    // She stands still; the newcomer sees where.
    await seen(other, guide.state.slot, HERE);
    await guide.until(({ state }) => state.followers === 2);
    other.link.follow(null);
    await guide.until(({ state }) => state.followers === 1);
    guide.link.showView(THERE);
    await seen(follower, guide.state.slot, THERE);
    expect(viewsOf(other)).toHaveLength(1);
  });

  test('a device that nobody follows sends nothing; what it sends all the same goes nowhere', async () => {
    const board = await givenBoard(api);
    const [one, other] = await Promise.all([tabOf(board, await board.guest()), tabOf(board, await board.guest())]);
    const sent: unknown[] = [];
    one.socket.onAnyOutgoing((event: string) => sent.push(event));
    one.link.showView(HERE);
    expect(sent).toEqual([]);
    const device = await deviceOf(board, await board.guest());
    device.socket.emit(BoardEvent.presence, encodePresence(device.welcome.channel, { kind: 'view', ...HERE }));
    device.socket.emit(BoardEvent.presence, encodePresence(device.welcome.channel, { kind: 'cursor', x: 8, y: 8 }));
    await other.until(({ presences }) => presences.some(({ kind }) => kind === 'cursor'));
    // Nor is it kept for whoever begins to follow.
    await other.until(({ state }) => state.people.some(({ slot }) => slot === device.welcome.slot));
    const followed = new Promise((resolve) => device.socket.once(BoardEvent.followers, resolve));
    other.link.follow(device.welcome.slot);
    await followed;
    await afterAllThat(other, one);
    expect(viewsOf(other)).toEqual([]);
  });

  test('ends when either leaves', async () => {
    const board = await givenBoard(api);
    const [guide, follower, stays] = await Promise.all([tabOf(board, await board.guest()), tabOf(board, await board.guest()), tabOf(board, await board.guest())]);
    await follow(follower, guide);
    await follow(stays, guide);
    follower.close();
    await guide.until(({ state }) => state.followers === 1);
    guide.close();
    await stays.until(({ state }) => state.following === null);
  });

  test('nobody is followed who is not there, nor oneself', async () => {
    const board = await givenBoard(api);
    const someone = await board.guest();
    const phone = await tabOf(board, await board.guest(), { presence: false });
    const device = await deviceOf(board, someone);
    const { channel, slot } = device.welcome;
    for (const whom of [slot, phone.state.slot, 60_000]) {
      expect(await asked(device, BoardEvent.follow, { channel, slot: whom })).toMatchObject({ ok: false, problem: { code: 'not-found' } });
    }
    expect(await asked(device, BoardEvent.follow, { channel, slot: null })).toEqual({ ok: true });
  });

  test('SEC-42: nobody is followed in an anonymous activity, and who was is no more', async () => {
    const board = await givenBoard(api);
    const [guide, follower] = await Promise.all([tabOf(board, await board.guest()), tabOf(board, await board.guest())]);
    await follow(follower, guide);
    const slot = guide.state.slot!;
    await board.setRule({ anonymous: true });
    await Promise.all([follower.until(({ state }) => state.following === null), guide.until(({ state }) => state.followers === 0 && state.rule?.anonymous === true)]);
    const device = await deviceOf(board, await board.guest());
    expect(await asked(device, BoardEvent.follow, { channel: device.welcome.channel, slot })).toMatchObject({ ok: false, problem: { code: 'not-found' } });
    // Who says "look" all the same is seen by nobody.
    guide.socket.emit(BoardEvent.presence, encodePresence(device.welcome.channel, { kind: 'view', ...HERE }));
    await board.setRule({ anonymous: false });
    await knows(follower, guide);
    await afterAllThat(follower, guide);
    expect(viewsOf(follower)).toEqual([]);
    expect(guide.state.followers).toBe(0);
  });
});

describe('a spotlight', () => {
  test('shows everybody what who runs the session sees, and whoever comes later too, until she ends it', async () => {
    const board = await givenBoard(api);
    const [staff, guest] = await Promise.all([tabOf(board, await board.staff()), tabOf(board, await board.guest())]);
    staff.link.present(true);
    await Promise.all([staff, guest].map((tab) => tab.until(({ state }) => state.spotlight?.name === 'Jana Skúšobná' && state.spotlight.slot === staff.state.slot)));
    staff.link.showView(HERE);
    await seen(guest, SPOTLIGHT_SLOT, HERE);
    // A screen that shows nobody's cursor is led all the same.
    for (const options of [{}, { presence: false }]) {
      const late = await tabOf(board, await board.guest(), options);
      expect(late.state.spotlight).toMatchObject({ name: 'Jana Skúšobná' });
      await seen(late, SPOTLIGHT_SLOT, HERE);
    }
    staff.link.present(false);
    await guest.until(({ state }) => state.spotlight === null);
    expect((await tabOf(board, await board.guest())).state.spotlight).toBeNull();
  });

  test.each(['participant', 'observer'])('a %s may not show hers', async (who) => {
    const board = await givenBoard(api);
    const watcher = await tabOf(board, await board.guest());
    const someone = who === 'participant' ? await board.guest() : await api.person({ roles: [{ scope: 'session', scopeId: board.sessionId, role: 'observer' }] });
    const device = await deviceOf(board, someone);
    const { channel } = device.welcome;
    for (const on of [true, false]) expect(await asked(device, BoardEvent.present, { channel, on })).toMatchObject({ ok: false, problem: { code: 'forbidden' } });
    device.socket.emit(BoardEvent.presence, encodePresence(channel, { kind: 'view', ...HERE }));
    device.socket.emit(BoardEvent.spotlight, { channel, spotlight: { slot: device.welcome.slot, name: 'X', startedAt: 1 } });
    device.socket.emit(BoardEvent.presence, encodePresence(channel, { kind: 'cursor', x: 8, y: 8 }));
    await watcher.until(({ presences }) => presences.some(({ kind }) => kind === 'cursor'));
    expect(watcher.state.spotlight).toBeNull();
    expect(viewsOf(watcher)).toEqual([]);
  });

  test('the second one takes it over, and the first one ends nothing of hers', async () => {
    const board = await givenBoard(api);
    const [first, second, guest] = await Promise.all([tabOf(board, await board.staff()), tabOf(board, await board.staff()), tabOf(board, await board.guest())]);
    first.link.present(true);
    await guest.until(({ state }) => state.spotlight?.slot === first.state.slot);
    second.link.present(true);
    await Promise.all([first, second, guest].map((tab) => tab.until(({ state }) => state.spotlight?.slot === second.state.slot)));
    first.link.present(false);
    second.link.showView(HERE);
    await seen(guest, SPOTLIGHT_SLOT, HERE);
    expect(viewsOf(guest)).toHaveLength(1);
    expect(guest.state.spotlight?.slot).toBe(second.state.slot);
  });

  test('ends when she loses her connection, leaves the board or runs the session no more', async () => {
    const board = await givenBoard(api);
    const guest = await tabOf(board, await board.guest());
    const ends: ((tab: Tab, someone: Someone) => unknown)[] = [
      (tab) => tab.socket.disconnect(),
      (tab) => tab.link.close(),
      async (_, someone) => {
        await api.database.query(`update role set role = 'observer' where person_id = $1`, [someone.personId]);
        api.app.get(SocketSeats, { strict: false }).refresh({ personId: someone.personId! });
      },
    ];
    for (const end of ends) {
      const someone = await board.staff();
      const staff = await tabOf(board, someone);
      staff.link.present(true);
      await guest.until(({ state }) => state.spotlight !== null);
      await end(staff, someone);
      await guest.until(({ state }) => state.spotlight === null);
    }
  });

  test('goes on in an anonymous activity, where she alone is to be seen', async () => {
    const board = await givenBoard(api, { anonymous: true });
    const [staff, guest] = await Promise.all([tabOf(board, await board.staff()), tabOf(board, await board.guest())]);
    staff.link.present(true);
    await Promise.all([staff, guest].map((tab) => tab.until(({ state }) => state.spotlight !== null)));
    staff.link.showView(HERE);
    await seen(guest, SPOTLIGHT_SLOT, HERE);
    expect(guest.state.people).toEqual([]);
  });

  test('is shown on a closed board too', async () => {
    const board = await givenBoard(api, { open: false });
    const [staff, guest] = await Promise.all([tabOf(board, await board.staff()), tabOf(board, await board.guest())]);
    expect(staff.state.rights).toMatchObject({ write: false, present: true });
    staff.link.present(true);
    await guest.until(({ state }) => state.spotlight !== null);
  });
});

describe('SEC-31, SEC-33: what no device of ours sends', () => {
  test('a flood of wishes ends the connection, and says so', async () => {
    const board = await givenBoard(api);
    for (const [event, wish] of [[BoardEvent.follow, { slot: null }], [BoardEvent.present, { on: true }]] as const) {
      const device = await deviceOf(board, await board.staff());
      const problem = new Promise<ProblemDocument>((resolve) => device.socket.once(BoardEvent.problem, resolve));
      for (let i = 0; i < MESSAGES_BURST * 2; i++) device.socket.emit(event, { channel: device.welcome.channel, ...wish }, () => undefined);
      expect((await problem).code).toBe('too-many-requests');
    }
  });

  test('views are told ten times a second at most, however many are sent', async () => {
    const board = await givenBoard(api);
    const someone = await board.guest();
    const device = await deviceOf(board, someone);
    const follower = await tabOf(board, await board.guest());
    await follower.until(({ state }) => state.people.some(({ slot }) => slot === device.welcome.slot));
    const followed = new Promise((resolve) => device.socket.once(BoardEvent.followers, resolve));
    follower.link.follow(device.welcome.slot);
    await followed;
    const began = performance.now();
    // More than a device may: what is too much is left out.
    for (let i = 1; i <= 200; i++) device.socket.emit(BoardEvent.presence, encodePresence(device.welcome.channel, { kind: 'view', ...HERE, x: i * 4 }));
    device.socket.emit(BoardEvent.join, { boardId: 'x' }, () => undefined);
    await follower.until((tab) => viewsOf(tab).length > 0);
    expect(viewsOf(follower).length).toBeLessThanOrEqual(1 + (performance.now() - began) / 100);
    expect(device.socket.connected).toBe(true);
  });

  test('whoever is followed hears of those who change their minds all at once', async () => {
    const board = await givenBoard(api);
    const [guide, one] = await Promise.all([tabOf(board, await board.guest()), tabOf(board, await board.guest())]);
    const fickle = await Promise.all([deviceOf(board, await board.guest()), deviceOf(board, await board.guest())]);
    await guide.until(({ state }) => state.people.length === 4);
    let heard = 0;
    guide.socket.on(BoardEvent.followers, () => heard++);
    const began = performance.now();
    for (let i = 0; i < 40; i++) for (const { socket, welcome } of fickle) socket.emit(BoardEvent.follow, { channel: welcome.channel, slot: i % 2 === 0 ? guide.state.slot : null }, () => undefined);
    await Promise.all(fickle.map((device) => asked(device, BoardEvent.follow, { channel: device.welcome.channel, slot: null })));
    one.link.follow(guide.state.slot);
    await guide.until(({ state }) => state.followers === 1);
    expect(heard).toBeLessThanOrEqual(2 + (performance.now() - began) / 100);
  });

  test.each([
    [BoardEvent.follow, [null, 'x', 7, {}, { channel: 1 }, { channel: 1, slot: '1' }, { channel: 1, slot: 0 }, { channel: 1, slot: -1 }, { channel: 1, slot: 70_000 }, { channel: 1, slot: 1.5 }, { channel: 1, slot: null, more: 1 }]],
    [BoardEvent.present, [null, [], { channel: 1 }, { channel: 1, on: 'yes' }, { channel: -1, on: true }, { channel: 1, on: true, slot: 4 }, new Uint8Array(9)]],
  ])('%s of a wrong shape, or for a board where one does not sit, is counted and does nothing', async (event, shapes) => {
    const board = await givenBoard(api);
    const watcher = await tabOf(board, await board.guest());
    const device = await deviceOf(board, await board.staff());
    const ended = new Promise<void>((resolve) => device.socket.once('disconnect', () => resolve()));
    for (let i = 0; i <= STRAY_MESSAGES_MAX; i++) device.socket.emit(event, i % 2 === 0 ? shapes[i % shapes.length] : { channel: 999_999, slot: null, on: true });
    await ended;
    watcher.add();
    await watcher.saved();
    expect(watcher.state).toMatchObject({ spotlight: null, followers: 0 });
  });
});
