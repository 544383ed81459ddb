import { Injectable } from '@nestjs/common';
import type { Made } from '@spolu/contracts/common';
import type { VersionRef } from '@spolu/contracts/outputs';
import { Problem } from '@spolu/contracts/problems';
import type {
  AdoptOpinion, DecisionRow, DecisionView, GivePosition, Opinion, RecordDecision, Refer, ReferralRow, ReferralState, ReferralView, ReferredRef,
} from '@spolu/contracts/review';
import { In, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Transactions } from '../database/transactions.ts';
import { demand, type Facts } from '../http/policy.ts';
import { holds, type Viewer } from '../http/viewer.ts';
import { IdentityService } from '../identity/identity.service.ts';
import { referDossier } from '../outputs/outputs.policy.ts';
import { OutputsService } from '../outputs/outputs.service.ts';
import { ParticipationService } from '../participation/participation.service.ts';
import { ProvenanceService } from '../provenance/provenance.service.ts';
import { checkDecision, referralState } from './decision.ts';
import { byUrgency, waitsFor } from './desk.ts';
import { decideVerdict } from './opinion.ts';
import { Decision, DecisionItem, DecisionMilestone, OpinionRow, Position, Referral, ReferralItem } from './review.entity.ts';
import { adoptOpinion, givePosition, openDesk, readReferral, recordDecision } from './review.policy.ts';

/** A milestone as `commitments` writes it down here, so that a decision shows what follows from it. */
export interface NotedMilestone {
  milestoneId: string;
  decisionItemId: string;
  title: string;
  state: string;
  dueOn: string | null;
  ownerName: string | null;
}

/** A referral with where it belongs, as each use case needs it first. */
interface Opened {
  referral: Referral;
  facts: Facts & { bodyId: string };
}
interface ReferralsWanted {
  referralIds?: readonly string[];
  bodyIds?: readonly string[];
  processIds?: readonly string[];
}

interface ReferralCounts {
  id: string;
  bodyId: string;
  bodyName: string;
  processId: string;
  dossierId: string;
  dossierTitle: string;
  version: number;
  dueOn: string;
  referredAt: Date;
  recommendationCount: number;
  opinionCount: number;
  decided: boolean;
  myPositionCount: number;
}
interface DecisionRowOfTable {
  id: string;
  number: string;
  decidedOn: string;
  bodyName: string;
  processId: string;
  dossierTitle: string;
  acceptedCount: number;
  itemCount: number;
}

/** A calendar day as an instant of that day, wherever in Europe one reads it. */
const noonOf = (day: string) => new Date(`${day}T12:00:00.000Z`);

/** What commissions and councils say on a dossier version. */
@Injectable()
export class ReviewService {
  constructor(
    private readonly transactions: Transactions,
    private readonly identity: IdentityService,
    private readonly provenance: ProvenanceService,
    private readonly participation: ParticipationService,
    private readonly outputs: OutputsService,
  ) {}

  /**
   * Refers a published version to a body, which has until the end of `dueOn`.
   * @throws Problem `dossier/referred` where it went there before, `review/deadline-passed`, `invalid-input` for an unknown body
   */
  async refer(me: Viewer, { id: dossierId, version }: VersionRef, { bodyId, dueOn }: Refer): Promise<Made> {
    return this.transactions.run(async (em) => {
      const { content, facts } = await this.outputs.versionOf(em, dossierId, version);
      demand(referDossier, me, facts);
      const body = await this.identity.body(bodyId);
      if (!body) throw new Problem('invalid-input', {}, [{ path: 'bodyId', code: 'not-allowed' }]);
      if (dueOn < (await this.identity.today())) throw new Problem('review/deadline-passed');
      const id = newId();
      const at = new Date();
      const { raw } = await em
        .createQueryBuilder()
        .insert()
        .into(Referral)
        .values({ id, dossierId, version, processId: content.processId, bodyId, dueOn, referredBy: me.person?.id ?? null, referredAt: at })
        .orIgnore()
        .returning('id')
        .execute() as { raw: unknown[] };
      if (raw.length === 0) throw new Problem('dossier/referred');
      const items = content.recommendations.map((recommendation) => ({ id: newId(), referralId: id, recommendationId: recommendation.id }));
      await em.insert(ReferralItem, items);
      await this.provenance.register(
        em,
        items.map((item) => ({
          id: item.id, kind: 'referral' as const, title: body.name, url: null, visibility: content.visibility, processId: content.processId, at,
        })),
      );
      await this.provenance.link(em, items.map((item) => ({ fromId: item.recommendationId, toId: item.id, kind: 'referred-to' as const })), me.person?.id ?? null);
      await this.outputs.noteReferral(em, { referralId: id, dossierId, version, bodyId, dueOn, state: 'open' });
      await this.identity.audit(em, { by: me, action: 'dossier.referred', subjectKind: 'referral', subjectId: id, facts: { version } });
      return { id };
    });
  }

