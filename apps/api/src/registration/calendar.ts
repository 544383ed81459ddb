import ical, { ICalCalendarMethod } from 'ical-generator';
import type { RegistrationPage } from '@spolu/contracts/registration';
import type { SheetDay } from '@spolu/contracts/run-sheet';
import { instantOf } from '../identity/town-time.ts';

/** So long is a day whose agenda says nothing yet. */
const DEFAULT_MINUTES = 120;

/**
 * The session for a calendar (RFC 5545), one entry a day. Its times are those of the wall in the town, so that they stay right whatever zone a device is in;
 * without an hour it is the whole day. Null where no day is planned.
 */
export function calendarOf(page: Pick<RegistrationPage, 'sessionId' | 'title' | 'welcome' | 'place' | 'days'>, { url, timeZone, town, now }: { url: string; timeZone: string; town: string; now: Date }): string | null {
  const planned = page.days.flatMap(({ on, ...hours }) => (on === null ? [] : [{ on, ...hours }]));
  if (planned.length === 0) return null;
  // what a calendar calls itself is not escaped by the library, so it is called nothing
  const calendar = ical({ prodId: { company: 'Spolupracovna', product: 'Sessions', language: 'EN' }, method: ICalCalendarMethod.PUBLISH });
  planned.forEach((day, i) => {
    calendar.createEvent({
      id: i === 0 ? page.sessionId : `${page.sessionId}-${i + 1}`, stamp: now, summary: page.title, url,
      location: page.place || town,
      description: [page.welcome, url].filter(Boolean).join('\n\n'),
      ...when(day, timeZone),
    });
  });
  return calendar.toString();
}

function when({ on, startsAt, endsAt }: SheetDay & { on: string }, timeZone: string) {
  if (startsAt === null) return { start: new Date(`${on}T12:00:00Z`), allDay: true };
  const start = instantOf(on, startsAt, timeZone);
  // past midnight where the end stands before the beginning
  const end = endsAt === null ? null : instantOf(endsAt < startsAt ? dayAfter(on) : on, endsAt, timeZone);
  return { start, end: end ?? new Date(start.getTime() + DEFAULT_MINUTES * 60_000) };
}

const dayAfter = (day: string) => new Date(Date.parse(`${day}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
