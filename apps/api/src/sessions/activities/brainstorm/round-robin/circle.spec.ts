import { expect, test } from '@jest/globals';
import { after, type Seat, silenceOf } from './circle.ts';

const seat = (id: string, more: Partial<Seat> = {}): Seat => ({ id, isGone: false, isAway: false, backAt: null, ...more });
const circle = ['a', 'b', 'c'].map((id) => seat(id));
const at = (id: string | null, placeId = id) => ({ participantId: id, placeId });
const minute = (count: number) => new Date(Date.UTC(2026, 10, 22, 17, count));

test('the word goes round in the order in which people came, and begins with the first', () => {
  expect(after(circle, at(null))).toEqual(['a', 'b', 'c']);
  expect(after(circle, at('b'))).toEqual(['c', 'a', 'b']);
});
test('who is gone or away is passed over, and where she had the word it goes on from her place', () => {
  for (const lost of [{ isGone: true }, { isAway: true }]) {
    const without = circle.map((one) => (one.id === 'b' ? seat('b', lost) : one));
    expect(after(without, at('a'))).toEqual(['c', 'a']);
    expect(after(without, at('b'))).toEqual(['c', 'a']);
  }
});
test('one alone goes on, nobody is nobody', () => {
  expect(after([seat('a')], at('a'))).toEqual(['a']);
  expect(after([], at(null))).toEqual([]);
});
test('who comes back has the next free turn, of two who came back first the one who came sooner; then it goes on from where it was', () => {
  const back = [seat('a', { backAt: minute(2) }), seat('b'), seat('c', { backAt: minute(1) }), seat('d')];
  expect(after(back, at('b'))).toEqual(['c', 'a', 'd', 'b']);
  expect(after([seat('a'), seat('b'), seat('c'), seat('d')], at('a', 'b'))).toEqual(['c', 'd', 'b', 'a']);
});
test('nobody has two turns in a row, though her place in the circle comes after her turn out of order', () => {
  expect(after(circle, at('b', 'a'))).toEqual(['c', 'a', 'b']);
});

test('a silence lasts as long as one turn, and is none where she is here, was given the word, or nobody else could go on', () => {
  const word = { turn: 3, participantId: 'a', isGiven: false };
  const only = (...ids: string[]) => (id: string) => ids.includes(id);
  const first = silenceOf(word, circle, only('b'), undefined, minute(0));
  expect(first).toEqual({ turn: 3, since: minute(0) });
  expect(silenceOf(word, circle, only('b'), first!, minute(1))).toEqual(first);
  expect(silenceOf({ ...word, turn: 4 }, circle, only('b'), first!, minute(1))).toEqual({ turn: 4, since: minute(1) });
  expect(silenceOf(word, circle, only('a', 'b'), first!, minute(1))).toBeNull();
  expect(silenceOf({ ...word, isGiven: true }, circle, only('b'), first!, minute(1))).toBeNull();
  expect(silenceOf(word, circle, only(), first!, minute(1))).toBeNull();
  expect(silenceOf(word, [seat('a'), seat('b', { isGone: true })], only('b'), first!, minute(1))).toBeNull();
  expect(silenceOf({ ...word, participantId: null }, circle, only('b'), undefined, minute(1))).toBeNull();
});
