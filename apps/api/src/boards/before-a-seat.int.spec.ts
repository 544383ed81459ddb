import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import * as Y from 'yjs';
import { addNote } from '@spolu/board/notes';
import type { ProblemDocument } from '@spolu/contracts/problems';
import { BoardEvent } from '@spolu/realtime/board-events';
import { encodeUpdate } from '@spolu/realtime/board-frames';
import { encodePresence } from '@spolu/realtime/presence-frames';
import { givenApi, type TestApi } from '../testing/given-api.ts';
import { BoardHubs } from './board-hubs.ts';
import { BOARDS_PER_SOCKET, STRAY_BYTES_MAX, STRAY_MESSAGES_MAX } from './boards.gateway.ts';
import { givenBoard, RawDevice, Tab, type GivenBoard } from './given-board.ts';
import { MESSAGES_BURST } from './seat.ts';

let api: TestApi;
let hubs: BoardHubs;
let board: GivenBoard;
let control: Tab;
const devices: RawDevice[] = [];

beforeAll(async () => {
  api = await givenApi();
  hubs = api.app.get(BoardHubs, { strict: false });
  board = await givenBoard(api);
  control = new Tab(api, await board.guest(), board.boardId);
  await control.ready();
});
afterEach(async () => {
  for (const device of devices.splice(0)) device.close();
  // Nobody else is disturbed.
  control.add();
  await control.saved();
});
afterAll(async () => {
  control?.close();
  await api?.stop();
});

/** A device of somebody who may enter, connected and at no board. */
async function stranger() {
  const { cookie } = await board.guest();
  const device = new RawDevice(api, { cookie });
  devices.push(device);
  await new Promise<void>((resolve) => device.socket.once('connect', () => resolve()));
  const problem = new Promise<string>((resolve) => device.socket.once(BoardEvent.problem, ({ code }: ProblemDocument) => resolve(code)));
  const ended = new Promise<void>((resolve) => device.socket.once('disconnect', () => resolve()));
  return { device, end: async () => (await ended, await problem) };
}
const held = async () => (await hubs.open(board.boardId)).read((doc) => Buffer.from(Y.encodeStateAsUpdate(doc)));
const channel = () => hubs.open(board.boardId).then((hub) => hub.channel);
/** Answered after all that was sent before it. */
const isThere = (device: RawDevice) => device.ask(BoardEvent.join, { boardId: board.boardId }).then(({ ok }) => ok);

describe('SEC-29, SEC-33: before it has a seat', () => {
  test('a device may send a few changes and no more; none of them is taken', async () => {
    const before = await held();
    const scratch = new Y.Doc();
    addNote(scratch, { id: randomUUID(), participantId: null, text: 'x', colour: 'pink', position: { x: 0, y: 0, frameId: null }, createdAt: 1 });
    const frame = encodeUpdate({ channel: await channel(), seq: 1, update: Y.encodeStateAsUpdate(scratch) });
    const few = await stranger();
    for (let i = 0; i < STRAY_MESSAGES_MAX; i++) few.device.socket.emit(BoardEvent.update, frame);
    expect(await isThere(few.device)).toBe(true);
    const many = await stranger();
    for (let i = 0; i <= STRAY_MESSAGES_MAX; i++) many.device.socket.emit(BoardEvent.update, frame);
    expect(await many.end()).toBe('too-many-requests');
    expect((await held()).equals(before)).toBe(true);
  });

  test('64 KiB of changes are the most, and one byte more ends its connection', async () => {
    const frameOf = (length: number) => new Uint8Array(length).fill(255);
    const little = await stranger();
    little.device.socket.emit(BoardEvent.update, frameOf(STRAY_BYTES_MAX));
    expect(await isThere(little.device)).toBe(true);
    const much = await stranger();
    for (const length of [STRAY_BYTES_MAX, 1]) much.device.socket.emit(BoardEvent.update, frameOf(length));
    expect(await much.end()).toBe('board/too-large');
  });

  test('whoever asks for boards that are not hers is ended, whether to sit at them or to hear of them', async () => {
    for (const event of [BoardEvent.join, BoardEvent.watch]) {
      const { device, end } = await stranger();
      for (let i = 0; i <= STRAY_MESSAGES_MAX; i++) device.socket.emit(event, { boardId: randomUUID() }, () => undefined);
      expect(await end()).toBe('too-many-requests');
    }
  });

  const scattered = (i: number): [string, unknown][] => [
    [BoardEvent.presence, encodePresence(i + 1, { kind: 'left' })], [BoardEvent.leave, { channel: i }], [BoardEvent.spare, { channel: i }], [BoardEvent.follow, { channel: i, slot: 1 }], [BoardEvent.present, { channel: i, on: true }],
  ];
  test.each(['presence', 'leave', 'spare', 'follow', 'present'].map((what, i) => [what, i] as const))('%s at a board where it does not sit counts', async (_, which) => {
    const { device, end } = await stranger();
    for (let i = 0; i <= STRAY_MESSAGES_MAX; i++) device.socket.emit(...scattered(i)[which]!, () => undefined);
    expect(await end()).toBe('too-many-requests');
  });

  test.each([
    BoardEvent.state, BoardEvent.updates, BoardEvent.presences, BoardEvent.refused, BoardEvent.rule, BoardEvent.people, BoardEvent.storing, BoardEvent.spotlight, BoardEvent.followers, BoardEvent.talk, BoardEvent.ended,
    BoardEvent.problem, BoardEvent.changed, 'unknown',
  ])('what only the server says, or nobody, is refused and counted: %s', async (event) => {
    const { device, end } = await stranger();
    for (let i = 0; i <= STRAY_MESSAGES_MAX; i++) device.socket.emit(event, { channel: 1 });
    expect(await end()).toBe('too-many-requests');
  });
});

test('SEC-31: what is asked at a seat is counted by connection, also where the answer is the same each time', async () => {
  const { device, end } = await stranger();
  await device.join({ boardId: board.boardId });
  for (let i = 0; i < MESSAGES_BURST + 60; i++) device.socket.emit(BoardEvent.spare, { channel: device.welcome.channel }, () => undefined);
  expect(await end()).toBe('too-many-requests');
});

test('SEC-29: a socket sits at four boards and not at a fifth; where it left one, it may come to another', async () => {
  const others = await Promise.all(Array.from({ length: BOARDS_PER_SOCKET }, () => givenBoard(api)));
  const everywhere = await api.person({ roles: [board, ...others].map(({ sessionId }) => ({ scope: 'session' as const, scopeId: sessionId, role: 'lead-facilitator' as const })) });
  const staff = new RawDevice(api, everywhere);
  devices.push(staff);
  for (const { boardId } of others) await staff.join({ boardId });
  const { channel } = staff.welcome;
  expect(await staff.ask(BoardEvent.join, { boardId: board.boardId })).toMatchObject({ ok: false, problem: { code: 'too-many-requests', facts: { most: BOARDS_PER_SOCKET } } });
  staff.socket.emit(BoardEvent.leave, { channel });
  expect(await staff.ask(BoardEvent.join, { boardId: board.boardId })).toMatchObject({ ok: true });
});
