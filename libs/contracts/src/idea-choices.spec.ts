import { describe, expect, test } from '@jest/globals';
import { Id } from './common.ts';
import { ID_PATTERN } from './idea-choices.ts';
import { PlanPart } from './idea-places.ts';

describe('what a page checks without the schemas', () => {
  test.each(['0190a5f0-0000-7000-8000-000000000001', '0190A5F0-0000-4000-B000-00000000000F', '0190a5f0-0000-7000-8000-00000000000', '0190a5f0-0000-9000-8000-000000000001', '0190a5f0-0000-7000-c000-000000000001', 'nonsense', ''])('an id: %s', (id) => {
    expect(ID_PATTERN.test(id)).toBe(Id.safeParse(id).success);
  });

  test.each([['0,0,1,1', true], ['0.25,.5,0.75,1', true], ['0.5,0,0.5,1', false], ['0,1,1,0', false], ['0,0,1', false], ['0,0,2,1', false], [`${'0.0000000001,'.repeat(4)}0`, false], ['', false]])('a part of a plan: %s', (words, isPart) => {
    expect(PlanPart.safeParse(words).success).toBe(isPart);
  });
});
