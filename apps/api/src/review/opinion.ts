import { reaches, type BodyRules } from '@spolu/contracts/bodies';
import { Problem } from '@spolu/contracts/problems';
import type { AdoptOpinion, Opinion } from '@spolu/contracts/review';
import type { OpinionRow } from './review.entity.ts';

/**
 * What a body's vote on one recommendation amounts to, by its statute. The quorum is a share of all members; the majority one of those present who may vote, or
 * of all members, and whoever abstains is present.
 * @param hall who is there: present members count for the quorum, of them those with a conflict of interest have no vote. Without it, those who voted were there.
 * @throws Problem `review/no-quorum`; `invalid-input` where more voted than there are members with a vote
 */
export function decideVerdict({ motion, vote }: Pick<AdoptOpinion, 'motion' | 'vote'>, { memberCount, quorum, majority, majorityOf }: BodyRules, hall?: { present: number; conflicted: number }): Opinion['verdict'] {
  const voting = vote.for + vote.against + vote.abstained;
  const { present, conflicted } = hall ?? { present: voting, conflicted: 0 };
  const limit = hall ? present - conflicted : memberCount;
  if (voting > limit) throw new Problem('invalid-input', { present, memberCount }, [{ path: 'vote', code: 'too-big', limit }]);
  if (!reaches(quorum, present, memberCount)) throw new Problem('review/no-quorum', { present, memberCount });
  return reaches(majority, vote.for, majorityOf === 'present' ? present - conflicted : memberCount) ? motion : 'no-opinion';
}

/** As it is read. */
export const toOpinion = ({ id, motion, reasoning, dissent, votesFor, votesAgainst, votesAbstained, verdict, adoptedOn }: OpinionRow): Opinion => ({
  id, motion, reasoning, dissent, vote: { for: votesFor, against: votesAgainst, abstained: votesAbstained }, verdict, adoptedOn,
});
