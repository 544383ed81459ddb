import { Injectable } from '@nestjs/common';
import type { RouteStep, RouteView } from '@spolu/contracts/referral-route';
import type { ReferralState } from '@spolu/contracts/review';
import { Transactions } from '../../database/transactions.ts';
import { demand } from '../../http/policy.ts';
import type { Viewer } from '../../http/viewer.ts';
import { IdentityService } from '../../identity/identity.service.ts';
import { readVersion } from '../../outputs/outputs.policy.ts';
import { OutputsService } from '../../outputs/outputs.service.ts';
import { planRoute } from '../review.policy.ts';
import { Referrals } from './referrals.service.ts';
import { stepState } from './route.ts';
import { ReferralRoute, ReferralRouteChange } from './route.entity.ts';
import { begunBodies } from './routes.service.ts';
import { standingSteps } from './standing-steps.ts';

interface StepReferral {
  id: string;
  stepId: string;
  version: number;
  state: ReferralState;
  referredAt: Date;
}
type Returned = RouteStep['returned'][number] & { referralId: string };

/** Where a dossier goes and how far that is, for whoever may read it. */
@Injectable()
export class RoutePages {
  constructor(
    private readonly transactions: Transactions,
    private readonly identity: IdentityService,
    private readonly outputs: OutputsService,
    private readonly referrals: Referrals,
  ) {}

  async view(me: Viewer, dossierId: string): Promise<RouteView> {
    const em = this.transactions.manager;
    const newestVersion = await this.referrals.newestVersion(em, dossierId);
    const { content, facts: version } = await this.outputs.versionOf(em, dossierId, newestVersion);
    const steps = await standingSteps(em, dossierId);
    const facts = { ...version, referredTo: [...version.referredTo, ...begunBodies(steps)] };
    demand(readVersion, me, facts);
    const today = await this.identity.today();
    const referrals = await em.query<StepReferral[]>(
      `select r.id, r.step_id as "stepId", r.version, v.state, r.referred_at as "referredAt"
      from referral r join version_referral v on v.referral_id = r.id where r.dossier_id = $1 order by r.version desc`,
      [dossierId],
    );
    const returned = await em.query<Returned[]>(
      `select i.referral_id as "referralId", rec.number, rec.title, o.reasoning from opinion o join referral_item i on i.id = o.item_id join recommendation rec on rec.id = i.recommendation_id
      where o.verdict = 'return' and i.referral_id = any($1::uuid[]) order by rec.number`,
      [steps.flatMap(({ referralId }) => referralId ?? [])],
    );
    const route = await em.findOneBy(ReferralRoute, { dossierId });
    const changes = await em.find(ReferralRouteChange, { where: { dossierId }, order: { at: 'DESC' } });
    return {
      dossierId, title: content.title, processId: content.processId, processTitle: content.processTitle, newestVersion,
      revision: route?.revision ?? 0,
      steps: steps.map((step) => {
        const { id, bodyId, bodyName, deciding, dueOn, asked, withPrevious, withdrawnReason } = step;
        const state = stepState(step, today);
        return {
          id, bodyId, bodyName, deciding, dueOn, asked, withPrevious, state,
          referrals: referrals.filter(({ stepId }) => stepId === id).map((one) => ({ id: one.id, version: one.version, state: one.state, referredAt: one.referredAt.toISOString() })),
          returned: state === 'returned' ? returned.filter(({ referralId }) => referralId === step.referralId).map(({ number, title, reasoning }) => ({ number, title, reasoning })) : [],
          reason: withdrawnReason,
        };
      }),
      changes: changes.map(({ at, kind, reason }) => ({ at: at.toISOString(), kind, reason })),
      may: { plan: planRoute.allows(me, facts) },
    };
  }
}
