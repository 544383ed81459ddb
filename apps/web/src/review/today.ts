import { townTimeZone } from '../i18n/format.ts';

/** The calendar day in the town, `YYYY-MM-DD`. */
export const todayInTown = (now = new Date()): string => new Intl.DateTimeFormat('sv-SE', { timeZone: townTimeZone() }).format(now);
