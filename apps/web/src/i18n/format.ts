import type { Language } from '@spolu/contracts/common';
import { useLanguage } from './i18n.ts';

export const LANGUAGE_TAGS: Record<Language, string> = { sk: 'sk-SK', cs: 'cs-CZ', en: 'en-GB', uk: 'uk-UA' };
/** Each language's own name, for choosing it. */
export const LANGUAGE_NAMES: Record<Language, string> = { sk: 'Slovenčina', cs: 'Čeština', en: 'English', uk: 'Українська' };

let timeZone = 'Europe/Bratislava';
/** Set once at the start from the installation: every date is shown in the town's time, wherever the viewer is. */
export const setTimeZone = (zone: string) => {
  timeZone = zone;
};
export const townTimeZone = () => timeZone;

/** The calendar day it is in the town at an instant, `YYYY-MM-DD`. */
export const dayInTown = (now: Date): string => new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(now);

/** What the wall in the town shows at an instant. */
export const wallInTown = (instant: string): { on: string; time: string } => {
  const at = new Date(instant);
  return { on: dayInTown(at), time: new Intl.DateTimeFormat('sv-SE', { timeZone, timeStyle: 'short' }).format(at) };
};

export interface Format {
  /** 1. apríla 2026; of a day `YYYY-MM-DD` or of an instant. */
  day: (value: string) => string;
  /** 1. 4. 2026 */
  dayShort: (value: string) => string;
  /** 14:05 */
  time: (instant: string) => string;
  /** 1. 4. 2026 14:05 */
  dateTime: (instant: string) => string;
  /** streda 1. 4. 14:05 */
  weekdayTime: (instant: string) => string;
  /** 1. – 24. apríla 2026; an open end is left out. */
  days: (fromOn: string | null, untilOn: string | null) => string;
  number: (value: number) => string;
  percent: (share: number) => string;
  /** Without cents. */
  money: (amount: number, currency?: string) => string;
  /** 1:05:09 or 4:59, for timers. */
  countdown: (ms: number) => string;
  list: (items: readonly string[]) => string;
}

const isDay = (value: string) => value.length === 10;
const cache = new Map<string, Format>();

/** Dates, times and numbers as the language writes them, in the town's time zone. */
export function formatIn(language: Language): Format {
  const key = `${language} ${timeZone}`;
  const known = cache.get(key);
  if (known) return known;
  const tag = LANGUAGE_TAGS[language];
  const dates = (options: Intl.DateTimeFormatOptions) => {
    const ofInstant = new Intl.DateTimeFormat(tag, { ...options, timeZone });
    const ofDay = new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' });
    return { for: (value: string) => (isDay(value) ? ofDay : ofInstant) };
  };
  const long = dates({ day: 'numeric', month: 'long', year: 'numeric' });
  const short = dates({ day: 'numeric', month: 'numeric', year: 'numeric' });
  const clock = dates({ hour: '2-digit', minute: '2-digit', hour12: false });
  const both = dates({ day: 'numeric', month: 'numeric', year: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false });
  const near = dates({ weekday: 'long', day: 'numeric', month: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false });
  const numbers = new Intl.NumberFormat(tag);
  const percents = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 });
  const lists = new Intl.ListFormat(tag, { type: 'conjunction' });
  const write = (of: typeof long) => (value: string) => of.for(value).format(new Date(value));
  const format: Format = {
    day: write(long),
    dayShort: write(short),
    time: write(clock),
    dateTime: write(both),
    weekdayTime: write(near),
    days: (fromOn, untilOn) => {
      if (fromOn && untilOn) return long.for(fromOn).formatRange(new Date(fromOn), new Date(untilOn));
      if (fromOn) return `${format.day(fromOn)} –`;
      return untilOn ? `– ${format.day(untilOn)}` : '';
    },
    number: (value) => numbers.format(value),
    percent: (share) => percents.format(share),
    money: (amount, currency = 'EUR') => new Intl.NumberFormat(tag, { style: 'currency', currency, maximumFractionDigits: 0 }).format(amount),
    countdown: (ms) => {
      const seconds = Math.max(0, Math.ceil(ms / 1_000));
      const two = (n: number) => String(n).padStart(2, '0');
      const [h, m, s] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
      return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
    },
    list: (items) => lists.format(items),
  };
  cache.set(key, format);
  return format;
}

export function useFormat(): Format {
  return formatIn(useLanguage());
}
