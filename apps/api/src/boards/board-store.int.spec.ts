import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readFrames } from '@spolu/board/frames';
import { SCHEMA_VERSION, schemaVersionOf } from '@spolu/board/shape';
import { checkBoard } from '@spolu/board/validation';
import type { Logger } from 'pino';
import { Transactions } from '../database/transactions.ts';
import { LOGGER } from '../http/logger.ts';
import { givenApi, type TestApi } from '../testing/given-api.ts';
import { BoardHub } from './board-hub.ts';
import { BoardHubs } from './board-hubs.ts';
import { BoardStore, type StoredTick } from './board-store.ts';
import { compacted } from './compacted.ts';
import { givenBoard } from './given-board.ts';
import { TransactionEnds } from './transaction-ends.ts';

let api: TestApi;
let store: BoardStore;
beforeAll(async () => {
  api = await givenApi();
  store = api.app.get(BoardStore, { strict: false });
});
afterAll(() => api.stop());

const tick = (number: number, ...bytes: number[]): StoredTick => ({
  tick: number, updates: [{ participantId: randomUUID(), personId: null, update: Uint8Array.of(...bytes) }, { participantId: null, personId: randomUUID(), update: Uint8Array.of(9) }],
});
const storedOf = async (boardId: string) => (await store.load(boardId))!.tail.filter(({ tick: number }) => number >= 10).map(({ tick: number, updates }) => [number, updates.length]);

test('ticks whose commit was answered by nobody are stored once', async () => {
  const { boardId } = await givenBoard(api);
  const ticks = [tick(10, 1), tick(11, 2)];
  await store.append(boardId, ticks, []);
  await store.append(boardId, [...ticks, tick(12, 3)], []);
  expect(await storedOf(boardId)).toEqual([[10, 2], [11, 2], [12, 2]]);
});

test('a tick that holds something else than what is stored under its number is refused', async () => {
  const { boardId } = await givenBoard(api);
  await store.append(boardId, [tick(10, 1)], []);
  await expect(store.append(boardId, [tick(10, 2)], [])).rejects.toMatchObject({ code: '23505' });
});

test('many boards are stored together, and one whose ticks are refused takes no other with it', async () => {
  const boards = await Promise.all(Array.from({ length: 12 }, () => givenBoard(api)));
  await store.append(boards[5]!.boardId, [tick(10, 1)], []);
  const outcomes = await Promise.allSettled(boards.map(({ boardId }) => store.append(boardId, [tick(10, 7), tick(11, 8)], [])));
  expect(outcomes.map(({ status }) => status)).toEqual(boards.map((_, i) => (i === 5 ? 'rejected' : 'fulfilled')));
  for (const [i, { boardId }] of boards.entries()) expect(await storedOf(boardId)).toEqual(i === 5 ? [[10, 2]] : [[10, 2], [11, 2]]);
});

const ticksOf = async (boardId: string) => (await api.database.query<object[]>('select 1 from board_update where board_id = $1', [boardId])).length;

test('a board of an older program that several servers open at once is upgraded once, and keeps what is on it', async () => {
  const { boardId } = await givenBoard(api);
  const hubs = api.app.get(BoardHubs, { strict: false });
  await api.app.get(Transactions).run(async (em) => (await hubs.open(boardId)).write(em, (doc) => doc.getMap('board').set('schemaVersion', 1)));
  await hubs.close(boardId);
  const board = (await store.load(boardId))!;
  const before = await ticksOf(boardId);
  const open = (channel: number) =>
    BoardHub.open({ board, channel, store, ends: api.app.get(TransactionEnds, { strict: false }), log: api.app.get<Logger>(LOGGER), compact: ({ state, updates }) => Promise.resolve(compacted(state, updates)) });
  const opened = await Promise.all([open(901), open(902), open(903)]);
  expect(await ticksOf(boardId)).toBe(before + 1);
  const states = opened.map((hub) => hub.read((doc) => ({ version: schemaVersionOf(doc), frames: readFrames(doc).map(({ title }) => title), faults: checkBoard(doc) })));
  for (const state of states) expect(state).toEqual({ version: SCHEMA_VERSION, frames: ['Silné stránky', 'Slabé stránky'], faults: [] });
  await Promise.all(opened.map((hub) => hub.close()));
  const again = await hubs.open(boardId);
  expect(again.read(schemaVersionOf)).toBe(SCHEMA_VERSION);
  expect(await ticksOf(boardId)).toBe(before + 1);
});
