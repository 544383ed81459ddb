import { describe, expect, test } from '@jest/globals';
import { SECTORS } from '@spolu/contracts/common';
import fc from 'fast-check';
import { dealLeft } from './deal-left.ts';

const person = fc.record({ sector: fc.option(fc.constantFrom(...SECTORS)), team: fc.option(fc.nat({ max: 3 })) });

describe('dealing those who are left', () => {
  test('everybody is in one team, nobody changes hers, and none grows beyond its size', () =>
    fc.assert(
      fc.property(fc.array(person, { maxLength: 30 }), fc.integer({ min: 1, max: 6 }), fc.nat({ max: 4 }), fc.nat(), (people, teamMax, teamCount, seed) => {
        const guests = people.map(({ sector }, i) => ({ id: `p${i}`, sector }));
        const teams = new Map<string, number>(people.flatMap(({ team }, i) => (team !== null && team < teamCount ? [[`p${i}`, team] as const] : [])));
        const { newTeamCount, dealt } = dealLeft({ guests, teams, teamCount, teamMax, seed });
        expect([...dealt.keys()].sort()).toEqual(guests.map(({ id }) => id).filter((id) => !teams.has(id)).sort());
        const size = (of: ReadonlyMap<string, number>, team: number) => [...of.values()].filter((one) => one === team).length;
        for (let team = 0; team < teamCount + newTeamCount; team++) {
          const before = size(teams, team);
          expect(before + size(dealt, team)).toBeLessThanOrEqual(Math.max(before, teamMax));
        }
        for (const team of dealt.values()) expect(team).toBeLessThan(teamCount + newTeamCount);
      }),
    ));

  test('nobody sits in a new team while there is a place, and each new one is needed', () => {
    const guests = Array.from({ length: 10 }, (_, i) => ({ id: `p${i}`, sector: null }));
    expect(dealLeft({ guests, teams: new Map([['p0', 0]]), teamCount: 3, teamMax: 4, seed: 1 }).newTeamCount).toBe(0);
    expect(dealLeft({ guests, teams: new Map([['p0', 0]]), teamCount: 1, teamMax: 4, seed: 1 }).newTeamCount).toBe(2);
    expect(dealLeft({ guests: [], teams: new Map(), teamCount: 0, teamMax: 4, seed: 1 })).toEqual({ newTeamCount: 0, dealt: new Map() });
  });

  test('sectors are spread', () => {
    const guests = Array.from({ length: 9 }, (_, i) => ({ id: `p${i}`, sector: SECTORS[i % 3]! }));
    const { dealt } = dealLeft({ guests, teams: new Map(), teamCount: 3, teamMax: 3, seed: 5 });
    for (const team of [0, 1, 2]) expect(new Set(guests.filter(({ id }) => dealt.get(id) === team).map(({ sector }) => sector)).size).toBe(3);
  });
});
