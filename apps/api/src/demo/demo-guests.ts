import { randomBytes } from 'node:crypto';
import type { Sector } from '@spolu/contracts/common';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { NOBODY, type Viewer } from '../http/viewer.ts';
import { Participant } from '../sessions/session.entity.ts';
import { participants } from './data/participants.ts';

/** A guest of a workshop, as the services see her phone. */
export interface DemoGuest {
  id: string;
  sector: Sector;
  viewer: Viewer;
}

/**
 * Fills a session with its guests, one after the other from `from` to `until`. They stand in the table directly: joining is a matter of a device and its
 * cookie, and these have none.
 * @param account somebody with an account who is the first guest of the sector
 */
export async function seatGuests(
  em: EntityManager,
  sessionId: string,
  { from, until, count = participants.length, account }: { from: Date; until: Date; count?: number; account?: { viewer: Viewer; sector: Sector } },
): Promise<DemoGuest[]> {
  const withAccount = participants.findIndex(({ sector }) => sector === account?.sector);
  const pace = (until.getTime() - from.getTime()) / count;
  const rows = participants.slice(0, count).map(({ nickname, sector }, i) => ({
    id: newId(), sessionId, personId: i === withAccount ? (account?.viewer.person?.id ?? null) : null, nickname, sector, language: 'sk' as const,
    joinedAt: new Date(from.getTime() + i * pace), removedAt: null, joinDigest: randomBytes(32),
  }));
  await em.insert(Participant, rows);
  return rows.map(({ id, sector, personId }) => ({
    id, sector, viewer: { person: personId === null ? null : (account?.viewer.person ?? null), roles: [], participants: [{ id, sessionId }], removedFrom: [] },
  }));
}

/** A guest of a process for each of so many, at home on a phone, as she came at `at`. */
export async function seatAtHome(em: EntityManager, processId: string, count: number, at: Date): Promise<Viewer[]> {
  const rows = Array.from({ length: count }, () => ({
    id: newId(), sessionId: null, processId, personId: null, nickname: null, sector: null, language: 'sk' as const, joinedAt: at, removedAt: null, joinDigest: randomBytes(32),
  }));
  await em.insert(Participant, rows);
  return rows.map(({ id }) => ({ ...NOBODY, participants: [{ id, sessionId: null, processId }] }));
}

/** Deals what was said to guests who speak for the same sector, to each in turn. */
export function dealer(guests: readonly DemoGuest[]): (sector: Sector) => DemoGuest {
  const dealt = new Map<Sector, number>();
  return (sector) => {
    const speakers = guests.filter((guest) => guest.sector === sector);
    const turn = dealt.get(sector) ?? 0;
    dealt.set(sector, turn + 1);
    return speakers[turn % speakers.length]!;
  };
}
