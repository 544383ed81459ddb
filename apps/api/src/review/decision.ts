import { Problem } from '@spolu/contracts/problems';
import type { RecordDecision, ReferralState } from '@spolu/contracts/review';

/** What stands in a referral when somebody wants to act on it. */
export interface ReferralFacts {
  recommendationIds: string[];
  /** Those the commission has adopted an opinion on. */
  opinionIds: string[];
  /** Those that were decided on, or postponed. */
  decidedIds: string[];
  /** The body decides by itself, and needs no opinion of its own before. */
  deciding: boolean;
}

/** open until every recommendation has the commission's opinion, then opinion-adopted until everything is decided. */
export function referralState({ recommendationIds, opinionIds, decidedIds, deciding }: ReferralFacts): Exclude<ReferralState, 'withdrawn'> {
  const all = (ids: readonly string[]) => recommendationIds.every((id) => ids.includes(id));
  if (all(decidedIds)) return 'decided';
  return !deciding && all(opinionIds) ? 'opinion-adopted' : 'open';
}

/** The council decides on what the commission has said, never before it: the way of a note would run backwards. @throws Problem `review/before-opinion` */
export function checkDecidedOn(decidedOn: string, opinionDays: readonly string[]): void {
  const last = [...opinionDays].sort().at(-1);
  if (last !== undefined && decidedOn < last) throw new Problem('review/before-opinion', { day: last });
}

/**
 * A decision answers some of the recommendations or all of them, each once, after the commission has given its opinion on everything. What was postponed may be decided on again.
 * @param settledIds decided on for good before
 * @throws Problem `review/decided`, `review/opinions-missing`, `review/unknown-recommendation`; `invalid-input` where one is answered twice
 */
export function checkDecision(items: RecordDecision['items'], { settledIds, ...facts }: ReferralFacts & { settledIds: readonly string[] }): void {
  const missing = facts.recommendationIds.filter((id) => !facts.opinionIds.includes(id)).length;
  if (!facts.deciding && missing > 0) throw new Problem('review/opinions-missing', { missing });
  const answered = new Set<string>();
  for (const [i, { recommendationId }] of items.entries()) {
    if (!facts.recommendationIds.includes(recommendationId)) throw new Problem('review/unknown-recommendation');
    if (settledIds.includes(recommendationId)) throw new Problem('review/decided');
    if (answered.has(recommendationId)) throw new Problem('invalid-input', {}, [{ path: `items.${i}.recommendationId`, code: 'not-allowed' }]);
    answered.add(recommendationId);
  }
}
