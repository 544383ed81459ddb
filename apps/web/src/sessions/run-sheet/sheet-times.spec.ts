import { expect, test } from '@jest/globals';
import { PLAIN_PLAN } from '@spolu/contracts/run-sheet';
import type { ActivityView } from '@spolu/contracts/sessions';
import { dayGoingOn, daysOf, townMinutes } from './sheet-times.ts';

const activity = (day: number, startedAt: string | null = null, state: ActivityView['state'] = startedAt ? 'ended' : 'planned'): ActivityView => ({
  id: `${day}`, title: '', instruction: '', staffNotes: '', minutes: 30, openUntil: null, methodId: null, settings: { kind: 'information' }, day, plan: PLAIN_PLAN, skipped: false, state, startedAt, endsAt: null, pausedAt: null, endedAt: null,
});
const sheet = (...days: (string | null)[]) => ({ days: days.map((on) => ({ on, startsAt: '23:00', endsAt: null })), tracks: [] });

test('minutes of an evening go on after midnight, in the town’s time', () => {
  expect(townMinutes('2026-11-22T22:30:00Z', '2026-11-22')).toBe(23 * 60 + 30);
  expect(townMinutes('2026-11-22T23:30:00Z', '2026-11-22')).toBe(24 * 60 + 30);
  const [day] = daysOf({ sheet: sheet('2026-11-22'), activities: [activity(1, '2026-11-22T23:05:00Z')] });
  expect(day?.timed[0]?.actual?.startedAt).toBe(24 * 60 + 5);
});

test('a day held at another date than planned counts from the day it began', () => {
  const [day] = daysOf({ sheet: sheet('2026-10-01'), activities: [activity(1, '2026-11-22T09:00:00Z')] });
  expect(day?.timed[0]?.actual?.startedAt).toBe(10 * 60);
});

test('the day that goes on is the one of what runs, else today’s, else the one begun today', () => {
  const now = new Date('2026-11-22T12:00:00Z');
  const open = { state: 'open' as const };
  expect(dayGoingOn({ ...open, sheet: sheet('2026-11-22', '2026-11-23'), activities: [activity(2, '2026-11-22T11:00:00Z', 'running')] }, now)).toBe(2);
  expect(dayGoingOn({ ...open, sheet: sheet('2026-11-21', '2026-11-22'), activities: [] }, now)).toBe(2);
  expect(dayGoingOn({ ...open, sheet: sheet(null, null), activities: [activity(1, '2026-11-21T11:00:00Z'), activity(2, '2026-11-22T11:00:00Z')] }, now)).toBe(2);
  expect(dayGoingOn({ ...open, sheet: sheet('2026-11-21'), activities: [activity(1, '2026-11-21T11:00:00Z')] }, now)).toBeNull();
  expect(dayGoingOn({ state: 'preparing', sheet: sheet('2026-11-22'), activities: [] }, now)).toBeNull();
});
