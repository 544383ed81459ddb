import { describe, expect, test } from '@jest/globals';
import { clockOf, cutsToEndBy, expectedTimes, minutesOf, passedOver, plannedTimes, type TimedBlock } from './sheet-clock.ts';

const block = (id: string, minutes: number, more: Partial<TimedBlock> = {}): TimedBlock => ({
  id, minutes, track: 0, fixedStart: null, optional: false, shortestMinutes: null, actual: null, ...more,
});
const began = (at: string, until: string | null = null) => ({ startedAt: minutesOf(at), endsAt: null, pausedAt: null, endedAt: until === null ? null : minutesOf(until) });
const shown = ({ blocks }: ReturnType<typeof plannedTimes>) => blocks.map(({ id, start, end }) => `${id} ${clockOf(start)}–${clockOf(end)}`);
const QUIET = { now: null, late: null };

describe('a day as planned', () => {
  test('blocks follow each other from the start of the day', () => {
    expect(shown(plannedTimes([block('a', 15), block('b', 45)], '08:50'))).toEqual(['a 08:50–09:05', 'b 09:05–09:50']);
  });

  test('parallel tracks run side by side, and everybody waits for the longest', () => {
    const times = plannedTimes([block('a', 10), block('b', 30, { track: 1 }), block('c', 20, { track: 2 }), block('d', 20, { track: 2 }), block('e', 5)], '09:00');
    expect(shown(times)).toEqual(['a 09:00–09:10', 'b 09:10–09:40', 'c 09:10–09:30', 'd 09:30–09:50', 'e 09:50–09:55']);
  });

  test('a fixed start leaves a gap, or what is before runs into it', () => {
    expect(plannedTimes([block('a', 30), block('lunch', 60, { fixedStart: '12:00' })], '11:15').blocks[1]).toMatchObject({ start: 720, slack: 15 });
    expect(plannedTimes([block('a', 60), block('lunch', 60, { fixedStart: '12:00' })], '11:15').blocks[1]).toMatchObject({ start: 720, slack: -15 });
  });

  test('time that runs into a fixed start is not given back', () => {
    expect(plannedTimes([block('a', 90), block('b', 10, { fixedStart: '10:00' }), block('c', 10)], '09:00').blocks[2]).toMatchObject({ start: minutesOf('10:30') });
  });

  test('an evening may go on beyond midnight', () => {
    expect(shown(plannedTimes([block('a', 90)], '23:00'))).toEqual(['a 23:00–00:30']);
  });
});

describe('a day as it goes', () => {
  test('a delay shifts the rest, but eats the gap before lunch first', () => {
    const day = [block('a', 60), block('lunch', 60, { fixedStart: '12:15' }), block('b', 30)];
    expect(shown(expectedTimes(day, '11:00', { now: null, late: { id: 'a', minutes: 10 } }))).toEqual(['a 11:10–12:10', 'lunch 12:15–13:15', 'b 13:15–13:45']);
    expect(shown(expectedTimes(day, '11:00', { now: null, late: { id: 'a', minutes: 20 } }))).toEqual(['a 11:20–12:20', 'lunch 12:20–13:20', 'b 13:20–13:50']);
  });

  test('what runs ends when its time is up, and not before now', () => {
    const running = block('a', 30, { actual: { startedAt: 545, endsAt: 575, pausedAt: null, endedAt: null } });
    expect(shown(expectedTimes([running, block('b', 10)], '09:00', { now: 560, late: null }))).toEqual(['a 09:05–09:35', 'b 09:35–09:45']);
    expect(shown(expectedTimes([running, block('b', 10)], '09:00', { now: 582, late: null }))).toEqual(['a 09:05–09:42', 'b 09:42–09:52']);
  });

  test('what is paused has the time left that it had when it was stopped, and everything after it waits', () => {
    const paused = block('a', 30, { actual: { startedAt: 545, endsAt: 575, pausedAt: 565, endedAt: null } });
    expect(shown(expectedTimes([paused, block('b', 10)], '09:00', { now: 570, late: null }))).toEqual(['a 09:05–09:40', 'b 09:40–09:50']);
    expect(shown(expectedTimes([paused, block('b', 10)], '09:00', { now: 600, late: null }))).toEqual(['a 09:05–10:10', 'b 10:10–10:20']);
  });

  test('between two blocks the next cannot begin before now', () => {
    expect(shown(expectedTimes([block('a', 30, { actual: began('09:00', '09:20') }), block('b', 10)], '09:00', { now: 565, late: null }))[1]).toBe('b 09:25–09:35');
  });

  test('what was skipped takes no time; in a track beside the one the room follows it still does', () => {
    const day = [block('a', 30), block('b', 30, { actual: began('09:00') })];
    expect([...passedOver(day)]).toEqual(['a']);
    expect(expectedTimes(day, '09:00', { now: 545, late: null }).end).toBe(minutesOf('09:30'));
    const tracks = [block('a', 30, { track: 1, actual: began('09:00') }), block('b', 40, { track: 2 }), block('c', 5)];
    expect([...passedOver(tracks)]).toEqual([]);
    expect(expectedTimes(tracks, '09:00', { now: 545, late: null }).end).toBe(minutesOf('09:45'));
  });
});

describe('what to cut', () => {
  test('nothing while the day ends in time', () => {
    expect(cutsToEndBy(600, [block('a', 60, { optional: true })], '09:00', QUIET)).toEqual({ cuts: [], missing: 0 });
  });

  test('shortens before it leaves out, the latest first, and no more than needed', () => {
    const day = [block('a', 30, { shortestMinutes: 20 }), block('b', 30, { shortestMinutes: 20 }), block('c', 20, { optional: true })];
    expect(cutsToEndBy(minutesOf('10:15'), day, '09:00', QUIET)).toEqual({ cuts: [{ id: 'b', minutes: 25 }], missing: 0 });
    expect(cutsToEndBy(minutesOf('09:50'), day, '09:00', QUIET)).toEqual({ cuts: [{ id: 'b', minutes: 20 }, { id: 'c', minutes: null }], missing: 0 });
  });

  test('says how much is too much', () => {
    expect(cutsToEndBy(minutesOf('09:10'), [block('a', 30, { shortestMinutes: 25 })], '09:00', QUIET)).toEqual({ cuts: [{ id: 'a', minutes: 25 }], missing: 15 });
  });

  test('cuts nothing that lies before the delay, that is over, or that does not bring the end nearer', () => {
    const day = [
      block('over', 30, { optional: true, actual: began('09:00', '09:40') }), block('beside', 10, { track: 1, optional: true }), block('long', 40, { track: 2, shortestMinutes: 30 }), block('end', 10),
    ];
    expect(cutsToEndBy(minutesOf('10:20'), day, '09:00', { now: minutesOf('09:40'), late: null })).toEqual({ cuts: [{ id: 'long', minutes: 30 }], missing: 0 });
    const later = [block('a', 30, { optional: true }), block('b', 30, { shortestMinutes: 20 })];
    expect(cutsToEndBy(minutesOf('10:00'), later, '09:00', { now: null, late: { id: 'b', minutes: 10 } })).toEqual({ cuts: [{ id: 'b', minutes: 20 }], missing: 0 });
  });
});
