import { Injectable } from '@nestjs/common';
import type { Made } from '@spolu/contracts/common';
import type { CarryOver } from '@spolu/contracts/idea-changes';
import { Problem } from '@spolu/contracts/problems';
import type { DecisionView } from '@spolu/contracts/review';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../database/transactions.ts';
import { demand } from '../http/policy.ts';
import type { Viewer } from '../http/viewer.ts';
import { IdeaChangesService } from '../ideas/idea-changes.service.ts';
import { IdentityService } from '../identity/identity.service.ts';
import { OutputsService } from '../outputs/outputs.service.ts';
import { ParticipationService, type ProcessSummary } from '../participation/participation.service.ts';
import { ProvenanceService } from '../provenance/provenance.service.ts';
import { WaysService } from '../provenance/ways.service.ts';
import { Decision, DecisionItem, Referral } from './review.entity.ts';
import { carryDecisionOver } from './review.policy.ts';

type CarriedOver = DecisionView['items'][number]['carriedOver'];

/** What a decision did not accept goes on in another process or in a document of the town. The decision stays as it is; the step is a link with its reason, on the way of every note that led there. */
@Injectable()
export class CarryOvers {
  constructor(
    private readonly transactions: Transactions,
    private readonly identity: IdentityService,
    private readonly participation: ParticipationService,
    private readonly outputs: OutputsService,
    private readonly provenance: ProvenanceService,
    private readonly ways: WaysService,
    private readonly ideas: IdeaChangesService,
  ) {}

  /** @throws Problem `review/nothing-to-carry-over` where it was not refused or goes on already */
  async carryOver(me: Viewer, itemId: string, input: CarryOver): Promise<Made> {
    return this.transactions.run(async (em) => {
      const { item, referral, process } = await this.open(em, me, itemId);
      if (item.verdict !== 'not-accepted' || (await this.standing(em, [itemId])).size > 0) throw new Problem('review/nothing-to-carry-over');
      const { content } = await this.outputs.versionOf(em, referral.dossierId, referral.version);
      const { title, text } = content.recommendations.find(({ id }) => id === item.recommendationId)!;
      // a decision is public with the title of what it decided; the words of a version that is not stay with it
      const words = { title, summary: content.visibility === 'public' ? text : '' };
      const made = await this.ideas.goOn(em, me, { id: itemId, process, words }, input);
      await this.identity.audit(em, { by: me, action: 'decision.carried-over', subjectKind: 'decision', subjectId: item.decisionId, facts: { recommendationId: item.recommendationId } });
      return made;
    });
  }

  /** It was a mistake. @throws Problem `review/nothing-to-carry-over` where it goes on nowhere, `idea/went-further` where something came of it there */
  async takeBack(me: Viewer, itemId: string): Promise<void> {
    return this.transactions.run(async (em) => {
      const { item } = await this.open(em, me, itemId);
      if ((await this.standing(em, [itemId])).size === 0) throw new Problem('review/nothing-to-carry-over');
      await this.ideas.goOnNoMore(em, me, itemId);
      await this.identity.audit(em, { by: me, action: 'decision.carry-over-undone', subjectKind: 'decision', subjectId: item.decisionId, facts: { recommendationId: item.recommendationId } });
    });
  }

  /** Of the items of one decision: where each goes on, as far as the viewer may see, and what she may do about it. */
  async of(em: EntityManager, me: Viewer, processId: string, items: readonly DecisionItem[]): Promise<Map<string, Pick<DecisionView['items'][number], 'carriedOver' | 'may'>>> {
    const steps = await this.standing(em, items.map(({ id }) => id));
    const targets = [...steps.values()].map(({ toId }) => toId);
    const seen = await this.ways.visibleAmong(me, targets);
    const records = new Map((await this.provenance.titlesOf(em, targets)).map((record) => [record.id, record]));
    const works = carryDecisionOver.allows(me, await this.participation.factsOf(processId, em));
    return new Map(items.map(({ id, verdict }) => {
      const step = steps.get(id);
      const record = step && seen.has(step.toId) ? records.get(step.toId) : undefined;
      const carriedOver: CarriedOver = record ? { ...record, reason: step!.reason ?? '', at: step!.at.toISOString() } : null;
      return [id, { carriedOver, may: { carryOver: works && !step && verdict === 'not-accepted', takeBack: works && step !== undefined } }];
    }));
  }

  private async open(em: EntityManager, me: Viewer, itemId: string): Promise<{ item: DecisionItem; referral: Referral; process: ProcessSummary }> {
    // held, so that of two at once one finds that it goes on already
    const item = await em.findOne(DecisionItem, { where: { id: itemId }, lock: { mode: 'pessimistic_write' } });
    if (!item) throw new Problem('not-found');
    const { referralId } = await em.findOneByOrFail(Decision, { id: item.decisionId });
    const referral = await em.findOneByOrFail(Referral, { id: referralId });
    const process = await this.participation.factsOf(referral.processId, em);
    demand(carryDecisionOver, me, { ...process, bodyId: referral.bodyId });
    return { item, referral, process };
  }

  /** By item, the step that was not undone. */
  private async standing(em: EntityManager, itemIds: readonly string[]): Promise<Map<string, { toId: string; reason: string | null; at: Date }>> {
    const steps = await this.provenance.stepsAt(em, itemIds);
    return new Map(steps.filter(({ kind, fromId, endedAt }) => kind === 'carried-over-to' && !endedAt && itemIds.includes(fromId)).map((step) => [step.fromId, step]));
  }
}
