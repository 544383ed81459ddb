import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { decodePresences } from '@spolu/realtime/presence-frames';
import { boardRightsOf } from './board-rights.ts';
import { BoardViews } from './board-views.ts';
import type { ReadyFrame } from './ready-frame.ts';
import { Seat } from './seat.ts';

const role = { staff: false, participantId: 'p', personId: null, name: null };
const rule = { open: false } as Parameters<typeof boardRightsOf>[1];

class Person {
  isFree = true;
  strikes = 0;
  readonly frames: ReadyFrame[] = [];
  readonly seat: Seat;
  constructor(slot: number) {
    this.seat = new Seat(this, slot, role, boardRightsOf(role, rule), null, true, () => 'elsewhere', Date.now());
  }
  write(frame: ReadyFrame) {
    this.frames.push(frame);
    return true;
  }
  emit() {}
  end() {}
  /** Where the views it was sent begin. */
  get seen(): number[] {
    return this.frames.flatMap(({ bytes }) => decodePresences(bytes.subarray(bytes.indexOf('}]') + 4))?.presences.flatMap((one) => (one.kind === 'view' ? [one.x] : [])) ?? []);
  }
}

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

test('whoever cannot take a view at the moment gets the newest when she can, though nobody moves any more', () => {
  const [guide, free, busy] = [new Person(1), new Person(2), new Person(3)];
  const people = [guide, free, busy];
  const views = new BoardViews({
    channel: 1, line: undefined, seats: () => people.map(({ seat }) => seat), seatOf: (slot) => people[slot - 1]?.seat, isShown: () => true, placeOf: () => undefined, slotOf: () => undefined,
  });
  for (const { seat } of [free, busy]) views.follow(seat, 1);
  busy.isFree = false;
  for (const x of [4, 8]) {
    views.show(guide.seat, { kind: 'view', x, y: 0, width: 400, height: 400 });
    jest.advanceTimersByTime(100);
  }
  expect([free.seen, busy.seen]).toEqual([[4, 8], []]);
  busy.isFree = true;
  jest.advanceTimersByTime(100);
  expect([free.seen, busy.seen]).toEqual([[4, 8], [8]]);
  jest.advanceTimersByTime(1_000);
  expect(busy.seen).toEqual([8]);
  views.close();
});
