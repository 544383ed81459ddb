import type { ReferralRow, ReferralState } from '@spolu/contracts/review';
import { z } from 'zod';

/**
 * What a referral waits for this person to do: a position while it is open and she has not spoken on all, then the opinion, then the decision.
 * Somebody who sits in a commission twice (its chair) gives her position first.
 */
export function waitsFor(
  { state, recommendationCount, myPositionCount }: { state: ReferralState; recommendationCount: number; myPositionCount: number | null },
  may: { adoptOpinion: boolean; recordDecision: boolean },
): ReferralRow['waitsFor'] {
  switch (state) {
    case 'open':
      if (myPositionCount !== null && myPositionCount < recommendationCount) return 'position';
      return may.adoptOpinion ? 'opinion' : null;
    case 'opinion-adopted':
      return may.recordDecision ? 'decision' : null;
    case 'decided':
      return null;
  }
}

const PROGRESS: Record<ReferralState, number> = { open: 0, 'opinion-adopted': 1, decided: 2 };

/** What the place of a referral on a desk depends on. */
export const UrgencyKey = z.strictObject({ waits: z.boolean(), state: z.enum(['open', 'opinion-adopted', 'decided']), dueOn: z.string(), referredAt: z.string(), id: z.string() });
export type UrgencyKey = z.infer<typeof UrgencyKey>;

/** What waits for her first, by deadline; then what waits for others, by deadline; what was decided last, the newest first. */
export function byUrgency(a: UrgencyKey, b: UrgencyKey): number {
  if (a.waits !== b.waits) return a.waits ? -1 : 1;
  if (!a.waits && PROGRESS[a.state] !== PROGRESS[b.state]) return PROGRESS[a.state] - PROGRESS[b.state];
  if (a.state === 'decided' && b.state === 'decided') return b.referredAt.localeCompare(a.referredAt) || b.id.localeCompare(a.id);
  return a.dueOn.localeCompare(b.dueOn) || a.referredAt.localeCompare(b.referredAt) || a.id.localeCompare(b.id);
}
