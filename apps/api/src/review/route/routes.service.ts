import { Injectable } from '@nestjs/common';
import type { Made } from '@spolu/contracts/common';
import { Problem } from '@spolu/contracts/problems';
import type { ContinueStep, PlanRoute, StepRef, WithdrawStep } from '@spolu/contracts/referral-route';
import { In, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Transactions } from '../../database/transactions.ts';
import { demand } from '../../http/policy.ts';
import { NOBODY, type Viewer } from '../../http/viewer.ts';
import { IdentityService } from '../../identity/identity.service.ts';
import { JobsService } from '../../jobs/jobs.service.ts';
import type { VersionFacts } from '../../outputs/outputs.policy.ts';
import { OutputsService } from '../../outputs/outputs.service.ts';
import { ProvenanceService } from '../../provenance/provenance.service.ts';
import { Referral, ReferralItem } from '../review.entity.ts';
import { planRoute } from '../review.policy.ts';
import { Referrals } from './referrals.service.ts';
import { checkPlan, daysBetween, stepState } from './route.ts';
import { ReferralRoute, ReferralRouteChange, ReferralStep } from './route.entity.ts';
import { standingSteps, type StoredStep } from './standing-steps.ts';

/** Where a dossier goes, as the office and the secretaries plan it. */
@Injectable()
export class Routes {
  constructor(
    private readonly transactions: Transactions,
    private readonly identity: IdentityService,
    private readonly provenance: ProvenanceService,
    private readonly outputs: OutputsService,
    private readonly referrals: Referrals,
    jobs: JobsService,
  ) {
    jobs.do('referral-routes.due', () => this.moveOn());
  }

  /** The whole route as it is to be; what is due begins at once. @throws Problem `changed-meanwhile`, and as {@link checkPlan} */
  async plan(me: Viewer, dossierId: string, { revision, reason, steps }: PlanRoute): Promise<void> {
    return this.transactions.run(async (em) => {
      const before = await this.open(em, me, dossierId, revision);
      const today = await this.identity.today();
      checkPlan(before, { steps, reason }, today);
      for (const [i, { bodyId }] of steps.entries()) {
        if (!(await this.identity.body(bodyId))) throw new Problem('invalid-input', {}, [{ path: `steps.${i}.bodyId`, code: 'not-allowed' }]);
      }
      const own = await em.findBy(ReferralStep, { id: In(steps.map(({ id }) => id)) });
      if (own.some((step) => step.dossierId !== dossierId)) throw new Problem('invalid-input', {}, [{ path: 'steps', code: 'not-allowed' }]);
      const gone = before.filter(({ id }) => !steps.some((step) => step.id === id));
      await em.delete(ReferralStep, { id: In(gone.map(({ id }) => id)) });
      for (const [position, step] of steps.entries()) await em.upsert(ReferralStep, { ...step, dossierId, position }, ['id']);
      for (const step of before) {
        const dueOn = steps.find(({ id }) => id === step.id)?.dueOn;
        if (step.referralId && dueOn && dueOn !== step.dueOn) await this.moveDay(em, step, dueOn, today);
      }
      if (reason !== '') await em.insert(ReferralRouteChange, { id: newId(), dossierId, kind: 'planned', reason, byId: me.person?.id ?? null, at: new Date() });
      await this.identity.audit(em, { by: me, action: 'referral-route.planned', subjectKind: 'dossier', subjectId: dossierId });
      await this.referrals.advance(em, me, dossierId);
    });
  }

  /** @throws Problem `changed-meanwhile`, `review/step-state` for one that has not begun or has spoken */
  async withdraw(me: Viewer, { id: dossierId, stepId }: StepRef, { revision, reason }: WithdrawStep): Promise<void> {
    return this.transactions.run(async (em) => {
      const step = await this.openStep(em, me, dossierId, stepId, revision, ['open', 'unanswered', 'returned']);
      const withdrawnAt = new Date();
      await em.update(ReferralStep, { id: stepId }, { withdrawnAt, withdrawnReason: reason });
      const referral = await em.findOneOrFail(Referral, { where: { id: step.referralId! }, lock: { mode: 'pessimistic_write' } });
      await em.update(Referral, { id: referral.id }, { withdrawnAt });
      for (const item of await em.findBy(ReferralItem, { referralId: referral.id })) await this.provenance.update(em, item.id, { outcome: 'withdrawn', reason }, me.person?.id);
      await this.referrals.noteState(em, { ...referral, withdrawnAt });
      await em.insert(ReferralRouteChange, { id: newId(), dossierId, kind: 'withdrawn', reason, byId: me.person?.id ?? null, at: withdrawnAt });
      await this.identity.audit(em, { by: me, action: 'referral.withdrawn', subjectKind: 'referral', subjectId: referral.id });
      await this.referrals.advance(em, me, dossierId);
    });
  }

