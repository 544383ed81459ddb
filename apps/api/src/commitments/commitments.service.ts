import { Injectable } from '@nestjs/common';
import type { Made, Page, PageQuery } from '@spolu/contracts/common';
import type {
  ActionPlanView, CommitmentRow, CommitmentView, EditActionPlan, EditCommitment, EditMilestone, MilestoneView,
} from '@spolu/contracts/commitments';
import { Problem } from '@spolu/contracts/problems';
import { In, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { z } from 'zod';
import { Transactions } from '../database/transactions.ts';
import { byParts, type ListOrder, pageOf } from '../http/page.ts';
import { demand } from '../http/policy.ts';
import type { Viewer } from '../http/viewer.ts';
import { IdentityService } from '../identity/identity.service.ts';
import { ParticipationService } from '../participation/participation.service.ts';
import { ProvenanceService } from '../provenance/provenance.service.ts';
import { ReviewService } from '../review/review.service.ts';
import { ActionPlan, Commitment, Milestone, MilestoneDelayRow } from './commitment.entity.ts';
import { editActionPlan } from './commitments.policy.ts';
import { owesReason } from './delay.ts';

const notAllowed = (path: string) => new Problem('invalid-input', {}, [{ path, code: 'not-allowed' }]);

/** By the day they begin; those without one stand first. */
const NEWEST_FIRST: ListOrder<ActionPlan, [string, string, string]> = {
  key: z.tuple([z.string(), z.string(), z.string()]),
  keyOf: ({ fromOn, createdAt, id }) => [fromOn ?? '9999', createdAt.toISOString(), id],
  compare: byParts('down', 'down', 'down'),
};

/** What the town promised and how far it is. Everybody reads all of it. */
@Injectable()
export class CommitmentsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly identity: IdentityService,
    private readonly provenance: ProvenanceService,
    private readonly participation: ParticipationService,
    private readonly review: ReviewService,
  ) {}

  /** @throws Problem `forbidden` for whoever is no officer of the named organisation, `invalid-input` where the end lies before the beginning */
  async addActionPlan(me: Viewer, input: EditActionPlan): Promise<Made> {
    demand(editActionPlan, me, { organisationIds: [input.organisationId] });
    return this.transactions.run(async (em) => {
      await this.checkPlan(input);
      const id = newId();
      await em.insert(ActionPlan, { id, ...input, createdAt: new Date() });
      return { id };
    });
  }

  async editActionPlan(me: Viewer, id: string, input: EditActionPlan): Promise<void> {
    return this.transactions.run(async (em) => {
      const plan = await this.planOf(em, id);
      demand(editActionPlan, me, { organisationIds: [plan.organisationId] });
      demand(editActionPlan, me, { organisationIds: [input.organisationId] });
      await this.checkPlan(input);
      await em.update(ActionPlan, { id }, input);
    });
  }

  /** It stands last in its plan. */
  async addCommitment(me: Viewer, actionPlanId: string, input: EditCommitment): Promise<Made> {
    return this.transactions.run(async (em) => {
      const plan = await this.planOf(em, actionPlanId, 'pessimistic_write');
      demand(editActionPlan, me, { organisationIds: [plan.organisationId] });
      const id = newId();
      const last = await em.maximum(Commitment, 'position', { actionPlanId });
      await em.insert(Commitment, { id, actionPlanId, position: (last ?? 0) + 1, ...input });
      return { id };
    });
  }

  async editCommitment(me: Viewer, id: string, input: EditCommitment): Promise<void> {
    return this.transactions.run(async (em) => {
      const { plan } = await this.commitmentOf(em, id);
      demand(editActionPlan, me, { organisationIds: [plan.organisationId] });
      await em.update(Commitment, { id }, input);
    });
  }

  /**
   * It stands last in its commitment. Where it follows from a decision, it is the last station of the way.
   * @throws Problem `commitment/unknown-decision`, `invalid-input` for an unknown owner
   */
  async addMilestone(me: Viewer, commitmentId: string, input: EditMilestone): Promise<Made> {
    return this.transactions.run(async (em) => {
      const { plan } = await this.commitmentOf(em, commitmentId, 'pessimistic_write');
      demand(editActionPlan, me, { organisationIds: [plan.organisationId] });
      const id = newId();
      const now = new Date();
      const last = await em.maximum(Milestone, 'position', { commitmentId });
      const ownerTitle = await this.ownerTitle(input.ownerId);
      await this.checkDecision(em, input.decisionItemId);
      const { delayReason: _, ...kept } = input;
      await em.insert(Milestone, { id, commitmentId, position: (last ?? 0) + 1, ...kept, updatedAt: now });
      await this.provenance.register(em, {
        id, kind: 'milestone', title: input.title, url: `/commitments/${commitmentId}#${id}`, visibility: 'public', language: input.language,
        outcome: input.state, reason: input.progress || null, at: now,
      });
      await this.follow(em, me, id, input, ownerTitle);
      return { id };
    });
  }

  /**
   * Its state and progress show on the way at once. The decision it follows from can be named later, but not exchanged: ways are history.
   * What breaks a promise is noted with its reason.
   * @throws Problem `conflict` where it follows from another decision already, `commitment/delay-needs-reason`
   */
  async editMilestone(me: Viewer, id: string, input: EditMilestone): Promise<void> {
    return this.transactions.run(async (em) => {
      const milestone = await em.findOne(Milestone, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!milestone) throw new Problem('not-found');
      const { plan } = await this.commitmentOf(em, milestone.commitmentId);
      demand(editActionPlan, me, { organisationIds: [plan.organisationId] });
      if (milestone.decisionItemId && milestone.decisionItemId !== input.decisionItemId) throw new Problem('conflict');
      const ownerTitle = await this.ownerTitle(input.ownerId);
      await this.checkDecision(em, input.decisionItemId);
      const { delayReason, ...kept } = input;
      const at = new Date();
      if (owesReason(milestone, input)) {
        if (delayReason === '') throw new Problem('commitment/delay-needs-reason');
        await em.insert(MilestoneDelayRow, {
          id: newId(), milestoneId: id, at, dueBefore: milestone.dueOn, dueAfter: input.dueOn, stateAfter: input.state, reason: delayReason, notedBy: me.person?.id ?? null,
        });
      }
      await em.update(Milestone, { id }, { ...kept, updatedAt: at });
      await this.provenance.update(em, id, { title: input.title, outcome: input.state, reason: input.progress || null }, me.person?.id);
      await this.follow(em, me, id, input, ownerTitle);
    });
  }

  /** All plans, the newest first. */
  async listActionPlans(me: Viewer, query: PageQuery): Promise<Page<ActionPlanView>> {
    const em = this.transactions.manager;
    const { items: plans, next } = pageOf(await em.find(ActionPlan), query, NEWEST_FIRST);
    const rows = await em.query<(CommitmentRow & { actionPlanId: string })[]>(
      `select c.id, c.action_plan_id as "actionPlanId", c.position as "order", c.title, c.summary, c.language,
        (select coalesce(jsonb_object_agg(state, count), '{}') from (select state, count(*)::int from milestone m where m.commitment_id = c.id group by state) by_state)
          as "milestoneCounts"
      from commitment c where c.action_plan_id = any($1) order by c.position`,
      [plans.map(({ id }) => id)],
    );
    const items = plans.map(({ createdAt: _, ...plan }) => ({
      ...plan,
      commitments: rows.filter(({ actionPlanId }) => actionPlanId === plan.id).map(({ actionPlanId: _of, ...row }) => row),
      may: { edit: editActionPlan.allows(me, { organisationIds: [plan.organisationId] }) },
    }));
    return { items, next };
  }

  async viewCommitment(me: Viewer, id: string): Promise<CommitmentView> {
    const em = this.transactions.manager;
    const { plan, commitment } = await this.commitmentOf(em, id);
    const milestones = await em.find(Milestone, { where: { commitmentId: id }, order: { position: 'ASC' } });
    const processes = await this.participation.processesServing([id], em);
    const delays = await em.find(MilestoneDelayRow, { where: { milestoneId: In(milestones.map((milestone) => milestone.id)) }, order: { at: 'DESC', id: 'DESC' } });
    const owners = await this.identity.organisations(milestones.flatMap(({ ownerId }) => ownerId ?? []));
    const { position, ...rest } = commitment;
    return {
      ...rest,
      order: position,
      actionPlanTitle: plan.title,
      milestones: milestones.map(({ commitmentId: _, position: order, updatedAt, ...milestone }): MilestoneView => ({
        ...milestone, order, ownerTitle: (milestone.ownerId && owners.get(milestone.ownerId)?.name) || milestone.ownerName || null, updatedAt: updatedAt.toISOString(),
        delays: delays
          .filter(({ milestoneId }) => milestoneId === milestone.id)
          .map(({ at, dueBefore, dueAfter, stateAfter, reason }) => ({ at: at.toISOString(), dueBefore, dueAfter, stateAfter, reason })),
      })),
      processes: processes.filter((process) => this.participation.sees(me, process)).map(({ processId, title }) => ({ id: processId, title })),
      may: { edit: editActionPlan.allows(me, { organisationIds: [plan.organisationId] }) },
    };
  }

  /** Ties a milestone to the decision it follows from, and keeps the decision's page in step. */
  private async follow(em: EntityManager, me: Viewer, milestoneId: string, { decisionItemId, title, state, dueOn, ownerName }: EditMilestone, ownerTitle: string | null): Promise<void> {
    if (!decisionItemId) return;
    await this.review.noteMilestone(em, { milestoneId, decisionItemId, title, state, dueOn, ownerName: ownerTitle ?? (ownerName || null) });
    await this.provenance.link(em, [{ fromId: decisionItemId, toId: milestoneId, kind: 'implemented-by' }], me.person?.id ?? null);
  }

  private async checkDecision(em: EntityManager, decisionItemId: string | null): Promise<void> {
    if (decisionItemId && !(await this.review.decisionItem(em, decisionItemId))) throw new Problem('commitment/unknown-decision');
  }

  private async ownerTitle(ownerId: string | null): Promise<string | null> {
    if (!ownerId) return null;
    const owner = await this.identity.organisation(ownerId);
    if (!owner) throw notAllowed('ownerId');
    return owner.name;
  }

  private async checkPlan({ organisationId, fromOn, untilOn }: EditActionPlan): Promise<void> {
    if (fromOn && untilOn && untilOn < fromOn) throw notAllowed('untilOn');
    if (!(await this.identity.organisation(organisationId))) throw notAllowed('organisationId');
  }

  private async planOf(em: EntityManager, id: string, lock?: 'pessimistic_write'): Promise<ActionPlan> {
    const plan = await em.findOne(ActionPlan, { where: { id }, ...(lock ? { lock: { mode: lock } } : {}) });
    if (!plan) throw new Problem('not-found');
    return plan;
  }

  private async commitmentOf(em: EntityManager, id: string, lock?: 'pessimistic_write'): Promise<{ commitment: Commitment; plan: ActionPlan }> {
    const commitment = await em.findOne(Commitment, { where: { id }, ...(lock ? { lock: { mode: lock } } : {}) });
    if (!commitment) throw new Problem('not-found');
    return { commitment, plan: await this.planOf(em, commitment.actionPlanId) };
  }
}
