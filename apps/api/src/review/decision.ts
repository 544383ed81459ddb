import { Problem } from '@spolu/contracts/problems';
import type { RecordDecision, ReferralState } from '@spolu/contracts/review';

/** What stands in a referral when somebody wants to act on it. */
export interface ReferralFacts {
  recommendationIds: string[];
  /** Those the commission has adopted an opinion on. */
  opinionIds: string[];
  decided: boolean;
}

/** open until every recommendation has the commission's opinion, then opinion-adopted until the council decides. */
export function referralState({ recommendationIds, opinionIds, decided }: ReferralFacts): ReferralState {
  if (decided) return 'decided';
  const answered = new Set(opinionIds);
  return recommendationIds.every((id) => answered.has(id)) ? 'opinion-adopted' : 'open';
}

/** The council decides on what the commission has said, never before it: the way of a note would run backwards. @throws Problem `review/before-opinion` */
export function checkDecidedOn(decidedOn: string, opinionDays: readonly string[]): void {
  const last = [...opinionDays].sort().at(-1);
  if (last !== undefined && decidedOn < last) throw new Problem('review/before-opinion', { day: last });
}

/**
 * A decision answers every recommendation of the version exactly once, after the commission has given its opinion on each.
 * @throws Problem `review/decided`, `review/opinions-missing`, `review/unknown-recommendation`; `invalid-input` where one is missing or answered twice
 */
export function checkDecision(items: RecordDecision['items'], facts: ReferralFacts): void {
  const state = referralState(facts);
  if (state === 'decided') throw new Problem('review/decided');
  if (state === 'open') throw new Problem('review/opinions-missing', { missing: facts.recommendationIds.length - facts.opinionIds.length });
  const known = new Set(facts.recommendationIds);
  const answered = new Set<string>();
  for (const [i, { recommendationId }] of items.entries()) {
    if (!known.has(recommendationId)) throw new Problem('review/unknown-recommendation');
    if (answered.has(recommendationId)) throw new Problem('invalid-input', {}, [{ path: `items.${i}.recommendationId`, code: 'not-allowed' }]);
    answered.add(recommendationId);
  }
  if (answered.size < known.size) throw new Problem('invalid-input', { missing: known.size - answered.size }, [{ path: 'items', code: 'required', limit: known.size }]);
}
