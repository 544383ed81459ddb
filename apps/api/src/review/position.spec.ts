import { expect, test } from '@jest/globals';
import { seesPositions } from './position.ts';

const before = { adopted: false, meeting: false };
const voted = { adopted: true, meeting: true };
const over = { adopted: true, meeting: false };
const unspoken = { isMember: true, hasSpoken: false, runs: false };
const spoken = { ...unspoken, hasSpoken: true };
const unspokenChair = { ...unspoken, runs: true };
const spokenChair = { ...spoken, runs: true };
const secretary = { isMember: false, hasSpoken: false, runs: true };
const guest = { ...secretary, runs: false };
const everybody = { unspoken, spoken, unspokenChair, spokenChair, secretary, guest };

test.each([
  ['open', before, ['unspoken', 'spoken', 'unspokenChair', 'spokenChair', 'secretary', 'guest']],
  ['after-own', before, ['spoken', 'spokenChair', 'secretary', 'guest']],
  ['after-own', voted, ['unspoken', 'spoken', 'unspokenChair', 'spokenChair', 'secretary', 'guest']],
  ['after-meeting', before, ['secretary']],
  ['after-meeting', { adopted: false, meeting: true }, ['secretary']],
  ['after-meeting', voted, ['secretary']],
  ['after-meeting', over, ['unspoken', 'spoken', 'unspokenChair', 'spokenChair', 'secretary', 'guest']],
] as const)('a body that shows positions %s, at %j, shows them to %j', (shown, when, who) => {
  expect(Object.entries(everybody).filter(([, reader]) => seesPositions(shown, reader, when)).map(([name]) => name)).toEqual(who);
});