  /**
   * After a return the newest version goes to the same body; those that wait behind it keep the time they were given.
   * @throws Problem `changed-meanwhile`, `review/step-state` where nothing was returned, `review/no-new-version` where the newest version is the returned one, `review/deadline-passed`
   */
  async continue(me: Viewer, { id: dossierId, stepId }: StepRef, { revision, dueOn }: ContinueStep): Promise<Made> {
    return this.transactions.run(async (em) => {
      const step = await this.openStep(em, me, dossierId, stepId, revision, ['returned']);
      if (dueOn < (await this.identity.today())) throw new Problem('review/deadline-passed');
      const version = await this.referrals.newestVersion(em, dossierId);
      if (await em.existsBy(Referral, { stepId, version })) throw new Problem('review/no-new-version');
      const later = Math.max(0, daysBetween(step.dueOn, dueOn));
      await em.update(ReferralStep, { id: stepId }, { dueOn });
      if (later > 0) await em.query('update referral_step set due_on = due_on + $2::int where dossier_id = $1 and begun_at is null', [dossierId, later]);
      await em.insert(ReferralRouteChange, { id: newId(), dossierId, kind: 'continued', reason: '', byId: me.person?.id ?? null, at: new Date() });
      return { id: await this.referrals.begin(em, me, dossierId, { id: stepId, bodyId: step.bodyId, dueOn }, version) };
    });
  }

  /** Every route of which a day has passed since it was looked at. */
  async moveOn(): Promise<void> {
    const today = await this.identity.today();
    const due = await this.transactions.manager.query<{ dossierId: string }[]>(
      `select distinct dossier_id as "dossierId" from referral_step where begun_at is not null and withdrawn_at is null and unanswered_at is null and due_on < $1::date`,
      [today],
    );
    for (const { dossierId } of due) {
      await this.transactions.run(async (em) => {
        await this.referrals.hold(em, dossierId);
        await this.referrals.advance(em, NOBODY, dossierId);
      });
    }
  }

  private async open(em: EntityManager, me: Viewer, dossierId: string, revision: number): Promise<StoredStep[]> {
    const { facts } = await this.outputs.versionOf(em, dossierId, await this.referrals.newestVersion(em, dossierId));
    const known: VersionFacts = { ...facts, referredTo: [...facts.referredTo, ...begunBodies(await standingSteps(em, dossierId))] };
    demand(planRoute, me, known);
    const route = await this.referrals.hold(em, dossierId);
    const steps = await standingSteps(em, dossierId);
    // a route that stands nowhere yet was seen without a revision
    if (route.revision !== revision && !(steps.length === 0 && revision === 0)) throw new Problem('changed-meanwhile');
    await em.update(ReferralRoute, { dossierId }, { revision: route.revision + 1 });
    return steps;
  }

  private async openStep(em: EntityManager, me: Viewer, dossierId: string, stepId: string, revision: number, states: readonly string[]): Promise<StoredStep> {
    const step = (await this.open(em, me, dossierId, revision)).find(({ id }) => id === stepId);
    if (!step) throw new Problem('not-found');
    const state = stepState(step, await this.identity.today());
    if (!states.includes(state)) throw new Problem('review/step-state', { state });
    return step;
  }

  /** Of a step that has begun: what lies before the body has the new day too, and is waited for again. */
  private async moveDay(em: EntityManager, { id, referralId, unanswered }: StoredStep, dueOn: string, today: string): Promise<void> {
    await em.update(Referral, { id: referralId! }, { dueOn });
    await this.referrals.noteState(em, await em.findOneByOrFail(Referral, { id: referralId! }));
    if (!unanswered || dueOn < today) return;
    await em.update(ReferralStep, { id }, { unansweredAt: null });
    for (const item of await em.findBy(ReferralItem, { referralId: referralId! })) await this.provenance.update(em, item.id, { outcome: null });
  }
}

export const begunBodies = (steps: readonly StoredStep[]): string[] => steps.flatMap(({ bodyId, begun }) => (begun ? [bodyId] : []));
