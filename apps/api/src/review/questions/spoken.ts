import { Problem } from '@spolu/contracts/problems';
import { In, type EntityManager } from 'typeorm';
import { Decision, DecisionItem, OpinionRow, type Referral, type ReferralItem } from '../review.entity.ts';

/** Why nothing is asked and answered about it any more; null while the body has not spoken. */
export async function whySpoken(em: EntityManager, { id: referralId, withdrawnAt }: Referral, { id: itemId, recommendationId }: ReferralItem) {
  if (withdrawnAt) return 'review/withdrawn' as const;
  if (await em.existsBy(OpinionRow, { itemId })) return 'review/opinion-adopted' as const;
  const decisions = await em.find(Decision, { select: { id: true }, where: { referralId } });
  return (await em.existsBy(DecisionItem, { decisionId: In(decisions.map(({ id }) => id)), recommendationId })) ? ('review/decided' as const) : null;
}

export async function demandUnspoken(em: EntityManager, referral: Referral, item: ReferralItem): Promise<void> {
  const why = await whySpoken(em, referral, item);
  if (why) throw new Problem(why);
}