  /** Her referrals: of the bodies she sits in and the processes she works on; what waits for her first. */
  async listReferrals(me: Viewer): Promise<ReferralRow[]> {
    demand(openDesk, me);
    const em = this.transactions.manager;
    const bodyIds = me.roles.flatMap((held) => (held.scope === 'body' && held.scopeId ? [held.scopeId] : []));
    const known = await em.query<{ processId: string }[]>(`select distinct process_id as "processId" from referral`);
    const processes = new Map((await this.participation.factsOfAll(known.map(({ processId }) => processId), em)).map((process) => [process.processId, process]));
    const mine = [...processes.values()].filter((process) => readReferral.allows(me, process)).map(({ processId }) => processId);
    const rows = await this.countsOf(em, me, { bodyIds, processIds: mine });
    return rows
      .map((row) => toReferralRow(me, row, { ...processes.get(row.processId), bodyId: row.bodyId }, processes.get(row.processId)?.title ?? ''))
      .sort(byUrgency);
  }

  /** All a member needs to speak: the version with every note of its evidence, her own positions, the others' as far as she may see them. */
  async viewReferral(me: Viewer, id: string): Promise<ReferralView> {
    const em = this.transactions.manager;
    const { referral, facts } = await this.opened(em, id);
    demand(readReferral, me, facts);
    const [row] = await this.countsOf(em, me, { referralIds: [id] });
    const { content } = await this.outputs.versionOf(em, referral.dossierId, referral.version);
    const body = await this.identity.body(referral.bodyId);
    const items = await em.findBy(ReferralItem, { referralId: id });
    if (!row || !body) throw new Problem('not-found');
    const itemIds = items.map((item) => item.id);
    const positions = await em.find(Position, { where: { itemId: In(itemIds) }, order: { givenAt: 'ASC' } });
    const opinions = await em.findBy(OpinionRow, { itemId: In(itemIds) });
    const decision = await em.findOneBy(Decision, { referralId: id });
    const names = await this.identity.namesOf(positions.map(({ personId }) => personId));
    const member = givePosition.allows(me, facts);
    const summary = toReferralRow(me, row, facts, content.processTitle);
    return {
      ...summary,
      memberCount: body.memberCount,
      dossier: content,
      items: content.recommendations.map((recommendation) => {
        const item = items.find(({ recommendationId }) => recommendationId === recommendation.id);
        const given = positions.filter(({ itemId }) => itemId === item?.id);
        const own = given.find(({ personId }) => personId === me.person?.id);
        const opinion = opinions.find(({ itemId }) => itemId === item?.id);
        return {
          recommendationId: recommendation.id,
          myPosition: own ? { verdict: own.verdict, reason: own.reason } : null,
          positionCount: given.length,
          positions:
            !member || own || opinion
              ? given.map(({ personId, verdict, reason, givenAt }) => ({ personName: names.get(personId) ?? '', verdict, reason, givenAt: givenAt.toISOString() }))
              : null,
          opinion: opinion ? toOpinion(opinion) : null,
        };
      }),
      decisionId: decision?.id ?? null,
      may: {
        givePosition: member && summary.state === 'open',
        adoptOpinion: adoptOpinion.allows(me, facts) && summary.state !== 'decided',
        recordDecision: recordDecision.allows(me, facts) && summary.state === 'opinion-adopted',
      },
    };
  }

