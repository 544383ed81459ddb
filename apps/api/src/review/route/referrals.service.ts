import { Injectable } from '@nestjs/common';
import type { Made } from '@spolu/contracts/common';
import type { VersionRef } from '@spolu/contracts/outputs';
import { Problem } from '@spolu/contracts/problems';
import { ROUTE_MAX } from '@spolu/contracts/referral-route';
import type { Refer } from '@spolu/contracts/review';
import { In, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Transactions } from '../../database/transactions.ts';
import { demand } from '../../http/policy.ts';
import type { Viewer } from '../../http/viewer.ts';
import { IdentityService } from '../../identity/identity.service.ts';
import { referDossier } from '../../outputs/outputs.policy.ts';
import { OutputsService } from '../../outputs/outputs.service.ts';
import { ProvenanceService } from '../../provenance/provenance.service.ts';
import { referralState } from '../decision.ts';
import { MemberLetters } from '../member-letters.ts';
import { OpinionRow, Referral, ReferralItem } from '../review.entity.ts';
import { daysBehind, stepState, stepsToBegin } from './route.ts';
import { ReferralRoute, ReferralStep } from './route.entity.ts';
import { standingSteps, type StoredStep } from './standing-steps.ts';

/** A dossier version comes before a body, and the route moves on when the body is done or its day has passed. */
@Injectable()
export class Referrals {
  constructor(
    private readonly transactions: Transactions,
    private readonly identity: IdentityService,
    private readonly provenance: ProvenanceService,
    private readonly outputs: OutputsService,
    private readonly letters: MemberLetters,
  ) {}

  /**
   * Refers a published version to one more body at once, beside those it lies before now.
   * @throws Problem `dossier/referred` where this version went there before, or where the body is on the route already and its turn has not come; `review/route-full`, `review/deadline-passed`, `invalid-input` for an unknown body
   */
  async refer(me: Viewer, { id: dossierId, version }: VersionRef, { bodyId, dueOn }: Refer): Promise<Made> {
    return this.transactions.run(async (em) => {
      const { facts } = await this.outputs.versionOf(em, dossierId, version);
      demand(referDossier, me, facts);
      if (!(await this.identity.body(bodyId))) throw new Problem('invalid-input', {}, [{ path: 'bodyId', code: 'not-allowed' }]);
      if (dueOn < (await this.identity.today())) throw new Problem('review/deadline-passed');
      await this.hold(em, dossierId);
      if (facts.referredTo.includes(bodyId) && (await em.existsBy(Referral, { dossierId, version, bodyId }))) throw new Problem('dossier/referred');
      const steps = await standingSteps(em, dossierId);
      const today = await this.identity.today();
      if (steps.some((step) => step.bodyId === bodyId && stepState(step, today) === 'waiting')) throw new Problem('dossier/referred');
      if (steps.length >= ROUTE_MAX) throw new Problem('review/route-full', { limit: ROUTE_MAX });
      const position = steps.filter(({ begun }) => begun).length;
      await em.query('update referral_step set position = position + 1 where dossier_id = $1 and position >= $2', [dossierId, position]);
      const step = { id: newId(), dossierId, position, bodyId, dueOn, withPrevious: position > 0 };
      await em.insert(ReferralStep, step);
      await em.increment(ReferralRoute, { dossierId }, 'revision', 1);
      return { id: await this.begin(em, me, dossierId, step, version) };
    });
  }

  /** The route's row, made where there is none, is one person's at a time. Whoever holds a referral too takes the route first. */
  async hold(em: EntityManager, dossierId: string): Promise<ReferralRoute> {
    await em.query('insert into referral_route (dossier_id) values ($1) on conflict do nothing', [dossierId]);
    return em.findOneOrFail(ReferralRoute, { where: { dossierId }, lock: { mode: 'pessimistic_write' } });
  }
  async holdOf(em: EntityManager, referralId: string): Promise<void> {
    const referral = await em.findOne(Referral, { select: { dossierId: true }, where: { id: referralId } });
    if (referral) await this.hold(em, referral.dossierId);
  }

