import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { tellableSectors, TOLD_FROM } from './sectors.ts';

const sector = fc.constantFrom('public', 'business', 'ngo', null);
const given = fc.array(fc.record({ sector, ballot: fc.nat({ max: 9 }) }), { maxLength: 30 });

test('a told sector has five people or more, and what is left without told ones is nobody, or five or more (SEC-47)', () => {
  fc.assert(fc.property(given, (ballots) => {
    const told = tellableSectors(ballots);
    for (const group of told) expect(group.ballots.length).toBeGreaterThanOrEqual(TOLD_FROM);
    const left = ballots.length - told.reduce((sum, group) => sum + group.ballots.length, 0);
    expect(told.length === 0 || left === 0 || left >= TOLD_FROM).toBe(true);
  }), { numRuns: 1_000 });
});

test('a told sector is told whole, with its own ballots only', () => {
  fc.assert(fc.property(given, (ballots) => {
    for (const group of tellableSectors(ballots)) {
      expect(group.ballots).toEqual(ballots.filter((one) => one.sector === group.sector).map(({ ballot }) => ballot));
    }
  }));
});

test('no more than one sector of five is held back, and only to cover smaller ones', () => {
  fc.assert(fc.property(given, (ballots) => {
    const sizes = ['public', 'business', 'ngo', null].map((one) => ballots.filter((ballot) => ballot.sector === one).length);
    const big = sizes.filter((size) => size >= TOLD_FROM).length;
    const small = sizes.filter((size) => size < TOLD_FROM).reduce((sum, size) => sum + size, 0);
    expect(tellableSectors(ballots)).toHaveLength(big - (big > 0 && small > 0 && small < TOLD_FROM ? 1 : 0));
  }));
});

test('three people of one sector are not told, and neither are the five that would give them away', () => {
  const people = (count: number, sectorOf: string) => Array.from({ length: count }, () => ({ sector: sectorOf, ballot: 'yes' }));
  expect(tellableSectors([...people(3, 'ngo'), ...people(9, 'residents'), ...people(5, 'public')]).map((group) => group.sector)).toEqual(['residents']);
});
