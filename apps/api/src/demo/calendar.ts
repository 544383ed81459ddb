/** The days of a story that is counted from the day the demo is loaded. */
export interface StoryCalendar {
  today: string;
  /** The calendar day so many days from today. */
  day: (days: number) => string;
  /** The instant of that day at which the town's clocks show `time` (HH:MM). */
  at: (days: number, time: string) => Date;
  /** The instant of a day that is told by its date. */
  on: (day: string, time: string) => Date;
  /** What the town's clocks show (HH:MM) at an instant. */
  clock: (instant: Date) => string;
}

export const storyCalendar = (today: string, timeZone: string): StoryCalendar => ({
  today,
  day: (days) => workday(today, days),
  at: (days, time) => instantIn(timeZone, workday(today, days), time),
  on: (day, time) => instantIn(timeZone, day, time),
  clock: (instant) => new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(instant),
});

/** The day so many days from `today`; one that would fall on a weekend moves to Monday, when offices work. */
export function workday(today: string, days: number): string {
  const date = new Date(`${today}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  const weekday = date.getUTCDay();
  if (weekday === 6) date.setUTCDate(date.getUTCDate() + 2);
  if (weekday === 0) date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

/** The instant at which clocks of the time zone show `time` (HH:MM) on that day. */
export function instantIn(timeZone: string, day: string, time: string): Date {
  const asUtc = new Date(`${day}T${time}:00Z`);
  // What the zone's clocks show at that moment differs from what was asked for by the zone's distance from UTC.
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(asUtc);
  return new Date(2 * asUtc.getTime() - new Date(`${shown.replace(' ', 'T')}Z`).getTime());
}
