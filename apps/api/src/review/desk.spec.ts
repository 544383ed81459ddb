import { describe, expect, test } from '@jest/globals';
import { byUrgency, type UrgencyKey, waitsFor } from './desk.ts';

const nobody = { adoptOpinion: false, recordDecision: false, refer: false };
const secretary = { adoptOpinion: true, recordDecision: true, refer: false };
const officer = { adoptOpinion: false, recordDecision: true, refer: true };
const ordinary = { deciding: false, returned: false, decidesElsewhere: false };

describe('a referral waits', () => {
  test('for a member who has not spoken on every recommendation', () => {
    expect(waitsFor({ ...ordinary, state: 'open', recommendationCount: 3, myPositionCount: 2 }, nobody)).toBe('position');
    expect(waitsFor({ ...ordinary, state: 'open', recommendationCount: 3, myPositionCount: 3 }, nobody)).toBeNull();
  });
  test('for the secretary: the opinion, then the decision', () => {
    expect(waitsFor({ ...ordinary, state: 'open', recommendationCount: 3, myPositionCount: null }, secretary)).toBe('opinion');
    expect(waitsFor({ ...ordinary, state: 'opinion-adopted', recommendationCount: 3, myPositionCount: null }, secretary)).toBe('decision');
    expect(waitsFor({ ...ordinary, state: 'decided', recommendationCount: 3, myPositionCount: null }, secretary)).toBeNull();
  });
  test('for a chair: first her position, then the opinion', () => {
    expect(waitsFor({ ...ordinary, state: 'open', recommendationCount: 2, myPositionCount: 0 }, { adoptOpinion: true, recordDecision: false, refer: false })).toBe('position');
    expect(waitsFor({ ...ordinary, state: 'open', recommendationCount: 2, myPositionCount: 2 }, { adoptOpinion: true, recordDecision: false, refer: false })).toBe('opinion');
  });
});

test('what a body returned waits for the office, and what the council has before it for nobody else’s decision', () => {
  const adopted = { ...ordinary, state: 'opinion-adopted' as const, recommendationCount: 2, myPositionCount: null };
  expect(waitsFor({ ...adopted, returned: true }, officer)).toBe('new-version');
  expect(waitsFor({ ...adopted, returned: true }, secretary)).toBeNull();
  expect(waitsFor({ ...adopted, decidesElsewhere: true }, officer)).toBeNull();
  expect(waitsFor({ ...adopted, state: 'open', deciding: true }, secretary)).toBe('decision');
  expect(waitsFor({ ...adopted, state: 'withdrawn' }, secretary)).toBeNull();
});

test('what waits for me stands first, then by deadline; what was decided stands last', () => {
  const row = (id: string, dueOn: string, state: UrgencyKey['state'], waits: boolean): UrgencyKey => ({ id, dueOn, state, waits, referredAt: '2026-03-01T10:00:00.000Z' });
  const rows = [
    row('decided', '2026-01-01', 'decided', false),
    row('with-council', '2026-02-01', 'opinion-adopted', false),
    row('with-others', '2026-03-01', 'open', false),
    row('mine-later', '2026-05-01', 'open', true),
    row('mine-soon', '2026-04-01', 'opinion-adopted', true),
  ];
  expect(rows.sort(byUrgency).map(({ id }) => id)).toEqual(['mine-soon', 'mine-later', 'with-others', 'with-council', 'decided']);
});
