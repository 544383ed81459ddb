import { reaches, type BodyRules } from '@spolu/contracts/bodies';
import { Problem } from '@spolu/contracts/problems';
import type { AdoptOpinion, Opinion } from '@spolu/contracts/review';

/**
 * What a body's vote on one recommendation amounts to, by its statute. The quorum is a share of all members; the majority one of those present who may vote, or
 * of all members, and whoever abstains is present.
 * @param conflicted present members with a conflict of interest: they have no vote, and count for the quorum
 * @throws Problem `review/no-quorum`; `invalid-input` where more voted than there are members with a vote
 */
export function decideVerdict({ motion, vote }: Pick<AdoptOpinion, 'motion' | 'vote'>, { memberCount, quorum, majority, majorityOf }: BodyRules, conflicted = 0): Opinion['verdict'] {
  const voting = vote.for + vote.against + vote.abstained;
  const present = voting + conflicted;
  if (present > memberCount) throw new Problem('invalid-input', { present, memberCount }, [{ path: 'vote', code: 'too-big', limit: memberCount - conflicted }]);
  if (!reaches(quorum, present, memberCount)) throw new Problem('review/no-quorum', { present, memberCount });
  return reaches(majority, vote.for, majorityOf === 'present' ? voting : memberCount) ? motion : 'no-opinion';
}
