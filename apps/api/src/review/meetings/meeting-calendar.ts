import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

const MINUTES = 120;

/** A meeting as an entry of a calendar (RFC 5545): two hours, as nobody knows when a commission is done. */
export function meetingCalendar({ id, title, start, place, text, revision, cancelled }: { id: string; title: string; start: Date; place: string; text: string; revision: number; cancelled: boolean }, now: Date): string {
  const calendar = ical({ prodId: { company: 'Spolupracovna', product: 'Meetings', language: 'EN' }, method: ICalCalendarMethod.PUBLISH });
  calendar.createEvent({ id, sequence: revision, status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED, stamp: now, summary: title, location: place, description: text, start, end: new Date(start.getTime() + MINUTES * 60_000) });
  return calendar.toString();
}
