import { Injectable } from '@nestjs/common';
import { Problem } from '@spolu/contracts/problems';
import type { EntityManager } from 'typeorm';
import { demand, type Policy } from '../http/policy.ts';
import type { Viewer } from '../http/viewer.ts';
import { ParticipationService, type ProcessSummary } from '../participation/participation.service.ts';
import { PublicVote } from './public-vote.entity.ts';
import { runPublicVote } from './public-votes.policy.ts';

/** Finds a vote for somebody who may do something with it. */
@Injectable()
export class VoteAccess {
  constructor(private readonly participation: ParticipationService) {}

  /**
   * A draft looks to everybody but its staff like what is missing.
   * @param lock nobody changes it until the transaction ends
   * @throws Problem `not-found`, `forbidden`, `signed-out`
   */
  async found(em: EntityManager, me: Viewer, id: string, required: Policy, { lock = false } = {}): Promise<{ vote: PublicVote; process: ProcessSummary }> {
    const vote = await em.findOne(PublicVote, { where: { id }, ...(lock ? { lock: { mode: 'pessimistic_write' } } : {}) });
    if (!vote) throw new Problem('not-found');
    const process = await this.participation.factsOf(vote.processId, em);
    if (vote.publishedAt === null && !runPublicVote.allows(me, process)) throw new Problem('not-found');
    demand(required, me, process);
    return { vote, process };
  }
}
