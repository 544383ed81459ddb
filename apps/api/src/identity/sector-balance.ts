import type { AgendaSector, SectorBalance } from '@spolu/contracts/bodies';
import type { Sector } from '@spolu/contracts/common';

const AGENDA_SECTOR: Record<Sector, AgendaSector | null> = { public: 'public', business: 'business', ngo: 'civic', residents: 'civic', academia: null };

/**
 * How a working group is balanced between the three sectors of local Agenda 21: each of them sits there, and none has more than half of their seats.
 * @param sectors of each member; null where nobody said
 */
export function sectorBalance(sectors: readonly (Sector | null)[]): SectorBalance {
  const counts: SectorBalance['counts'] = { public: 0, business: 0, civic: 0 };
  let other = 0;
  for (const sector of sectors) {
    const one = sector && AGENDA_SECTOR[sector];
    if (one) counts[one] += 1;
    else other += 1;
  }
  const three = Object.keys(counts) as AgendaSector[];
  const seats = three.reduce((sum, one) => sum + counts[one], 0);
  return { counts, other, missing: three.filter((one) => counts[one] === 0), dominant: three.find((one) => counts[one] * 2 > seats) ?? null };
}
