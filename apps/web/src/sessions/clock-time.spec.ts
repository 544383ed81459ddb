import { expect, test } from '@jest/globals';
import { clockTime } from './clock-time.ts';

test('a time is understood however it is typed', () => {
  expect(['17:30', '17.30', '9:05', '1730', '8', ' 9 15 '].map(clockTime)).toEqual(['17:30', '17:30', '09:05', '17:30', '08:00', '09:15']);
  expect(clockTime('')).toBeNull();
  expect(clockTime('večer')).toBe('večer');
});