  /**
   * A member speaks on one recommendation, or changes what she said, until the commission has adopted its opinion on it.
   * @throws Problem `review/not-a-member`, `review/opinion-adopted`, `review/unknown-recommendation`
   */
  async givePosition(me: Viewer, ref: ReferredRef, { verdict, reason }: GivePosition): Promise<void> {
    return this.transactions.run(async (em) => {
      const { facts } = await this.opened(em, ref.referralId, 'pessimistic_read');
      if (readReferral.allows(me, facts) && !givePosition.allows(me, facts)) throw new Problem('review/not-a-member');
      demand(givePosition, me, facts);
      const item = await this.itemOf(em, ref);
      if (await em.existsBy(OpinionRow, { itemId: item.id })) throw new Problem('review/opinion-adopted');
      await em.upsert(Position, { itemId: item.id, personId: me.person!.id, verdict, reason, givenAt: new Date() }, ['itemId', 'personId']);
    });
  }

  /**
   * The commission voted on a motion about one recommendation. Until the council has decided, a slip of the pen may be corrected.
   * @throws Problem `review/no-quorum`, `review/decided`, `review/unknown-recommendation`
   */
  async adoptOpinion(me: Viewer, ref: ReferredRef, input: AdoptOpinion): Promise<Opinion> {
    return this.transactions.run(async (em) => {
      const { referral, facts } = await this.opened(em, ref.referralId, 'pessimistic_write');
      demand(adoptOpinion, me, facts);
      if (await em.existsBy(Decision, { referralId: referral.id })) throw new Problem('review/decided');
      const item = await this.itemOf(em, ref);
      const body = await this.identity.body(referral.bodyId);
      if (!body) throw new Problem('not-found');
      const verdict = decideVerdict(input, body.memberCount);
      await this.notInFuture('adoptedOn', input.adoptedOn);
      const before = await em.findOneBy(OpinionRow, { itemId: item.id });
      const opinion = {
        id: before?.id ?? newId(), itemId: item.id, motion: input.motion, reasoning: input.reasoning, votesFor: input.vote.for,
        votesAgainst: input.vote.against, votesAbstained: input.vote.abstained, verdict, adoptedOn: input.adoptedOn,
        recordedBy: me.person?.id ?? null, recordedAt: new Date(),
      };
      await em.upsert(OpinionRow, opinion, ['itemId']);
      if (before) {
        await this.provenance.update(em, opinion.id, { outcome: verdict, reason: input.reasoning });
      } else {
        const { content } = await this.outputs.versionOf(em, referral.dossierId, referral.version);
        await this.provenance.register(em, {
          id: opinion.id, kind: 'opinion', title: body.name, url: null, visibility: content.visibility, processId: referral.processId,
          outcome: verdict, reason: input.reasoning, at: noonOf(input.adoptedOn),
        });
        await this.provenance.link(em, [{ fromId: item.id, toId: opinion.id, kind: 'opined-by' }], me.person?.id ?? null);
      }
      await this.noteState(em, referral);
      await this.identity.audit(em, {
        by: me, action: before ? 'opinion.corrected' : 'opinion.adopted', subjectKind: 'opinion', subjectId: opinion.id, facts: { verdict },
      });
      return { id: opinion.id, verdict, ...input };
    });
  }

  /**
   * The council's decision on every recommendation of the version, after the commission's opinion on each. It binds and is final.
   * @throws Problem `review/opinions-missing`, `review/decided`, `review/unknown-recommendation`, `invalid-input` for an unknown body
   */
  async recordDecision(me: Viewer, referralId: string, { items, ...input }: RecordDecision): Promise<Made> {
    return this.transactions.run(async (em) => {
      const { referral, facts } = await this.opened(em, referralId, 'pessimistic_write');
      demand(recordDecision, me, facts);
      const referred = await em.findBy(ReferralItem, { referralId });
      const decided = await em.existsBy(Decision, { referralId });
      const opinions = await em.findBy(OpinionRow, { itemId: In(referred.map(({ id }) => id)) });
      const recommendationOf = new Map(referred.map(({ id, recommendationId }) => [id, recommendationId]));
      const opinionOn = new Map(opinions.map((opinion) => [recommendationOf.get(opinion.itemId), opinion.id]));
      checkDecision(items, { recommendationIds: [...recommendationOf.values()], opinionIds: [...opinionOn.keys()].flatMap((id) => id ?? []), decided });
      const body = await this.identity.body(input.bodyId);
      if (!body) throw new Problem('invalid-input', {}, [{ path: 'bodyId', code: 'not-allowed' }]);
      await this.notInFuture('decidedOn', input.decidedOn);
      const id = newId();
      await em.insert(Decision, { id, referralId, ...input, recordedBy: me.person?.id ?? null, recordedAt: new Date() });
      const rows = items.map((item) => ({ id: newId(), decisionId: id, ...item }));
      await em.insert(DecisionItem, rows);
      await this.provenance.register(
        em,
        rows.map((row) => ({
          id: row.id, kind: 'decision' as const, title: `${body.name}, ${input.number}`, url: `/decisions/${id}`, visibility: 'public' as const,
          processId: referral.processId, outcome: row.verdict, reason: row.reasons, at: noonOf(input.decidedOn),
        })),
      );
      await this.provenance.link(
        em,
        rows.flatMap((row) => {
          const opinionId = opinionOn.get(row.recommendationId);
          return opinionId ? [{ fromId: opinionId, toId: row.id, kind: 'decided-by' as const }] : [];
        }),
        me.person?.id ?? null,
      );
      await this.noteState(em, referral);
      await this.identity.audit(em, { by: me, action: 'decision.recorded', subjectKind: 'decision', subjectId: id });
      return { id };
    });
  }

