import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { BoardRule } from '@spolu/contracts/boards';
import { decodeUpdates } from '@spolu/realtime/board-frames';
import { boardRightsOf } from './board-rights.ts';
import { BoardTelling, TOLD_MS } from './board-telling.ts';
import { eventsOf } from './given-frames.ts';
import { Seat } from './seat.ts';

const RULE: BoardRule = {
  sessionId: 's', activityId: 'a', processId: null, organisationIds: [], language: 'sk', visibility: 'public', open: true, locked: false, createNotes: 'everyone', hidden: false, anonymous: false,
  groupNotes: 'staff', draw: [],
};
const role = { staff: false, participantId: 'p', personId: null, name: null };
const UPDATE = Uint8Array.of(7);

beforeEach(() => {
  jest.useFakeTimers({ now: 1_000 });
});
afterEach(() => {
  jest.useRealTimers();
});

/** A board at which three sit, and what each was sent: durable, tick, and the numbers of her own changes or the others' bytes. */
function table() {
  const board = { tick: 0, durable: 0 };
  const seats = [1, 2, 3].map((slot) => {
    const sent: string[] = [];
    const connection = {
      isFree: true, strikes: 0, emit: () => undefined, end: () => undefined,
      write: ({ bytes }: { bytes: Buffer }) => {
        for (const { payload } of eventsOf(bytes)) {
          const frame = decodeUpdates(payload)!;
          const updates = frame.updates.map(({ slot: by, seq, update }) => `${by}/${seq}${update.length === 0 ? ' taken' : ''}`);
          sent.push(`${frame.tick} stored ${frame.durable}: ${updates.join(', ')}`);
        }
        return true;
      },
    };
    return Object.assign(new Seat(connection, slot, role, boardRightsOf(role, RULE), slot, false, () => true, 0), { sent });
  });
  const telling = new BoardTelling({ channel: 1, seats: () => seats, tick: () => board.tick, durable: () => board.durable, onBehind: () => undefined });
  /** A tick with a change of each of these. */
  const take = (...by: [slot: number, seq: number][]) => {
    board.tick++;
    for (const [slot] of by) telling.took(seats[slot - 1]!, board.tick, Date.now());
    telling.show(by.map(([slot, seq]) => ({ slot, seq, update: UPDATE })), Date.now());
  };
  const store = () => {
    board.durable = board.tick;
    telling.stored();
  };
  return { seats, telling, take, store, sent: () => seats.map(({ sent }) => sent.splice(0)) };
}

test('what one made alone goes to the others; she hears that it is stored, in one frame and not at once', () => {
  const { take, store, sent } = table();
  take([1, 1]);
  expect(sent()).toEqual([[], ['1 stored 0: 1/1'], ['1 stored 0: 1/1']]);
  jest.advanceTimersByTime(20);
  store();
  jest.advanceTimersByTime(TOLD_MS - 21);
  expect(sent()).toEqual([[], [], []]);
  jest.advanceTimersByTime(1);
  expect(sent()).toEqual([['1 stored 1: 1/1 taken'], [], []]);
  jest.advanceTimersByTime(10_000);
  expect(sent()).toEqual([[], [], []]);
  expect(jest.getTimerCount()).toBe(0);
});

test('the next tick tells it on its way, by the tick that took it', () => {
  const { take, store, sent } = table();
  take([1, 1]);
  store();
  sent();
  take([2, 5]);
  expect(sent()).toEqual([['2 stored 1: 2/5', '1 stored 1: 1/1 taken'], [], ['2 stored 1: 2/5']]);
  store();
  jest.advanceTimersByTime(TOLD_MS);
  expect(sent()).toEqual([[], ['2 stored 2: 2/5 taken'], []]);
});

test('a tick of several goes to all of them as it is', () => {
  const { take, store, sent } = table();
  take([1, 1], [2, 1]);
  expect(sent()).toEqual(Array(3).fill(['1 stored 0: 1/1, 2/1']));
  store();
  jest.advanceTimersByTime(TOLD_MS);
  expect(sent()).toEqual([['1 stored 1: '], ['1 stored 1: '], []]);
});

test('while the store is away she hears once that it was taken, and of the storing when it is back', () => {
  const { take, store, sent } = table();
  take([1, 1]);
  sent();
  jest.advanceTimersByTime(60_000);
  expect(sent()).toEqual([['1 stored 0: 1/1 taken'], [], []]);
  store();
  jest.advanceTimersByTime(TOLD_MS);
  expect(sent()).toEqual([['1 stored 1: '], [], []]);
});

test('what was taken can be told at once, and what was sent twice is', () => {
  const { seats, telling, take, sent } = table();
  take([1, 1]);
  sent();
  telling.taken(seats[0]!, Date.now());
  telling.taken(seats[0]!, Date.now());
  telling.had(seats[0]!, 1, Date.now());
  expect(sent()).toEqual([['1 stored 0: 1/1 taken', '1 stored 0: 1/1 taken'], [], []]);
});
