import type { ReferralRow, ReferralState } from '@spolu/contracts/review';
import { z } from 'zod';

interface OnDesk {
  state: ReferralState;
  recommendationCount: number;
  myPositionCount: number | null;
  /** Its body decides and needs no opinion of its own. */
  deciding: boolean;
  /** The body asks for a new version, which has not come yet. */
  returned: boolean;
  /** Somebody else decides, or the step went on with a later version. */
  decidesElsewhere: boolean;
}

/**
 * What a referral waits for this person to do: a position while it is open and she has not spoken on all, then the opinion, then the decision; a new version where the body asks for one.
 * Somebody who sits in a commission twice (its chair) gives her position first.
 */
export function waitsFor(
  { state, recommendationCount, myPositionCount, deciding, returned, decidesElsewhere }: OnDesk, may: { adoptOpinion: boolean; recordDecision: boolean; refer: boolean },
): ReferralRow['waitsFor'] {
  switch (state) {
    case 'open':
      if (myPositionCount !== null && myPositionCount < recommendationCount) return 'position';
      if (deciding) return may.recordDecision ? 'decision' : null;
      return may.adoptOpinion ? 'opinion' : null;
    case 'opinion-adopted':
      if (returned) return may.refer ? 'new-version' : null;
      return may.recordDecision && !decidesElsewhere ? 'decision' : null;
    case 'decided':
    case 'withdrawn':
      return null;
  }
}

const PROGRESS: Record<ReferralState, number> = { open: 0, 'opinion-adopted': 1, decided: 2, withdrawn: 3 };

/** What the place of a referral on a desk depends on. */
export const UrgencyKey = z.strictObject({ waits: z.boolean(), state: z.enum(['open', 'opinion-adopted', 'decided', 'withdrawn']), dueOn: z.string(), referredAt: z.string(), id: z.string() });
export type UrgencyKey = z.infer<typeof UrgencyKey>;

/** What waits for her first, by deadline; then what waits for others, by deadline; what was decided last, the newest first. */
export function byUrgency(a: UrgencyKey, b: UrgencyKey): number {
  if (a.waits !== b.waits) return a.waits ? -1 : 1;
  if (!a.waits && PROGRESS[a.state] !== PROGRESS[b.state]) return PROGRESS[a.state] - PROGRESS[b.state];
  if (PROGRESS[a.state] >= PROGRESS.decided && PROGRESS[b.state] >= PROGRESS.decided) return b.referredAt.localeCompare(a.referredAt) || b.id.localeCompare(a.id);
  return a.dueOn.localeCompare(b.dueOn) || a.referredAt.localeCompare(b.referredAt) || a.id.localeCompare(b.id);
}