  /** Decisions bind and are public: everybody reads them, the newest first. */
  async listDecisions(): Promise<DecisionRow[]> {
    const em = this.transactions.manager;
    const rows = await em.query<DecisionRowOfTable[]>(
      `select d.id, d.number, to_char(d.decided_on, 'YYYY-MM-DD') as "decidedOn", body.name as "bodyName", r.process_id as "processId",
        v.title as "dossierTitle", count(*)::int as "itemCount",
        (count(*) filter (where i.verdict in ('accepted', 'accepted-with-changes')))::int as "acceptedCount"
      from decision d
      join referral r on r.id = d.referral_id
      join dossier_version v on v.dossier_id = r.dossier_id and v.version = r.version
      join body on body.id = d.body_id
      join decision_item i on i.decision_id = d.id
      group by d.id, body.name, r.process_id, v.title
      order by d.decided_on desc, d.id desc
      limit 500`,
    );
    const titles = await this.processTitles(em, rows.map(({ processId }) => processId));
    return rows.map(({ processId, ...row }) => ({ ...row, processTitle: titles.get(processId) ?? '' }));
  }

  /** Its recommendations by their number, each with its verdict, its reasons and what follows. */
  async viewDecision(id: string): Promise<DecisionView> {
    const em = this.transactions.manager;
    const decision = await em.findOneBy(Decision, { id });
    if (!decision) throw new Problem('not-found');
    const referral = await em.findOneByOrFail(Referral, { id: decision.referralId });
    const { content } = await this.outputs.versionOf(em, referral.dossierId, referral.version);
    const body = await this.identity.body(decision.bodyId);
    const items = await em.findBy(DecisionItem, { decisionId: id });
    const milestones = await em.find(DecisionMilestone, { where: { decisionItemId: In(items.map((item) => item.id)) }, order: { dueOn: 'ASC', milestoneId: 'ASC' } });
    return {
      id,
      number: decision.number,
      decidedOn: decision.decidedOn,
      bodyName: body?.name ?? '',
      text: decision.text,
      dossierId: referral.dossierId,
      dossierTitle: content.title,
      dossierVersion: referral.version,
      processId: referral.processId,
      processTitle: content.processTitle,
      items: content.recommendations.flatMap(({ id: recommendationId, number, title }) => {
        const item = items.find((row) => row.recommendationId === recommendationId);
        if (!item) return [];
        const following = milestones
          .filter(({ decisionItemId }) => decisionItemId === item.id)
          .map(({ milestoneId, title, state, dueOn, ownerName }) => ({ id: milestoneId, title, state, dueOn, ownerName }));
        return [{ id: item.id, recommendationId, number, title, verdict: item.verdict, reasons: item.reasons, milestones: following }];
      }),
    };
  }

  /** Where the item of a decision belongs, for what follows from it; null for an unknown one. */
  async decisionItem(em: EntityManager, id: string): Promise<{ id: string; decisionId: string } | null> {
    return em.findOne(DecisionItem, { select: { id: true, decisionId: true }, where: { id } });
  }

  /** `commitments` writes down a milestone that follows from a decision, and each change of it. */
  async noteMilestone(em: EntityManager, milestone: NotedMilestone): Promise<void> {
    await em.upsert(DecisionMilestone, milestone, ['milestoneId']);
  }

