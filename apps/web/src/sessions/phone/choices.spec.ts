import { expect, test } from '@jest/globals';
import { SECTORS } from '@spolu/contracts/common';
import { LANGUAGES } from '@spolu/contracts/plain';
import { PHONE_SECTORS } from './join-screen.tsx';
import { PHONE_LANGUAGES } from './phone-text.tsx';

test('the phone offers every language and every sector', () => {
  expect(PHONE_LANGUAGES.map(({ id }) => id)).toEqual(LANGUAGES);
  expect([...PHONE_SECTORS].sort()).toEqual([...SECTORS].sort());
});
