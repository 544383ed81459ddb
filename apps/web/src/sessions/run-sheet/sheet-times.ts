import { minutesOf, plannedTimes, type TimedBlock, type Timetable } from '@spolu/contracts/sheet-clock';
import type { SheetDay } from '@spolu/contracts/run-sheet';
import type { ActivityView, SessionView } from '@spolu/contracts/sessions';
import { dayInTown, townTimeZone } from '../../i18n/format.ts';

export interface DayOfSheet {
  /** From 1. */
  number: number;
  day: SheetDay;
  /** The calendar day whose midnight all its minutes count from. */
  midnight: string;
  activities: ActivityView[];
  /** The activities as the clock sees them, in the same order. */
  timed: TimedBlock[];
  planned: Timetable;
}

/** The days of a sheet with their blocks and planned times, all in the town's time. */
export function daysOf({ sheet, activities }: Pick<SessionView, 'sheet' | 'activities'>): DayOfSheet[] {
  return sheet.days.map((day, i) => {
    const own = activities.filter((activity) => activity.day === i + 1);
    const midnight = midnightOf(day, own);
    const timed = own.map((activity) => timedBlock(activity, midnight));
    return { number: i + 1, day, midnight, activities: own, timed, planned: plannedTimes(timed, day.startsAt) };
  });
}

/** The day it is planned for, also when its evening goes on after midnight; where it was held on another day than planned, the day it began. */
function midnightOf({ on }: SheetDay, activities: readonly ActivityView[]): string {
  const [first] = activities.flatMap(({ startedAt }) => startedAt ?? []).sort();
  const began = dayInTown(first ? new Date(first) : new Date());
  return on && Math.abs(daysBetween(on, began)) <= 1 ? on : began;
}

/** One that is left out takes no time and cannot be cut; nor does one that is open for days, for nobody waits for its end. */
function timedBlock({ id, minutes, openUntil, skipped, plan: { track, fixedStart, optional, shortestMinutes }, startedAt, endsAt, pausedAt, endedAt }: ActivityView, midnight: string): TimedBlock {
  if (skipped) return { id, minutes: 0, track, fixedStart: null, optional: false, shortestMinutes: null, actual: null };
  if (openUntil) {
    const began = startedAt === null ? null : townMinutes(startedAt, midnight);
    return { id, minutes: 0, track, fixedStart, optional: false, shortestMinutes: null, actual: began === null ? null : { startedAt: began, endsAt: began, pausedAt: null, endedAt: began } };
  }
  const actual = startedAt === null ? null : {
    startedAt: townMinutes(startedAt, midnight), endsAt: endsAt === null ? null : townMinutes(endsAt, midnight),
    pausedAt: pausedAt === null ? null : townMinutes(pausedAt, midnight), endedAt: endedAt === null ? null : townMinutes(endedAt, midnight),
  };
  return { id, minutes, track, fixedStart, optional, shortestMinutes, actual };
}

const DAY_MS = 86_400_000;
const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** Minutes that an instant lies after the beginning of a day of the town. */
export function townMinutes(instant: string, midnight: string): number {
  const at = new Date(instant);
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: townTimeZone(), hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
  return daysBetween(midnight, dayInTown(at)) * 24 * 60 + minutesOf(clock);
}

/** The day that goes on now, while the session is open: the one of what runs, else today's, else the one begun today. Null: none does. */
export function dayGoingOn({ state, sheet, activities }: Pick<SessionView, 'state' | 'sheet' | 'activities'>, now: Date): number | null {
  if (state !== 'open') return null;
  const running = activities.find((activity) => activity.state === 'running');
  if (running) return running.day;
  const today = dayInTown(now);
  const dated = sheet.days.findIndex(({ on }) => on === today);
  if (dated >= 0) return dated + 1;
  return activities.findLast(({ startedAt }) => startedAt !== null && dayInTown(new Date(startedAt)) === today)?.day ?? null;
}
