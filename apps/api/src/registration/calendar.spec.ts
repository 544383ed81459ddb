import { describe, expect, test } from '@jest/globals';
import { calendarOf } from './calendar.ts';

const session = { sessionId: '019ab000-0000-7000-8000-000000000000', title: 'Dielňa; o energii, teple', welcome: 'Vitajte!\nPríďte včas.', place: 'Radnica', days: [{ on: '2026-06-01', startsAt: '17:00', endsAt: '18:30' }] };
const from = { url: 'https://spolu.example/sessions/1/registration', timeZone: 'Europe/Bratislava', town: 'Banská Bystrica', now: new Date('2026-05-01T08:00:00Z') };

describe('a calendar entry', () => {
  const lines = (text: string | null) => (text ?? '').replace(/\r\n /g, '').split('\r\n');

  test('lasts until its end, and signs that mean something to calendars are escaped', () => {
    expect(lines(calendarOf(session, from))).toEqual(expect.arrayContaining([
      'DTSTART:20260601T150000Z', 'DTEND:20260601T163000Z', 'SUMMARY:Dielňa\\; o energii\\, teple', 'LOCATION:Radnica', `UID:${session.sessionId}`,
      'DESCRIPTION:Vitajte!\\nPríďte včas.\\n\\nhttps://spolu.example/sessions/1/registration',
    ]));
  });
  test('has one event a day; one without an hour is the whole day, one past midnight ends on the next', () => {
    const days = [{ on: '2026-06-01', startsAt: '17:00', endsAt: null }, { on: '2026-06-02', startsAt: null, endsAt: null }, { on: null, startsAt: '09:00', endsAt: null }, { on: '2026-06-04', startsAt: '22:00', endsAt: '01:00' }];
    expect(lines(calendarOf({ ...session, days }, from)).filter((line) => /^(DTSTART|DTEND|UID)/.test(line))).toEqual([
      `UID:${session.sessionId}`, 'DTSTART:20260601T150000Z', 'DTEND:20260601T170000Z',
      `UID:${session.sessionId}-2`, 'DTSTART;VALUE=DATE:20260602',
      `UID:${session.sessionId}-3`, 'DTSTART:20260604T200000Z', 'DTEND:20260604T230000Z',
    ]);
    expect(calendarOf({ ...session, days: [days[2]!] }, from)).toBeNull();
  });
  test('without a place is in the town', () => {
    expect(lines(calendarOf({ ...session, place: '' }, from))).toContain('LOCATION:Banská Bystrica');
  });
  test('a line that a title brings along begins no property of its own', () => {
    expect(lines(calendarOf({ ...session, title: 'A\r\nATTENDEE:mailto:x@example.org' }, from)).filter((line) => line.startsWith('ATTENDEE'))).toEqual([]);
  });
});
