import { describe, expect, test } from '@jest/globals';
import { CODE_ALPHABET, CODE_LENGTH } from '@spolu/contracts/code-signs';
import { JoinCode } from '@spolu/contracts/join-code';
import { newJoinCode } from './join-code.ts';

describe('a join code (SEC-48)', () => {
  const codes = Array.from({ length: 20_000 }, newJoinCode);

  test('has thirty signs that nobody mistakes for one another', () => {
    expect(CODE_ALPHABET).toHaveLength(30);
    expect(CODE_ALPHABET).not.toMatch(/[01ILOU]/);
    expect(new Set(CODE_ALPHABET).size).toBe(30);
  });

  test('is drawn evenly: at no place is a sign much rarer or more common than another', () => {
    const expected = codes.length / CODE_ALPHABET.length;
    for (let place = 0; place < CODE_LENGTH; place++) {
      const counts = new Map<string, number>();
      for (const code of codes) counts.set(code[place]!, (counts.get(code[place]!) ?? 0) + 1);
      expect(counts.size).toBe(CODE_ALPHABET.length);
      const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
      // 29 degrees of freedom: an even draw exceeds 80 once in some 10^6 runs
      expect(chiSquare).toBeLessThan(80);
    }
  });

  test('hardly ever comes twice', () => expect(codes.length - new Set(codes).size).toBeLessThanOrEqual(1));

  test.each(['abcd-2345', ' ABCD 2345 ', 'AbCd2345'])('may be typed as "%s"', (typed) => expect(JoinCode.parse(typed)).toBe('ABCD2345'));
  test.each(['ABCD234', 'ABCD23456', 'ABCD0345', 'ABCO2345', ''])('is not "%s"', (typed) => expect(JoinCode.safeParse(typed).success).toBe(false));
});
