import { describe, expect, test } from '@jest/globals';
import type { SlotPresence } from '@spolu/realtime/presence-frames';
import type { Seat } from './seat.ts';
import { CROWD, WaitingPresences } from './waiting-presences.ts';

const seatOf = (slot: number) => ({ slot }) as Seat;
const seats = [1, 2, 3, 4].map(seatOf);
const cursor = (slot: number, x: number, y = 0): SlotPresence => ({ slot, kind: 'cursor', x, y });
const NEAR = 100;
const FAR = 40_000;

/** What one tick tells: of whom each hears. */
function told(waiting: WaitingPresences, people = CROWD + 1): Record<number, string[]> {
  const heard: Record<number, string[]> = {};
  for (const { presences, seats: there } of waiting.next(seats, people).tellings) for (const { slot } of there) heard[slot] = presences.map((one) => `${one.slot} ${one.kind}`).sort();
  return heard;
}

test('among so few that everybody can be told of everybody, each tick tells all of all', () => {
  const waiting = new WaitingPresences();
  for (let i = 0; i < 4; i++) {
    waiting.add(cursor(1, NEAR + i));
    waiting.add(cursor(4, FAR));
    expect(told(waiting, CROWD)).toEqual({ 1: ['1 cursor', '4 cursor'], 2: ['1 cursor', '4 cursor'], 3: ['1 cursor', '4 cursor'], 4: ['1 cursor', '4 cursor'] });
    expect(waiting.isEmpty).toBe(true);
  }
});

describe('in a crowd', () => {
  test('who points near hears it with the next tick, all others with the third, and who points nowhere too', () => {
    const waiting = new WaitingPresences();
    waiting.add(cursor(1, NEAR));
    waiting.add(cursor(2, -NEAR, -NEAR));
    waiting.add(cursor(4, FAR));
    expect(told(waiting)).toEqual({ 1: ['1 cursor', '2 cursor'], 2: ['1 cursor', '2 cursor'], 4: ['4 cursor'] });
    waiting.add(cursor(1, NEAR + 1));
    expect(told(waiting)).toEqual({ 1: ['1 cursor'], 2: ['1 cursor'] });
    // With the third, what each was not told; who began to point meanwhile may have missed something.
    const all = ['1 cursor', '2 cursor', '4 cursor'];
    expect(told(waiting)).toEqual({ 1: all, 2: all, 3: all, 4: all });
    expect(waiting.isEmpty).toBe(true);
    waiting.add(cursor(1, NEAR));
    told(waiting);
    waiting.add(cursor(4, FAR + 4));
    told(waiting);
    waiting.add(cursor(2, -NEAR, -NEAR));
    waiting.add(cursor(1, NEAR + 4));
    expect(told(waiting)).toEqual({ 1: all, 2: all, 3: all, 4: ['1 cursor', '2 cursor'] });
  });

  test('the larger it is, the seldomer everybody is told everything', () => {
    const waiting = new WaitingPresences();
    const until = (people: number) => {
      waiting.clear();
      waiting.add(cursor(1, NEAR));
      for (let tick = 1; ; tick++) if (told(waiting, people)[3]) return tick;
    };
    expect([until(400), until(800), until(1_600)]).toEqual([3, 6, 12]);
  });

  test('what is carried or chosen is told where the cursor is, and gone is gone', () => {
    const waiting = new WaitingPresences();
    for (const presence of [cursor(1, NEAR), cursor(2, NEAR), cursor(4, FAR)]) waiting.add(presence);
    told(waiting);
    waiting.add({ slot: 1, kind: 'drag', noteIds: [], dx: 4, dy: 4 });
    waiting.add({ slot: 2, kind: 'left' });
    expect(told(waiting)).toEqual({ 1: ['1 drag', '2 left'], 2: ['1 drag', '2 left'] });
    waiting.forget(1);
    expect(told(waiting)).toMatchObject({ 3: ['2 left', '4 cursor'], 4: ['2 left', '4 cursor'] });
  });

  test('where the crowd has thinned meanwhile, what some were not told is told at once', () => {
    const waiting = new WaitingPresences();
    waiting.add(cursor(1, NEAR));
    told(waiting);
    expect(told(waiting, CROWD)).toEqual(Object.fromEntries(seats.map(({ slot }) => [slot, ['1 cursor']])));
  });

  test('everybody knows how it stands at last, however they moved; another server is told of each once', () => {
    let random = 7;
    const upTo = (most: number) => (random = (random * 16_807) % 2_147_483_647) % most;
    const waiting = new WaitingPresences();
    const now = new Map<number, number>();
    const known = new Map(seats.map(({ slot }) => [slot, new Map<number, number>()]));
    let [made, passed] = [0, 0];
    const tick = () => {
      const { fresh, tellings } = waiting.next(seats, CROWD + 1);
      passed += fresh.length;
      for (const { presences, seats: there } of tellings) for (const { slot } of there) for (const one of presences) if (one.kind === 'cursor') known.get(slot)?.set(one.slot, one.x);
    };
    for (let round = 0; round < 300; round++) {
      const movers = new Set([1 + upTo(4), 1 + upTo(4)]);
      for (const slot of movers) {
        now.set(slot, upTo(20_000));
        waiting.add(cursor(slot, now.get(slot)!));
      }
      made += movers.size;
      tick();
      if (upTo(5) > 0) continue;
      while (!waiting.isEmpty) tick();
      for (const seen of known.values()) expect(new Map([...seen].sort())).toEqual(new Map([...now].sort()));
    }
    expect(passed).toBe(made);
  });
});
