import type { MethodAim, MethodPlace, MethodSummary } from '@spolu/contracts/methods';

/** What a facilitator says of what she is about to do; null: she doesn't know yet. */
export interface Wish {
  aim: MethodAim;
  people: number | null;
  minutes: number | null;
  place: MethodPlace | null;
}

/** Why it is proposed; the numbers are the method's own. */
export type Reason = { kind: 'aim' } | { kind: 'group'; min: number; max: number } | { kind: 'time'; minutes: number } | { kind: 'place'; place: MethodPlace };
/** What does not fit, and by how much. */
export type Misfit = { kind: 'too-few'; min: number } | { kind: 'too-many'; max: number } | { kind: 'too-long'; minutes: number } | { kind: 'wrong-place' };

export interface Proposal {
  method: MethodSummary;
  reasons: Reason[];
  misfits: Misfit[];
}

export const PROPOSALS_MAX = 4;

/**
 * Methods for an aim, the most fitting first: what fits in everything, then what misses one thing (a smaller group, more time), which is said. Among equals whoever
 * uses the time best. What misses two things is not proposed.
 */
export function propose(methods: readonly MethodSummary[], wish: Wish): Proposal[] {
  return methods
    .filter(({ aims }) => aims.includes(wish.aim))
    .map((method): Proposal => ({ method, reasons: reasonsFor(method, wish), misfits: misfitsOf(method, wish) }))
    .filter(({ misfits }) => misfits.length <= 1)
    .sort((a, b) => a.misfits.length - b.misfits.length || spareMinutes(a.method, wish) - spareMinutes(b.method, wish) || a.method.id.localeCompare(b.method.id))
    .slice(0, PROPOSALS_MAX);
}

function reasonsFor({ groupSize: { min, max }, minutes, places }: MethodSummary, wish: Wish): Reason[] {
  return [
    { kind: 'aim' },
    ...(wish.people !== null && wish.people >= min && wish.people <= max ? [{ kind: 'group', min, max } as const] : []),
    ...(wish.minutes !== null && minutes <= wish.minutes ? [{ kind: 'time', minutes } as const] : []),
    ...(wish.place !== null && places.includes(wish.place) ? [{ kind: 'place', place: wish.place } as const] : []),
  ];
}

function misfitsOf({ groupSize: { min, max }, minutes, places }: MethodSummary, wish: Wish): Misfit[] {
  return [
    ...(wish.people !== null && wish.people < min ? [{ kind: 'too-few', min } as const] : []),
    ...(wish.people !== null && wish.people > max ? [{ kind: 'too-many', max } as const] : []),
    ...(wish.minutes !== null && minutes > wish.minutes ? [{ kind: 'too-long', minutes } as const] : []),
    ...(wish.place !== null && !places.includes(wish.place) ? [{ kind: 'wrong-place' } as const] : []),
  ];
}

/** Without a time set, the shortest comes first: it is the easiest to try. */
const spareMinutes = ({ minutes }: MethodSummary, wish: Wish) => (wish.minutes === null ? minutes : Math.abs(wish.minutes - minutes));
