/** A step whose day went by longer ago is left out: after a week without a server, and where many terms are long over when terms begin. */
export const STEP_LASTS_DAYS = 7;

/** A calendar day so many days later. */
export function dayAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00.000Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/**
 * The step of the ladder that a term stands on today: the last one whose day has come, as long as that is not over for a week. Earlier ones that nobody sent are left out, so
 * that nobody is reminded twice on one day. Null: none.
 * @param steps days around the term, in any order
 */
export function stepOn(steps: readonly number[], dueOn: string, today: string): number | null {
  const come = steps.filter((step) => dayAfter(dueOn, step) <= today);
  if (come.length === 0) return null;
  const last = Math.max(...come);
  return dayAfter(dueOn, last + STEP_LASTS_DAYS) > today ? last : null;
}

/** The terms that a step may have to be sent for today. Null: there are no steps. */
export function termsInReach(steps: readonly number[], today: string): { from: string; until: string } | null {
  if (steps.length === 0) return null;
  return { from: dayAfter(today, -Math.max(...steps) - STEP_LASTS_DAYS), until: dayAfter(today, -Math.min(...steps)) };
}