  /** Whatever is due now: it is written down that a day passed, and the next step begins. In the transaction that holds the route. */
  async advance(em: EntityManager, me: Viewer, dossierId: string): Promise<void> {
    const today = await this.identity.today();
    const steps = await standingSteps(em, dossierId);
    for (const step of steps) {
      if (stepState(step, today) === 'unanswered' && !step.unanswered) await this.noteUnanswered(em, step);
    }
    const behind = daysBehind(steps, today);
    if (behind > 0) await em.query('update referral_step set due_on = due_on + $2::int where dossier_id = $1 and begun_at is null', [dossierId, behind]);
    const next = stepsToBegin(steps, today);
    if (next.length === 0) return;
    const version = await this.newestVersion(em, dossierId);
    for (const { id } of next) await this.begin(em, me, dossierId, await em.findOneByOrFail(ReferralStep, { id }), version);
  }

  /** One version before the body of a step: each recommendation is a station of its own. */
  async begin(em: EntityManager, me: Viewer, dossierId: string, step: Pick<ReferralStep, 'id' | 'bodyId' | 'dueOn'>, version: number): Promise<string> {
    const { content } = await this.outputs.versionOf(em, dossierId, version);
    const body = await this.identity.body(step.bodyId);
    if (!body) throw new Problem('not-found');
    const id = newId();
    const at = new Date();
    const by = me.person?.id ?? null;
    const { bodyId, dueOn } = step;
    await em.update(ReferralStep, { id: step.id }, { begunAt: at, unansweredAt: null });
    await em.insert(Referral, { id, stepId: step.id, dossierId, version, processId: content.processId, bodyId, dueOn, referredBy: by, referredAt: at });
    const items = content.recommendations.map((recommendation) => ({ id: newId(), referralId: id, recommendationId: recommendation.id }));
    await em.insert(ReferralItem, items);
    await this.provenance.register(
      em,
      items.map((item) => ({ id: item.id, kind: 'referral' as const, title: body.name, url: null, visibility: content.visibility, processId: content.processId, at })),
    );
    await this.provenance.link(em, items.map((item) => ({ fromId: item.recommendationId, toId: item.id, kind: 'referred-to' as const })), by);
    await this.outputs.noteReferral(em, { referralId: id, dossierId, version, bodyId, dueOn, state: 'open' });
    await this.letters.referred(em, { referralId: id, bodyId, bodyName: body.name, dossierTitle: content.title, dueOn });
    await this.identity.audit(em, { by: me, action: 'dossier.referred', subjectKind: 'referral', subjectId: id, facts: { version } });
    return id;
  }

  /** The dossier shows how far the referral is. */
  async noteState(em: EntityManager, { id, dossierId, version, bodyId, dueOn, withdrawnAt }: Referral): Promise<void> {
    const items = await em.findBy(ReferralItem, { referralId: id });
    const opinions = await em.findBy(OpinionRow, { itemId: In(items.map((item) => item.id)) });
    const decided = await em.query<{ id: string }[]>('select di.recommendation_id as id from decision d join decision_item di on di.decision_id = d.id where d.referral_id = $1', [id]);
    const body = await this.identity.body(bodyId);
    const opinionIds = opinions.flatMap(({ itemId }) => items.find((item) => item.id === itemId)?.recommendationId ?? []);
    const state = withdrawnAt
      ? 'withdrawn'
      : referralState({ recommendationIds: items.map(({ recommendationId }) => recommendationId), opinionIds, decidedIds: decided.map((one) => one.id), deciding: body?.deciding ?? false });
    await this.outputs.noteReferral(em, { referralId: id, dossierId, version, bodyId, dueOn, state });
  }

  /** @throws Problem `not-found` where none was published */
  async newestVersion(em: EntityManager, dossierId: string): Promise<number> {
    const [row] = await em.query<{ version: number | null }[]>('select max(version) as version from dossier_version where dossier_id = $1', [dossierId]);
    if (!row?.version) throw new Problem('not-found');
    return row.version;
  }

  /** Its day passed and it did not speak on everything: the way of each recommendation it kept silent on says so. */
  private async noteUnanswered(em: EntityManager, { id, referralId }: StoredStep): Promise<void> {
    await em.update(ReferralStep, { id }, { unansweredAt: new Date() });
    const silent = await em.query<{ id: string }[]>('select i.id from referral_item i left join opinion o on o.item_id = i.id where i.referral_id = $1 and o.id is null', [referralId]);
    for (const item of silent) await this.provenance.update(em, item.id, { outcome: 'unanswered' });
  }
}

