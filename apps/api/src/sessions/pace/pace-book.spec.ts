import { beforeEach, expect, test } from '@jest/globals';
import { PaceBook } from './pace-book.ts';

const AT = Date.parse('2026-11-22T10:00:00.000Z');
const at = (minutes: number) => new Date(AT + minutes * 60_000);
let book: PaceBook;
const say = (who: string, pace: 'too-fast' | 'lost' | 'fine' | null, minutes = 0, activity: string | null = 'a') => book.say('s', activity, who, pace, at(minutes));

beforeEach(() => {
  book = new PaceBook();
});

test('four people are not counted, five are', () => {
  for (const who of ['1', '2', '3', '4']) say(who, 'lost');
  book.step('s', at(0));
  expect(book.told('s', 'a')).toBeNull();
  say('5', 'fine');
  expect(book.step('s', at(0))).toEqual({ changed: true, empty: false });
  expect(book.told('s', 'a')).toEqual({ 'too-fast': 0, lost: 4, fine: 1 });
});

test('a word is told with the next step, not when it is said', () => {
  for (const who of ['1', '2', '3', '4', '5']) say(who, 'fine');
  expect(book.told('s', 'a')).toBeNull();
  book.step('s', at(0));
  say('1', 'lost');
  expect(book.told('s', 'a')).toEqual({ 'too-fast': 0, lost: 0, fine: 5 });
});

test('each person says one thing, the last one; taking it back leaves nothing', () => {
  for (const who of ['1', '2', '3', '4', '5']) say(who, 'fine');
  say('1', 'too-fast');
  expect(book.own('s', 'a', '1', at(2))).toEqual({ pace: 'too-fast', fadesInMs: 3 * 60_000 });
  book.step('s', at(0));
  expect(book.told('s', 'a')).toEqual({ 'too-fast': 1, lost: 0, fine: 4 });
  say('1', null);
  expect(book.own('s', 'a', '1', at(0)).pace).toBeNull();
  book.step('s', at(0));
  expect(book.told('s', 'a')).toBeNull();
});

test('words fade after five minutes', () => {
  for (const who of ['1', '2', '3', '4', '5']) say(who, 'lost');
  book.step('s', at(4.9));
  expect(book.told('s', 'a')).not.toBeNull();
  expect(book.own('s', 'a', '1', at(5)).pace).toBeNull();
  expect(book.step('s', at(5))).toEqual({ changed: true, empty: true });
  expect(book.told('s', 'a')).toBeNull();
});

test('another activity begins with nothing said', () => {
  for (const who of ['1', '2', '3', '4', '5']) say(who, 'lost');
  book.step('s', at(0));
  expect(book.told('s', 'b')).toBeNull();
  expect(book.own('s', 'b', '1', at(0)).pace).toBeNull();
  say('1', 'fine', 0, 'b');
  book.step('s', at(0));
  expect(book.told('s', 'b')).toBeNull();
});
