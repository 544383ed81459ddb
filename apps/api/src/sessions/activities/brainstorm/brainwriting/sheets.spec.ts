import { describe, expect, test } from '@jest/globals';
import { endAfterPassing, roundAt, roundEndsAt } from './sheets.ts';

const at = (minutes: number) => new Date(minutes * 60_000);
const clock = { endsAt: at(30), pausedAt: null, minutes: 30 };

describe('the clock of rounds', () => {
  test('rounds share the activity’s minutes, and the last one is over with it', () => {
    expect([1, 2, 6].map((round) => roundEndsAt(clock, round, 6))).toEqual([at(5), at(10), at(30)]);
    expect([4.9, 5, 14, 29, 90].map((minutes) => roundAt(clock, 1, 6, at(minutes)))).toEqual([1, 2, 3, 6, 6]);
  });
  test('while it is paused no sheet is passed on; more time lengthens the round that goes on and takes no sheet back', () => {
    expect(roundAt({ ...clock, pausedAt: at(4) }, 1, 6, at(20))).toBe(1);
    expect(roundAt({ ...clock, endsAt: at(35) }, 3, 6, at(12))).toBe(3);
    expect(roundEndsAt({ ...clock, endsAt: at(35) }, 3, 6)).toEqual(at(20));
  });
  test('without an end only a person passes the sheets on', () => {
    expect(roundAt({ ...clock, endsAt: null }, 2, 6, at(500))).toBe(2);
    expect(endAfterPassing({ ...clock, endsAt: null }, 2, 6, at(7))).toBeNull();
  });
  test('passing on early, the rounds to come keep their length', () => {
    const endsAt = endAfterPassing(clock, 1, 6, at(3));
    expect(endsAt).toEqual(at(28));
    expect(roundEndsAt({ ...clock, endsAt }, 2, 6)).toEqual(at(8));
  });
});
