import { describe, expect, test } from '@jest/globals';
import { CODE_ALPHABET, CODE_LENGTH } from './code-signs.ts';
import { JoinCode } from './join-code.ts';

describe('a join code', () => {
  test('is read in any case, with spaces and dashes', () => expect(JoinCode.parse(' q3mf-yemp ')).toBe('Q3MFYEMP'));
  test('has no sign that is mistaken for another', () => {
    expect(CODE_ALPHABET).toHaveLength(30);
    expect(CODE_ALPHABET).not.toMatch(/[01IOLU]/);
  });
  test.each(['', 'Q3MFYEM', 'Q3MFYEMPP', 'Q3MFYEM0', 'Q3MF YEM!'])('%j is none', (typed) => expect(JoinCode.safeParse(typed).success).toBe(false));
  test('fills the length', () => expect(JoinCode.parse(CODE_ALPHABET.slice(0, CODE_LENGTH))).toHaveLength(CODE_LENGTH));
});
