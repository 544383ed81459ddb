import { Injectable } from '@nestjs/common';
import type { Made, Page, PageQuery } from '@spolu/contracts/common';
import type {
  ActionPlanView, BlockQuery, BlockVersion, CommitmentBlock, CommitmentRow, CommitmentView, EditActionPlan, EditCommitment, EditMilestone, MilestoneView, WholeActionPlan,
} from '@spolu/contracts/commitments';
import { Problem } from '@spolu/contracts/problems';
import { In, LessThan, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { z } from 'zod';
import { Transactions } from '../database/transactions.ts';
import { byParts, type ListOrder, page, pageOf, startOf } from '../http/page.ts';
import { demand } from '../http/policy.ts';
import type { Viewer } from '../http/viewer.ts';
import { IdentityService } from '../identity/identity.service.ts';
import { ParticipationService } from '../participation/participation.service.ts';
import { CommentsService } from '../provenance/comments/comments.service.ts';
import { ProvenanceService } from '../provenance/provenance.service.ts';
import { ReviewService } from '../review/review.service.ts';
import { changedBlocks } from './blocks.ts';
import { ActionPlan, Commitment, CommitmentBlockRow, Milestone, MilestoneDelayRow } from './commitment.entity.ts';
import { editActionPlan, talkAboutCommitment } from './commitments.policy.ts';
import { owesReason } from './delay.ts';

const notAllowed = (path: string) => new Problem('invalid-input', {}, [{ path, code: 'not-allowed' }]);

const NumberKey = z.tuple([z.int().positive()]);

function checkSchedule({ fromOn, untilOn }: EditCommitment): void {
  if (fromOn && untilOn && untilOn < fromOn) throw notAllowed('untilOn');
}

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
    private readonly comments: CommentsService,
  ) {}

  /** @throws Problem `forbidden` for whoever is no officer of the named organisation, `invalid-input` where the end lies before the beginning */
  async addActionPlan(me: Viewer, input: EditActionPlan): Promise<Made> {
    demand(editActionPlan, me, { organisationIds: [input.organisationId] });
    return this.transactions.run(async (em) => {
      await this.checkPlan(input);
      const id = newId();
      await em.insert(ActionPlan, { id, ...input, revision: 1, createdAt: new Date() });
      return { id };
    });
  }

  /** @throws Problem `changed-meanwhile` where somebody else saved since the editor's `revision` */
  async editActionPlan(me: Viewer, id: string, input: EditActionPlan): Promise<void> {
    return this.transactions.run(async (em) => {
      const plan = await this.planOf(em, id, 'pessimistic_write');
      demand(editActionPlan, me, { organisationIds: [plan.organisationId] });
      demand(editActionPlan, me, { organisationIds: [input.organisationId] });
      if (plan.revision !== input.revision) throw new Problem('changed-meanwhile');
      await this.checkPlan(input);
      await em.update(ActionPlan, { id }, { ...input, revision: input.revision + 1 });
    });
  }

  /** It stands last in its plan. What its fields say is their first version. */
  async addCommitment(me: Viewer, actionPlanId: string, input: EditCommitment): Promise<Made> {
    return this.transactions.run(async (em) => {
      const plan = await this.planOf(em, actionPlanId, 'pessimistic_write');
      demand(editActionPlan, me, { organisationIds: [plan.organisationId] });
      const id = newId();
      const last = await em.maximum(Commitment, 'position', { actionPlanId });
      checkSchedule(input);
      const { changeReason: _, ...kept } = input;
      await em.insert(Commitment, { id, actionPlanId, position: (last ?? 0) + 1, ...kept, revision: 1 });
      await this.writeBlocks(em, me, id, changedBlocks(null, input), { ...input, changeReason: '' });
      return { id };
    });
  }

  /**
   * Each field that says something else has a new version, with the reason.
   * @throws Problem `changed-meanwhile` where somebody else saved since the editor's `revision`, `invalid-input` where a field changes without a reason
   */
  async editCommitment(me: Viewer, id: string, input: EditCommitment): Promise<void> {
    return this.transactions.run(async (em) => {
      const { commitment, plan } = await this.commitmentOf(em, id, 'pessimistic_write');
      demand(editActionPlan, me, { organisationIds: [plan.organisationId] });
      if (commitment.revision !== input.revision) throw new Problem('changed-meanwhile');
      checkSchedule(input);
      const changed = changedBlocks(commitment, input);
      if (changed.length > 0 && input.changeReason === '') throw new Problem('invalid-input', {}, [{ path: 'changeReason', code: 'required' }]);
      await this.writeBlocks(em, me, id, changed, input);
      const { changeReason: _, ...kept } = input;
      await em.update(Commitment, { id }, { ...kept, revision: input.revision + 1 });
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
      await em.insert(Milestone, { id, commitmentId, position: (last ?? 0) + 1, ...kept, revision: 1, updatedAt: now, doneAt: input.state === 'done' ? now : null });
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
   * @throws Problem `changed-meanwhile` where somebody else saved since the editor's `revision`, `conflict` where it follows from another decision already, `commitment/delay-needs-reason`
   */
  async editMilestone(me: Viewer, id: string, input: EditMilestone): Promise<void> {
    return this.transactions.run(async (em) => {
      const milestone = await em.findOne(Milestone, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!milestone) throw new Problem('not-found');
      const { plan } = await this.commitmentOf(em, milestone.commitmentId);
      demand(editActionPlan, me, { organisationIds: [plan.organisationId] });
      if (milestone.revision !== input.revision) throw new Problem('changed-meanwhile');
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
      await em.update(Milestone, { id }, { ...kept, revision: input.revision + 1, updatedAt: at, doneAt: input.state === 'done' ? (milestone.doneAt ?? at) : null });
      await this.provenance.update(em, id, { title: input.title, outcome: input.state, reason: input.progress || null }, me.person?.id);
      await this.follow(em, me, id, input, ownerTitle);
    });
  }

  /** All plans, the newest first. */
  async listActionPlans(me: Viewer, query: PageQuery): Promise<Page<ActionPlanView>> {
    const em = this.transactions.manager;
    const { items: plans, next } = pageOf(await em.find(ActionPlan), query, NEWEST_FIRST);
    const editableIds = new Set(plans.filter(({ organisationId }) => editActionPlan.allows(me, { organisationIds: [organisationId] })).map(({ id }) => id));
    const shownTo = await em.find(Commitment, { select: { id: true }, where: { actionPlanId: In([...editableIds]) } });
    const reported = await this.comments.reportedAbout(em, shownTo.map(({ id }) => id));
    const rows = await em.query<(CommitmentRow & { actionPlanId: string })[]>(
      `select c.id, c.action_plan_id as "actionPlanId", c.position as "order", c.title, c.summary, c.language,
        (select coalesce(jsonb_object_agg(state, count), '{}') from (select state, count(*)::int from milestone m where m.commitment_id = c.id group by state) by_state)
          as "milestoneCounts",
        (select count(*)::int from commitment_comment s where s.commitment_id = c.id and s.deleted_at is null and s.id = any($2::uuid[])) as "reportedCount"
      from commitment c where c.action_plan_id = any($1) order by c.position`,
      [plans.map(({ id }) => id), reported],
    );
    const items = plans.map(({ createdAt: _, ...plan }) => ({
      ...plan,
      commitments: rows.filter(({ actionPlanId }) => actionPlanId === plan.id).map(({ actionPlanId: _of, ...row }) => row),
      may: { edit: editableIds.has(plan.id) },
    }));
    return { items, next };
  }

  /** A plan with all that its commitments say, for reading and printing it whole. */
  async viewActionPlan(me: Viewer, id: string): Promise<WholeActionPlan> {
    const em = this.transactions.manager;
    const { createdAt: _, ...plan } = await this.planOf(em, id);
    const commitments = await em.find(Commitment, { where: { actionPlanId: id }, order: { position: 'ASC' } });
    return { ...plan, commitments: await this.viewsOf(em, me, plan, commitments), may: { edit: editActionPlan.allows(me, { organisationIds: [plan.organisationId] }) } };
  }

  async viewCommitment(me: Viewer, id: string): Promise<CommitmentView> {
    const em = this.transactions.manager;
    const { plan, commitment } = await this.commitmentOf(em, id);
    return (await this.viewsOf(em, me, plan, [commitment]))[0]!;
  }

  /** Commitments of one plan as the viewer reads them, in as many queries as for one. */
  private async viewsOf(em: EntityManager, me: Viewer, plan: Pick<ActionPlan, 'title' | 'organisationId'>, commitments: readonly Commitment[]): Promise<CommitmentView[]> {
    const ids = commitments.map(({ id }) => id);
    const milestones = await em.find(Milestone, { where: { commitmentId: In(ids) }, order: { position: 'ASC' } });
    const processes = await this.participation.processesServing(ids, em);
    const delays = await em.find(MilestoneDelayRow, { where: { milestoneId: In(milestones.map((milestone) => milestone.id)) }, order: { at: 'DESC', id: 'DESC' } });
    const owners = await this.identity.organisations(milestones.flatMap(({ ownerId }) => ownerId ?? []));
    const blocks = await em.query<{ commitmentId: string; block: CommitmentBlock; count: number }[]>(
      'select commitment_id as "commitmentId", block, count(*)::int as count from commitment_block where commitment_id = any($1::uuid[]) group by commitment_id, block', [ids],
    );
    const mayEdit = editActionPlan.allows(me, { organisationIds: [plan.organisationId] });
    const talk = await em.query<{ commitmentId: string; block: CommitmentBlock; shown: number; reported: number }[]>(
      `select commitment_id as "commitmentId", block, count(*) filter (where hidden_at is null)::int as shown,
        count(*) filter (where id = any($2::uuid[]))::int as reported
      from commitment_comment where commitment_id = any($1::uuid[]) and deleted_at is null group by commitment_id, block`,
      [ids, mayEdit ? await this.comments.reportedAbout(em, ids) : []],
    );
    return commitments.map(({ position, ...commitment }) => {
      const isOfIt = ({ commitmentId }: { commitmentId: string }) => commitmentId === commitment.id;
      const said = talk.filter(isOfIt);
      return {
        ...commitment,
        order: position,
        versionCounts: Object.fromEntries(blocks.filter(isOfIt).map(({ block, count }) => [block, count])),
        commentCounts: Object.fromEntries(said.filter(({ shown }) => shown > 0).map(({ block, shown }) => [block, shown])),
        reportedCounts: Object.fromEntries(said.filter(({ reported }) => reported > 0).map(({ block, reported }) => [block, reported])),
        actionPlanTitle: plan.title,
        milestones: milestones.filter(isOfIt).map(({ commitmentId: _, position: order, updatedAt, doneAt: _done, ...milestone }): MilestoneView => ({
          ...milestone, order, ownerTitle: (milestone.ownerId && owners.get(milestone.ownerId)?.name) || milestone.ownerName || null, updatedAt: updatedAt.toISOString(),
          delays: delays
            .filter(({ milestoneId }) => milestoneId === milestone.id)
            .map(({ at, dueBefore, dueAfter, stateAfter, reason }) => ({ at: at.toISOString(), dueBefore, dueAfter, stateAfter, reason })),
        })),
        processes: processes.filter((process) => isOfIt(process) && this.participation.sees(me, process)).map(({ processId, title }) => ({ id: processId, title })),
        may: { edit: mayEdit, comment: talkAboutCommitment.allows(me, {}) },
      };
    });
  }

  /** What one of its fields said, the newest first. Who wrote it is told to those who may edit. */
  async versions(me: Viewer, id: string, query: BlockQuery): Promise<Page<BlockVersion>> {
    const em = this.transactions.manager;
    const start = startOf(query, NumberKey);
    const { plan } = await this.commitmentOf(em, id);
    const rows = await em.find(CommitmentBlockRow, {
      where: { commitmentId: id, block: query.block, ...(start && { number: LessThan(start[0]) }) }, order: { number: 'DESC' }, take: query.limit + 1,
    });
    const mayEdit = editActionPlan.allows(me, { organisationIds: [plan.organisationId] });
    const names = await this.identity.namesInOffice(mayEdit ? rows.flatMap(({ writtenBy }) => writtenBy ?? []) : []);
    return page(rows, query, ({ number }) => [number], ({ number, text, language, at, reason, writtenBy }) => ({
      number, text, language, at: at?.toISOString() ?? null, reason, writtenBy: (writtenBy && names.get(writtenBy)) ?? null,
    }));
  }

  private async writeBlocks(em: EntityManager, me: Viewer, commitmentId: string, changed: ReturnType<typeof changedBlocks>, { language, changeReason }: EditCommitment): Promise<void> {
    await em.query(
      `insert into commitment_block (commitment_id, block, number, text, language, at, reason, written_by)
      select $1, one.block, (select count(*) + 1 from commitment_block before where before.commitment_id = $1 and before.block = one.block), one.text, $3, $4, $5, $6
      from jsonb_to_recordset($2) as one(block text, text text)`,
      [commitmentId, JSON.stringify(changed), language, new Date(), changeReason, me.person?.id ?? null],
    );
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
