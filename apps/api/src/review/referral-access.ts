import { Problem } from '@spolu/contracts/problems';
import type { EntityManager } from 'typeorm';
import type { Facts } from '../http/policy.ts';
import type { ParticipationService } from '../participation/participation.service.ts';
import { Referral } from './review.entity.ts';

/** A referral with where it belongs, as each use case needs it first. */
interface OpenedReferral {
  referral: Referral;
  facts: Facts & { bodyId: string };
}

/** @throws Problem `not-found` */
export async function openReferral(
  em: EntityManager, participation: ParticipationService, id: string, lock?: 'pessimistic_read' | 'pessimistic_write',
): Promise<OpenedReferral> {
  const referral = await em.findOne(Referral, { where: { id }, ...(lock ? { lock: { mode: lock } } : {}) });
  if (!referral) throw new Problem('not-found');
  const process = await participation.factsOf(referral.processId, em);
  return { referral, facts: { ...process, bodyId: referral.bodyId } };
}
