import { expect, test } from '@jest/globals';
import { LANGUAGES, NOTE_MAX_LENGTH, SECTORS } from '@spolu/contracts/common';
import { Join } from '@spolu/contracts/sessions';
import { NOTE_COLOURS } from '@spolu/contracts/boards';
import { PHONE_COLOURS } from '../activities/brainstorm/phone-brainstorm.tsx';
import { NICKNAME_MAX_LENGTH, PHONE_SECTORS } from './join-screen.tsx';
import { NOTE_LENGTH } from './limits.ts';
import { PHONE_LANGUAGES } from './phone-text.tsx';

test('what the phone repeats of the contracts is the same there', () => {
  expect(NOTE_LENGTH).toBe(NOTE_MAX_LENGTH);
  expect(PHONE_LANGUAGES.map(({ id }) => id)).toEqual(LANGUAGES);
  expect([...PHONE_SECTORS].sort()).toEqual([...SECTORS].sort());
  expect(PHONE_COLOURS).toEqual(NOTE_COLOURS);
  const nickname = (length: number) => Join.shape.nickname.safeParse('a'.repeat(length)).success;
  expect([nickname(NICKNAME_MAX_LENGTH), nickname(NICKNAME_MAX_LENGTH + 1)]).toEqual([true, false]);
});
