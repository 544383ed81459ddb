import { describe, expect, test } from '@jest/globals';
import { line, optionalLine, text } from './common.ts';

describe('what people type', () => {
  test('one line is trimmed and keeps every letter of our languages', () => {
    expect(line(120).parse('  Ľubomíra Hôrková, Їжак – „čo ďalej?“ 🌳 ')).toBe('Ľubomíra Hôrková, Їжак – „čo ďalej?“ 🌳');
  });
  test.each(['', '   ', '\n'])('an empty line is nothing: %j', (typed) => expect(line(10).safeParse(typed).success).toBe(false));
  test.each(['\u200b', '\u200e\u202e', ' \u2060 \ufeff', '\u3164'])('signs that nobody sees are no words: %j', (typed) => {
    expect([line(10).safeParse(typed).success, text(10).safeParse(typed).success]).toEqual([false, false]);
  });
  test('an emoji of several signs is one', () => expect(text(20).parse('👩\u200d🌾')).toBe('👩\u200d🌾'));
  test('an optional line may be empty', () => expect(optionalLine(10).parse('  ')).toBe(''));
  test.each(['a\u0000b', 'a\u001bb', 'a\nb', 'a\tb'])('a line has no control character: %j', (typed) => expect(line(10).safeParse(typed).success).toBe(false));
  test('a text has line ends and tabs', () => expect(text(20).parse('prvý\r\n\n\tdruhý\n')).toBe('prvý\r\n\n\tdruhý'));
  test.each(['a\u0000b', 'a\n\u0007b'])('and no other control character: %j', (typed) => expect(text(10).safeParse(typed).success).toBe(false));
  test('the limit counts what is left after trimming', () => {
    expect(line(3).safeParse(' abc ').success).toBe(true);
    expect(line(3).safeParse('abcd').success).toBe(false);
  });
});