  private async opened(em: EntityManager, id: string, lock?: 'pessimistic_read' | 'pessimistic_write'): Promise<Opened> {
    const referral = await em.findOne(Referral, { where: { id }, ...(lock ? { lock: { mode: lock } } : {}) });
    if (!referral) throw new Problem('not-found');
    const process = await this.participation.factsOf(referral.processId, em);
    return { referral, facts: { ...process, bodyId: referral.bodyId } };
  }

  private async itemOf(em: EntityManager, { referralId, recommendationId }: ReferredRef): Promise<ReferralItem> {
    const item = await em.findOneBy(ReferralItem, { referralId, recommendationId });
    if (!item) throw new Problem('review/unknown-recommendation');
    return item;
  }

  private async notInFuture(path: string, day: string): Promise<void> {
    if (day > (await this.identity.today())) throw new Problem('invalid-input', {}, [{ path, code: 'not-allowed' }]);
  }

  private async noteState(em: EntityManager, { id, dossierId, version, bodyId, dueOn }: Referral): Promise<void> {
    const items = await em.findBy(ReferralItem, { referralId: id });
    const opinions = await em.findBy(OpinionRow, { itemId: In(items.map((item) => item.id)) });
    const decided = await em.existsBy(Decision, { referralId: id });
    const state = referralState({ recommendationIds: items.map((item) => item.id), opinionIds: opinions.map(({ itemId }) => itemId), decided });
    await this.outputs.noteReferral(em, { referralId: id, dossierId, version, bodyId, dueOn, state });
  }

  private async processTitles(em: EntityManager, processIds: readonly string[]): Promise<Map<string, string>> {
    return new Map((await this.participation.factsOfAll([...new Set(processIds)], em)).map(({ processId, title }) => [processId, title]));
  }

  /** The referrals named, those to the bodies and those of the processes. */
  private countsOf(em: EntityManager, me: Viewer, { referralIds = [], bodyIds = [], processIds = [] }: ReferralsWanted): Promise<ReferralCounts[]> {
    return em.query(
      `select r.id, r.body_id as "bodyId", body.name as "bodyName", r.process_id as "processId", r.dossier_id as "dossierId", v.title as "dossierTitle", r.version,
        to_char(r.due_on, 'YYYY-MM-DD') as "dueOn", r.referred_at as "referredAt",
        count(i.id)::int as "recommendationCount", count(o.id)::int as "opinionCount", count(p.item_id)::int as "myPositionCount",
        exists (select 1 from decision d where d.referral_id = r.id) as decided
      from referral r
      join body on body.id = r.body_id
      join dossier_version v on v.dossier_id = r.dossier_id and v.version = r.version
      join referral_item i on i.referral_id = r.id
      left join opinion o on o.item_id = i.id
      left join "position" p on p.item_id = i.id and p.person_id = $1
      where r.id = any($2::uuid[]) or r.body_id = any($3::uuid[]) or r.process_id = any($4::uuid[])
      group by r.id, body.name, v.title
      order by r.referred_at desc
      limit 500`,
      [me.person?.id ?? null, referralIds, bodyIds, processIds],
    );
  }
}

function toReferralRow(me: Viewer, row: ReferralCounts, facts: Facts & { bodyId: string }, processTitle: string): ReferralRow {
  const { decided, opinionCount, recommendationCount } = row;
  const state: ReferralState = decided ? 'decided' : opinionCount === recommendationCount ? 'opinion-adopted' : 'open';
  const myPositionCount = holds(me, 'body', row.bodyId, 'member', 'chair') ? row.myPositionCount : null;
  return {
    id: row.id,
    bodyId: row.bodyId,
    bodyName: row.bodyName,
    dossierId: row.dossierId,
    dossierTitle: row.dossierTitle,
    dossierVersion: row.version,
    processTitle,
    referredAt: row.referredAt.toISOString(),
    dueOn: row.dueOn,
    state,
    recommendationCount,
    myPositionCount,
    waitsFor: waitsFor({ state, recommendationCount, myPositionCount }, { adoptOpinion: adoptOpinion.allows(me, facts), recordDecision: recordDecision.allows(me, facts) }),
  };
}

const toOpinion = ({ id, motion, reasoning, votesFor, votesAgainst, votesAbstained, verdict, adoptedOn }: OpinionRow): Opinion => ({
  id, motion, reasoning, vote: { for: votesFor, against: votesAgainst, abstained: votesAbstained }, verdict, adoptedOn,
});
