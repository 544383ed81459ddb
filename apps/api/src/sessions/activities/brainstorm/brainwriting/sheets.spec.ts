import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { endAfterPassing, nextSheet, roundAt, roundEndsAt, type Turn } from './sheets.ts';

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

/** Everybody who is here asks for a sheet, in the order that is given; new ones are numbered on. */
function play(rounds: readonly (readonly string[])[]): Turn[] {
  const turns: Turn[] = [];
  rounds.forEach((people, i) => {
    for (const participantId of people) {
      const sheet = nextSheet(turns, participantId, i + 1) ?? new Set(turns.map((turn) => turn.sheet)).size;
      turns.push({ round: i + 1, sheet, participantId });
    }
  });
  return turns;
}
const had = (turns: readonly Turn[], who: string) => turns.filter(({ participantId }) => participantId === who).map(({ sheet }) => sheet);

describe('the circle of sheets', () => {
  test('each passes to the next, whoever asks first', () => {
    const turns = play([['a', 'b', 'c'], ['c', 'a', 'b'], ['b', 'c', 'a']]);
    expect(['a', 'b', 'c'].map((who) => had(turns, who))).toEqual([[0, 2, 1], [1, 0, 2], [2, 1, 0]]);
  });
  test('of a circle smaller than the rounds the sheets come back, and go round again', () => {
    expect(had(play([['a', 'b'], ['a', 'b'], ['a', 'b']]), 'a')).toEqual([0, 1, 0]);
  });
  test('who comes later begins a sheet, which goes round with the others; what somebody left behind goes on', () => {
    const turns = play([['a', 'b', 'c'], ['a', 'b', 'c', 'd'], ['a', 'b', 'd'], ['a', 'b', 'd']]);
    expect(had(turns, 'd')[0]).toBe(3);
    expect(had(turns, 'd')).toHaveLength(3);
    expect(new Set(had(turns, 'd')).size).toBe(3);
    expect(turns.filter(({ round }) => round > 2).map(({ sheet }) => sheet)).toContain(had(turns, 'c')[1]);
  });
  test('nobody shares a sheet in a round, all who ask have one, and in a circle that stays nobody reads one twice before she read all', () => {
    fc.assert(
      fc.property(fc.array(fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e'], { minLength: 1 }), { minLength: 1, maxLength: 6 }), fc.boolean(), (rounds, stays) => {
        const played = stays ? rounds.map((people) => [...people.slice(1), people[0]!].concat(['a', 'b', 'c', 'd', 'e'].filter((who) => !people.includes(who)))) : rounds;
        const turns = play(played);
        played.forEach((people, i) => {
          const sheets = turns.filter(({ round }) => round === i + 1).map(({ sheet }) => sheet);
          expect(new Set(sheets).size).toBe(people.length);
        });
        if (stays) for (const who of 'abcde') expect(new Set(had(turns, who).slice(0, 5)).size).toBe(Math.min(5, played.length));
      }),
    );
  });
});
