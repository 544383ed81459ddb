import { describe, expect, test } from '@jest/globals';
import { participation } from './report.ts';

describe('who took part', () => {
  test('is told by sector in the order of the form, those who did not say last', () => {
    expect(participation(['residents', null, 'public', 'residents'], 2)).toEqual({
      total: 4, wroteCount: 2, sectors: [{ sector: 'public', count: 1 }, { sector: 'residents', count: 2 }, { sector: null, count: 1 }],
    });
  });
  test('is nobody where nobody came', () => expect(participation([], 0)).toEqual({ total: 0, wroteCount: 0, sectors: [] }));
});
