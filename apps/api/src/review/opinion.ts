import { reaches, type BodyRules } from '@spolu/contracts/bodies';
import { Problem } from '@spolu/contracts/problems';
import type { AdoptOpinion, Opinion } from '@spolu/contracts/review';
import type { OpinionRow } from './review.entity.ts';

/** Who could vote. */
export interface Hall {
  present: number | null;
  conflicted: number;
}

/**
 * What a body's vote on one recommendation amounts to, by its statute. The quorum is a share of all members; the majority one of those present who may vote, or
 * of all members, and whoever abstains is present.
 * @param hall who is there: present members count for the quorum, of them those with a conflict of interest have no vote. Of a vote that was taken elsewhere nobody says who was
 * `present`: those who voted were there, and of all members those with a conflict of interest could not.
 * @throws Problem `review/no-quorum`; `invalid-input` where more voted than there are members with a vote
 */
export function decideVerdict({ motion, vote }: Pick<AdoptOpinion, 'motion' | 'vote'>, { memberCount, quorum, majority, majorityOf }: BodyRules, hall: Hall = { present: null, conflicted: 0 }): Opinion['verdict'] {
  const voting = vote.for + vote.against + vote.abstained;
  const present = hall.present ?? voting;
  const limit = (hall.present ?? memberCount) - hall.conflicted;
  if (voting > limit) throw new Problem('invalid-input', { present, memberCount }, [{ path: 'vote', code: 'too-big', limit }]);
  if (!reaches(quorum, present, memberCount)) throw new Problem('review/no-quorum', { present, memberCount });
  return reaches(majority, vote.for, majorityOf === 'members' ? memberCount : hall.present === null ? voting : limit) ? motion : 'no-opinion';
}

/** As it is read. */
export const toOpinion = ({ id, motion, reasoning, dissent, votesFor, votesAgainst, votesAbstained, verdict, adoptedOn }: OpinionRow): Opinion => ({
  id, motion, reasoning, dissent, vote: { for: votesFor, against: votesAgainst, abstained: votesAbstained }, verdict, adoptedOn,
});
