import type { RegistrationState } from '@spolu/contracts/registration';

/** What matters of a sign-up for who gets a seat. */
export interface Party {
  id: string;
  /** In the order of signing up. */
  number: number;
  people: number;
  state: RegistrationState;
}

/** People who have a seat. */
export const seated = (parties: readonly Pick<Party, 'people' | 'state'>[]): number =>
  parties.reduce((sum, { people, state }) => sum + (state === 'registered' ? people : 0), 0);

/** Seats left, never less than none; null: as many as come. */
export const freeSeats = (capacity: number | null, parties: readonly Pick<Party, 'people' | 'state'>[]): number | null =>
  capacity === null ? null : Math.max(0, capacity - seated(parties));

/** A newcomer has a seat where her whole party fits, else she waits. */
export const placeFor = (people: number, free: number | null): RegistrationState => (free === null || people <= free ? 'registered' : 'waiting');

/**
 * Who moves up from the waiting list, in the order of signing up. A party too big for what is left is passed over by smaller ones behind it, so that no seat
 * stays empty while somebody wants it; it keeps its place.
 */
export function movingUp(capacity: number | null, parties: readonly Party[]): string[] {
  let free = freeSeats(capacity, parties);
  const moving: string[] = [];
  for (const { id, people, state } of [...parties].sort((a, b) => a.number - b.number)) {
    if (state !== 'waiting' || placeFor(people, free) !== 'registered') continue;
    moving.push(id);
    if (free !== null) free -= people;
  }
  return moving;
}

/** Her place among those who wait, from 1; null for who does not. */
export function placeInLine(parties: readonly Party[], id: string): number | null {
  const line = parties.filter(({ state }) => state === 'waiting').sort((a, b) => a.number - b.number);
  const at = line.findIndex((party) => party.id === id);
  return at < 0 ? null : at + 1;
}
