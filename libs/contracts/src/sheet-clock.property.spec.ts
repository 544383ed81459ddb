import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { clockOf, type Cut, cutsToEndBy, expectedTimes, plannedTimes, type TimedBlock } from './sheet-clock.ts';

const START = 540;
const anyBlock = fc.record({
  minutes: fc.integer({ min: 1, max: 60 }),
  track: fc.integer({ min: 0, max: 2 }),
  fixedStart: fc.option(fc.integer({ min: START - 30, max: START + 200 }).map(clockOf), { freq: 5 }),
  optional: fc.boolean(),
  shortestMinutes: fc.option(fc.integer({ min: 1, max: 60 })),
});
const anyDay = fc.array(anyBlock, { minLength: 1, maxLength: 8 }).map((blocks) => blocks.map((block, i): TimedBlock => ({ ...block, id: `b${i}`, actual: null })));
const QUIET = { now: null, late: null };
const startsAt = clockOf(START);

test('in no track does a block begin before the one ahead of it has ended, as long as nothing is fixed', () => {
  fc.assert(fc.property(anyDay, (day) => {
    const { blocks } = plannedTimes(day.map((block) => ({ ...block, fixedStart: null })), startsAt);
    blocks.forEach((later, i) => {
      for (const [j, earlier] of blocks.slice(0, i).entries()) {
        const together = day[i]!.track === 0 || day[j]!.track === 0 || day[i]!.track === day[j]!.track;
        if (together) expect(later.start).toBeGreaterThanOrEqual(earlier.end);
      }
    });
  }));
});

test('without a delay the day goes as planned where nothing runs into a fixed start', () => {
  fc.assert(fc.property(anyDay, (day) => {
    const planned = plannedTimes(day, startsAt);
    fc.pre(planned.blocks.every(({ slack }) => slack >= 0));
    expect(expectedTimes(day, startsAt, QUIET)).toEqual(planned);
  }));
});

test('a delay of a block moves nothing forward and nothing further back than it is long', () => {
  fc.assert(fc.property(anyDay, fc.nat(), fc.integer({ min: 0, max: 90 }), (day, pick, minutes) => {
    const id = day[pick % day.length]!.id;
    const before = expectedTimes(day, startsAt, QUIET).blocks;
    const after = expectedTimes(day, startsAt, { now: null, late: { id, minutes } }).blocks;
    after.forEach((block, i) => {
      expect(block.start - before[i]!.start).toBeGreaterThanOrEqual(0);
      expect(block.start - before[i]!.start).toBeLessThanOrEqual(minutes);
    });
  }));
});

/** The day with these cuts made. */
const cut = (day: readonly TimedBlock[], cuts: readonly Cut[]) =>
  day.flatMap((block) => {
    const found = cuts.find(({ id }) => id === block.id);
    if (found?.minutes === null) return [];
    return [{ ...block, minutes: found?.minutes ?? block.minutes }];
  });

test('the cuts proposed end the day in time or as near as can be, and none of them could be spared', () => {
  fc.assert(fc.property(anyDay, fc.integer({ min: 0, max: 200 }), (day, allowed) => {
    const target = START + allowed;
    const { cuts, missing } = cutsToEndBy(target, day, startsAt, QUIET);
    const endOf = (made: readonly Cut[]) => expectedTimes(cut(day, made), startsAt, QUIET).end;
    const all = day.flatMap(({ id, minutes, optional, shortestMinutes }): Cut[] =>
      optional ? [{ id, minutes: null }] : shortestMinutes !== null && shortestMinutes < minutes ? [{ id, minutes: shortestMinutes }] : []);
    expect(missing).toBe(Math.max(0, endOf(all) - target));
    const end = endOf(cuts);
    expect(end).toBeLessThanOrEqual(target + missing);
    for (const one of cuts) {
      const { minutes, shortestMinutes } = day.find(({ id }) => id === one.id)!;
      const less = cuts.map((other) => (other !== one ? other : { ...one, minutes: one.minutes === null ? Math.min(shortestMinutes ?? minutes, minutes) : one.minutes + 1 }));
      expect(endOf(less)).toBeGreaterThan(target + missing);
    }
  }), { numRuns: 500 });
});
