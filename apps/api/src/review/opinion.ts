import { Problem } from '@spolu/contracts/problems';
import type { AdoptOpinion, Opinion } from '@spolu/contracts/review';

/**
 * What a commission's vote on one recommendation amounts to. A quorum is more than half of all members; a motion passes with more
 * than half of those present, and whoever abstains is present. Source: the commission's rules of procedure.
 * @param memberCount all appointed members, present or not
 * @throws Problem `review/no-quorum`; `invalid-input` where more voted than there are members
 */
export function decideVerdict({ motion, vote }: Pick<AdoptOpinion, 'motion' | 'vote'>, memberCount: number): Opinion['verdict'] {
  const present = vote.for + vote.against + vote.abstained;
  if (present > memberCount) throw new Problem('invalid-input', { present, memberCount }, [{ path: 'vote', code: 'too-big', limit: memberCount }]);
  if (present * 2 <= memberCount) throw new Problem('review/no-quorum', { present, memberCount });
  return vote.for * 2 > present ? motion : 'no-opinion';
}
