import type { RunnableActivity } from '../../../activity.ts';

const MINUTE_MS = 60_000;

type Clock = Pick<RunnableActivity, 'endsAt' | 'pausedAt' | 'minutes'>;

/**
 * When a round is over: each round that is still to come keeps its share of the activity's minutes, so a pause, and time that is given, lengthen the round that
 * goes on. Null where the activity has no end.
 */
export function roundEndsAt({ endsAt, minutes }: Clock, round: number, rounds: number): Date | null {
  return endsAt && new Date(endsAt.getTime() - ((rounds - round) * minutes * MINUTE_MS) / rounds);
}

/** The round it is by the clock: never one that was already, never after the last. */
export function roundAt(activity: Clock, round: number, rounds: number, now: Date): number {
  const at = activity.pausedAt ?? now;
  for (let next = round; next < rounds; next++) {
    const over = roundEndsAt(activity, next, rounds);
    if (over === null || at < over) return next;
  }
  return rounds;
}

/** The activity's end, if its round is over now: the rounds to come keep their length. */
export function endAfterPassing(activity: Clock, round: number, rounds: number, now: Date): Date | null {
  const over = roundEndsAt(activity, round, rounds);
  if (activity.endsAt === null || over === null) return null;
  return new Date(activity.endsAt.getTime() + (activity.pausedAt ?? now).getTime() - over.getTime());
}

/** Somebody had a sheet, numbered from 0 as it was begun, in a round. */
export interface Turn {
  round: number;
  sheet: number;
  participantId: string;
}

/**
 * Which sheet somebody is given in a round: of those that nobody holds in it the one she had least often, and of these the one that comes to her next in the
 * circle. People sit in the order in which they began; each passes to the next, so nobody gets the sheet back before it was with all the others. Who does not
 * ask, because she left, is passed over, and her sheet goes on from where it lies.
 * @returns null: a new one
 */
export function nextSheet(turns: readonly Turn[], participantId: string, round: number): number | null {
  const circle = [...new Set([...turns].sort((a, b) => a.round - b.round || a.sheet - b.sheet).map((turn) => turn.participantId))];
  const own = circle.indexOf(participantId);
  if (own < 0) return null;
  const held = new Set(turns.filter((turn) => turn.round === round).map(({ sheet }) => sheet));
  const sheets = [...new Set(turns.map(({ sheet }) => sheet))].filter((sheet) => !held.has(sheet));
  const cost = (sheet: number) => {
    const past = turns.filter((turn) => turn.sheet === sheet).sort((a, b) => b.round - a.round);
    const last = circle.indexOf(past[0]?.participantId ?? '');
    const hers = past.filter((turn) => turn.participantId === participantId).length;
    const isHerLast = last === own ? 1 : 0;
    const steps = (own - last + circle.length) % circle.length || circle.length;
    return [hers, isHerLast, steps, past.length, sheet];
  };
  return sheets.map((sheet) => ({ sheet, cost: cost(sheet) })).sort((a, b) => compare(a.cost, b.cost))[0]?.sheet ?? null;
}

function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, i) => value !== other[i]);
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}
