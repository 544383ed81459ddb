import { describe, expect, test } from '@jest/globals';
import { GRADIENTS } from '@spolu/contracts/plain';
import { checkConsent, tallyConsent, type ConsentBallot } from './consent.ts';
import { checkFingers, tallyFistToFive } from './fist-to-five.ts';
import { checkGradient, tallyGradients } from './gradients.ts';
import { problemOf } from './problem-of.ts';

describe('fist to five', () => {
  test('is agreed when everybody shows three fingers or more', () => {
    expect(tallyFistToFive([3, 5, 4, null], 5)).toEqual({
      ballotCount: 4,
      abstentionCount: 1,
      turnout: 0.8,
      counts: [0, 0, 0, 1, 1, 1].map((count, step) => ({ step, count })),
      spread: { count: 3, median: 4, lowerQuartile: 3.5, upperQuartile: 4.5, min: 3, max: 5 },
      outcome: 'agreed',
    });
  });

  test.each([
    ['one shows two fingers, so there is something to talk about', [5, 5, 2], 'talk'],
    ['one shows a fist, whatever the others show', [5, 5, 5, 0], 'stopped'],
    ['all abstain, so nothing is agreed', [null, null], null],
  ])('%s', (_, ballots, outcome) => {
    expect(tallyFistToFive(ballots, 10).outcome).toBe(outcome);
  });

  test.each([-1, 6, 2.5, Number.NaN])('%p is no number of fingers', (fingers) => {
    expect(problemOf(() => checkFingers(fingers)).code).toBe('invalid-input');
  });
});

describe('gradients of agreement', () => {
  test('keeps the whole picture, and says how many support and how many stand against', () => {
    const result = tallyGradients(['endorse', 'endorse', 'reservations', 'abstain', 'goes-along', 'veto'], 8);
    expect(result).toMatchObject({ ballotCount: 6, abstentionCount: 1, turnout: 0.75, supportCount: 3, againstCount: 1 });
    expect(result.counts.map(({ gradient }) => gradient)).toEqual(GRADIENTS);
    expect(result.counts.map(({ count }) => count)).toEqual([2, 0, 1, 1, 0, 1, 0, 1]);
  });

  test('takes the eight steps and nothing else', () => {
    for (const step of GRADIENTS) expect(checkGradient(step)).toBe(step);
    expect(problemOf(() => checkGradient('love')).code).toBe('invalid-input');
  });
});

describe('consent', () => {
  const says = (stance: ConsentBallot['stance'], reason = ''): ConsentBallot => ({ stance, reason });

  test('is given when nobody objects, though some would have it otherwise', () => {
    const result = tallyConsent([says('consent'), says('concern', 'the evenings are dark'), says('stand-aside')], 4);
    expect(result).toMatchObject({ outcome: 'consent', ballotCount: 3, abstentionCount: 1, turnout: 0.75, concerns: ['the evenings are dark'], objections: [] });
  });

  test('is held up by one objection among many, and its words stand in the result', () => {
    const many = Array.from({ length: 40 }, () => says('consent'));
    expect(tallyConsent([...many, says('objection', 'the ramp is too steep')], 41)).toMatchObject({ outcome: 'objections', objections: ['the ramp is too steep'] });
  });

  test('is not given by people who all stand aside', () => {
    expect(tallyConsent([says('stand-aside')], 1).outcome).toBeNull();
  });

  test('asks whoever objects for a reason, and whoever consents for none', () => {
    expect(problemOf(() => checkConsent(says('objection', '  '))).code).toBe('vote/reason-missing');
    expect(checkConsent(says('objection', ' too steep '))).toEqual(says('objection', 'too steep'));
    expect(checkConsent(says('concern'))).toEqual(says('concern'));
    expect(checkConsent(says('consent', 'left over from an objection'))).toEqual(says('consent'));
  });
});
