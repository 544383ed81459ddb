import { Injectable } from '@nestjs/common';
import { Day, Id, type Page, type PageQuery } from '@spolu/contracts/common';
import { Problem } from '@spolu/contracts/problems';
import type { DecisionRow, DecisionView, ReferralRow, ReferralState, ReferralView } from '@spolu/contracts/review';
import { In, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { Transactions } from '../database/transactions.ts';
import { page, pageOf, startOf } from '../http/page.ts';
import { demand, type Facts } from '../http/policy.ts';
import { holds, type Viewer } from '../http/viewer.ts';
import { IdentityService } from '../identity/identity.service.ts';
import { referDossier } from '../outputs/outputs.policy.ts';
import { OutputsService } from '../outputs/outputs.service.ts';
import { ParticipationService } from '../participation/participation.service.ts';
import { CarryOvers } from './carry-overs.service.ts';
import { byUrgency, UrgencyKey, waitsFor } from './desk.ts';
import { toOpinion } from './opinion.ts';
import { seesPositions } from './position.ts';
import { askQuestion } from './questions/questions.policy.ts';
import { ReferralQuestions } from './questions/questions.service.ts';
import { openReferral } from './referral-access.ts';
import { Decision, DecisionItem, DecisionMilestone, OpinionRow, Position, PositionConflict, PositionNote, Referral, ReferralItem } from './review.entity.ts';
import { adoptOpinion, givePosition, openDesk, planRoute, readReferral, recordDecision, speakForMember } from './review.policy.ts';

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
  /** By this body where it decides, by any where it advises. */
  decidedCount: number;
  postponedCount: number;
  deciding: boolean;
  withdrawn: boolean;
  asked: string;
  /** Of the same step, with a later version. */
  continued: boolean;
  returnedCount: number;
  /** A body that decides is on the route of the dossier. */
  decidesElsewhere: boolean;
  myPositionCount: number;
}
interface EarlierRow extends Pick<OpinionRow, 'id' | 'motion' | 'reasoning' | 'dissent' | 'votesFor' | 'votesAgainst' | 'votesAbstained' | 'verdict' | 'adoptedOn'> {
  referralId: string;
  version: number;
  bodyName: string;
  dueOn: string;
  unanswered: boolean;
  number: number;
  title: string;
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

const DecisionKey = z.tuple([Day, Id]);

/** What people read of a review: the desk of a member, a referral with its evidence, the decisions. */
@Injectable()
export class ReviewPages {
  constructor(
    private readonly transactions: Transactions,
    private readonly identity: IdentityService,
    private readonly participation: ParticipationService,
    private readonly outputs: OutputsService,
    private readonly questions: ReferralQuestions,
    private readonly carryOvers: CarryOvers,
  ) {}

  /** Her referrals: of the bodies she sits in and the processes she works on; what waits for her first. */
  async listReferrals(me: Viewer, query: PageQuery): Promise<Page<ReferralRow>> {
    demand(openDesk, me);
    const em = this.transactions.manager;
    const bodyIds = me.roles.flatMap((held) => (held.scope === 'body' && held.scopeId ? [held.scopeId] : []));
    const known = await em.query<{ processId: string }[]>(`select distinct process_id as "processId" from referral`);
    const processes = new Map((await this.participation.factsOfAll(known.map(({ processId }) => processId), em)).map((process) => [process.processId, process]));
    const mine = [...processes.values()].filter((process) => readReferral.allows(me, process)).map(({ processId }) => processId);
    const rows = await this.countsOf(em, me, { bodyIds, processIds: mine });
    return pageOf(
      rows.map((row) => toReferralRow(me, row, { ...processes.get(row.processId), bodyId: row.bodyId }, processes.get(row.processId)?.title ?? '')),
      query,
      { key: UrgencyKey, keyOf: ({ waitsFor, state, dueOn, referredAt, id }) => ({ waits: waitsFor !== null, state, dueOn, referredAt, id }), compare: byUrgency },
    );
  }

  /** All a member needs to speak: the version with every note of its evidence, her own positions, the others' as far as she may see them. */
  async viewReferral(me: Viewer, id: string): Promise<ReferralView> {
    const em = this.transactions.manager;
    const { referral, facts } = await openReferral(em, this.participation, id);
    demand(readReferral, me, facts);
    const [row] = await this.countsOf(em, me, { referralIds: [id] });
    const { content } = await this.outputs.versionOf(em, referral.dossierId, referral.version);
    const body = await this.identity.body(referral.bodyId);
    const items = await em.findBy(ReferralItem, { referralId: id });
    if (!row || !body) throw new Problem('not-found');
    const itemIds = items.map((item) => item.id);
    const conflicts = await em.find(PositionConflict, { where: { itemId: In(itemIds) }, order: { declaredAt: 'ASC' } });
    const notes = me.person ? await em.findBy(PositionNote, { itemId: In(itemIds), personId: me.person.id }) : [];
    const positions = (await em.find(Position, { where: { itemId: In(itemIds) }, order: { givenAt: 'ASC' } }))
      .filter((given) => !conflicts.some(({ itemId, personId, mandateId }) => itemId === given.itemId && personId === given.personId && mandateId === given.mandateId));
    const meetingIds = await this.beingMet(em, itemIds);
    const questions = await this.questions.besides(em, me, facts, itemIds);
    const opinions = await em.findBy(OpinionRow, { itemId: In(itemIds) });
    const decisionItems = await em.findBy(DecisionItem, { recommendationId: In(items.map((item) => item.recommendationId)) });
    const decisions = (await em.find(Decision, { where: { id: In(decisionItems.map(({ decisionId }) => decisionId)) }, order: { decidedOn: 'ASC', recordedAt: 'ASC' } }))
      // A body that advises reads what came of its opinion wherever it was decided; one that decides has its own to make.
      .filter((decision) => !body.deciding || decision.referralId === id);
    const decidedOn = (recommendationId: string) => decisions.flatMap((decision) => decisionItems.filter((one) => one.decisionId === decision.id && one.recommendationId === recommendationId)).at(-1);
    const earlier = await this.earlierOpinions(em, referral);
    const names = await this.identity.namesInOffice([...positions, ...conflicts].flatMap(({ personId }) => personId ?? []));
    const mandates = await this.identity.namesOfMandates([...positions, ...conflicts].flatMap(({ mandateId }) => mandateId ?? []));
    const nameOf = ({ personId, mandateId }: Pick<Position, 'personId' | 'mandateId'>) => names.get(personId ?? '') ?? mandates.get(mandateId ?? '') ?? '';
    const member = givePosition.allows(me, facts);
    const runs = speakForMember.allows(me, facts);
    const summary = toReferralRow(me, row, facts, content.processTitle);
    const mayAdopt = adoptOpinion.allows(me, facts) && (summary.state === 'open' || summary.state === 'opinion-adopted');
    const newer = await em.query<unknown[]>('select from dossier_version where dossier_id = $1 and version > $2 limit 1', [referral.dossierId, referral.version]);
    return {
      ...summary,
      rules: { memberCount: body.memberCount, quorum: body.quorum, majority: body.majority, majorityOf: body.majorityOf },
      dossier: content,
      items: content.recommendations.map((recommendation) => {
        const item = items.find(({ recommendationId }) => recommendationId === recommendation.id);
        const given = positions.filter(({ itemId }) => itemId === item?.id);
        const own = me.person ? given.find(({ personId }) => personId === me.person?.id) : undefined;
        const declared = conflicts.filter(({ itemId }) => itemId === item?.id);
        const ownConflict = me.person ? declared.find(({ personId }) => personId === me.person?.id) : undefined;
        const opinion = opinions.find(({ itemId }) => itemId === item?.id);
        const decision = decidedOn(recommendation.id)?.verdict ?? null;
        const unspoken = !row.withdrawn && !opinion && !(body.deciding && decision);
        return {
          recommendationId: recommendation.id,
          myPosition: own ? { verdict: own.verdict, reason: own.reason } : null,
          positionCount: given.length,
          positions:
            seesPositions(body.positionsShown, { isMember: member, hasSpoken: own !== undefined, runs }, { adopted: opinion !== undefined, meeting: item !== undefined && meetingIds.has(item.id) })
              ? given.map((one) => ({ personName: nameOf(one), verdict: one.verdict, reason: one.reason, givenAt: one.givenAt.toISOString(), mandateId: one.mandateId }))
              : null,
          myConflict: ownConflict ? { reason: ownConflict.reason } : null,
          conflicts: declared.map((one) => ({ personName: nameOf(one), reason: one.reason, mandateId: one.mandateId })),
          myNote: notes.find(({ itemId }) => itemId === item?.id)?.text ?? '',
          questions: (questions.get(item?.id ?? '') ?? []).map((question) => ({ ...question, mayWithdraw: question.mayWithdraw && unspoken })),
          mayAsk: unspoken && askQuestion.allows(me, facts),
          opinion: opinion ? toOpinion(opinion) : null,
          decision,
        };
      }),
      earlier,
      asked: row.asked,
      deciding: body.deciding,
      positionsShown: body.positionsShown,
      decisions: decisions.map(({ id: decisionId, number, decidedOn }) => ({ id: decisionId, number, decidedOn })),
      spokenFor: runs
        ? (await this.identity.membersOn(em, referral.bodyId, await this.identity.today())).flatMap(({ mandateId, name }) => (mandateId ? [{ mandateId, name }] : []))
        : [],
      may: {
        givePosition: member && summary.state === 'open',
        adoptOpinion: mayAdopt,
        correctOpinion: mayAdopt && newer.length === 0,
        recordDecision:
          recordDecision.allows(me, facts) && !row.decidesElsewhere && !row.continued && (summary.state === (body.deciding ? 'open' : 'opinion-adopted') || (summary.state === 'decided' && row.postponedCount > 0)),
        forward: planRoute.allows(me, facts) && summary.state === 'opinion-adopted' && row.returnedCount === 0 && !row.decidesElsewhere && !row.continued,
      },
    };
  }

  /** Decisions bind and are public: everybody reads them, the newest first. */
  async listDecisions(query: PageQuery): Promise<Page<DecisionRow>> {
    const start = startOf(query, DecisionKey);
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
      where $1::date is null or (d.decided_on, d.id) < ($1::date, $2::uuid)
      group by d.id, body.name, r.process_id, v.title
      order by d.decided_on desc, d.id desc
      limit $3`,
      [start?.[0] ?? null, start?.[1] ?? null, query.limit + 1],
    );
    const titles = await this.processTitles(em, rows.map(({ processId }) => processId));
    return page(rows, query, ({ decidedOn, id }) => [decidedOn, id], ({ processId, ...row }) => ({ ...row, processTitle: titles.get(processId) ?? '' }));
  }

  /** Its recommendations by their number, each with its verdict, its reasons and what follows. */
  async viewDecision(me: Viewer, id: string): Promise<DecisionView> {
    const em = this.transactions.manager;
    const decision = await em.findOneBy(Decision, { id });
    if (!decision) throw new Problem('not-found');
    const referral = await em.findOneByOrFail(Referral, { id: decision.referralId });
    const { content } = await this.outputs.versionOf(em, referral.dossierId, referral.version);
    const body = await this.identity.body(decision.bodyId);
    const items = await em.findBy(DecisionItem, { decisionId: id });
    const goingOn = await this.carryOvers.of(em, me, referral.processId, items);
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
        return [{ id: item.id, recommendationId, number, title, verdict: item.verdict, reasons: item.reasons, milestones: following, ...goingOn.get(item.id)! }];
      }),
    };
  }

  /** What bodies before this one said on the dossier, with those who dissented: it travels along. The newest opinion of a body comes first, the earlier ones stay. */
  private async earlierOpinions(em: EntityManager, { id, dossierId, referredAt }: Referral): Promise<ReferralView['earlier']> {
    const rows = await em.query<EarlierRow[]>(
      `select r.id as "referralId", r.version, body.name as "bodyName", to_char(r.due_on, 'YYYY-MM-DD') as "dueOn", s.unanswered_at is not null as unanswered,
        rec.number, rec.title, o.id, o.motion, o.reasoning, o.dissent, o.votes_for as "votesFor", o.votes_against as "votesAgainst", o.votes_abstained as "votesAbstained", o.verdict,
        to_char(o.adopted_on, 'YYYY-MM-DD') as "adoptedOn"
      from referral r join referral_step s on s.id = r.step_id join body on body.id = r.body_id
      join referral_item i on i.referral_id = r.id join recommendation rec on rec.id = i.recommendation_id
      left join opinion o on o.item_id = i.id
      where r.dossier_id = $1 and r.id <> $2 and r.referred_at < $3 and r.withdrawn_at is null and (o.id is not null or s.unanswered_at is not null)
      order by s.position, r.version desc, rec.number`,
      [dossierId, id, referredAt],
    );
    const earlier = new Map<string, ReferralView['earlier'][number]>();
    for (const { referralId, version, bodyName, dueOn, unanswered, number, title, id: opinionId, ...opinion } of rows) {
      const one = earlier.get(referralId) ?? { referralId, version, bodyName, dueOn, unanswered, items: [] };
      earlier.set(referralId, one);
      one.items.push({ number, title, opinion: opinionId ? toOpinion({ id: opinionId, ...opinion } as OpinionRow) : null });
    }
    return [...earlier.values()];
  }

  /** Those of the referral's items that a meeting deals with right now. */
  private async beingMet(em: EntityManager, itemIds: readonly string[]): Promise<Set<string>> {
    const rows = await em.query<{ id: string }[]>(
      `select i.referral_item_id as id from meeting_item i join meeting m on m.id = i.meeting_id where m.state = 'open' and i.referral_item_id = any($1::uuid[])`, [itemIds],
    );
    return new Set(rows.map(({ id }) => id));
  }

  private async processTitles(em: EntityManager, processIds: readonly string[]): Promise<Map<string, string>> {
    return new Map((await this.participation.factsOfAll([...new Set(processIds)], em)).map(({ processId, title }) => [processId, title]));
  }

  /** The referrals named, those to the bodies and those of the processes. */
  private countsOf(em: EntityManager, me: Viewer, { referralIds = [], bodyIds = [], processIds = [] }: ReferralsWanted): Promise<ReferralCounts[]> {
    return em.query(
      `select r.id, r.body_id as "bodyId", body.name as "bodyName", r.process_id as "processId", r.dossier_id as "dossierId", v.title as "dossierTitle", r.version,
        to_char(r.due_on, 'YYYY-MM-DD') as "dueOn", r.referred_at as "referredAt",
        count(distinct i.id)::int as "recommendationCount", count(distinct o.id)::int as "opinionCount", count(distinct coalesce(p.item_id, c.item_id))::int as "myPositionCount",
        count(distinct di.recommendation_id)::int as "decidedCount",
        count(distinct di.recommendation_id) filter (where not exists (
          select from decision d join decision_item later on later.decision_id = d.id where (d.referral_id = r.id or not body.deciding) and later.recommendation_id = i.recommendation_id and later.verdict <> 'postponed'
        ))::int as "postponedCount",
        body.deciding, r.withdrawn_at is not null as withdrawn, s.asked, (count(distinct o.id) filter (where o.verdict = 'return'))::int as "returnedCount",
        exists (select from referral later where later.step_id = r.step_id and later.version > r.version) as continued,
        not body.deciding and exists (select from referral_step other join body b on b.id = other.body_id where other.dossier_id = r.dossier_id and b.deciding and other.withdrawn_at is null) as "decidesElsewhere"
      from referral r
      join referral_step s on s.id = r.step_id
      join body on body.id = r.body_id
      join dossier_version v on v.dossier_id = r.dossier_id and v.version = r.version
      join referral_item i on i.referral_id = r.id
      left join opinion o on o.item_id = i.id
      left join "position" p on p.item_id = i.id and p.person_id = $1
      left join position_conflict c on c.item_id = i.id and c.person_id = $1
      left join (decision d join decision_item di on di.decision_id = d.id) on (d.referral_id = r.id or not body.deciding) and di.recommendation_id = i.recommendation_id
      where r.id = any($2::uuid[]) or r.body_id = any($3::uuid[]) or r.process_id = any($4::uuid[])
      group by r.id, s.id, body.id, v.title
      order by r.referred_at desc`,
      [me.person?.id ?? null, referralIds, bodyIds, processIds],
    );
  }
}

function toReferralRow(me: Viewer, row: ReferralCounts, facts: Facts & { bodyId: string }, processTitle: string): ReferralRow {
  const { decidedCount, opinionCount, recommendationCount, deciding, withdrawn, continued, returnedCount } = row;
  const adopted = opinionCount === recommendationCount && !deciding;
  // A body that kept silent until others had decided may still speak, late.
  const decided = decidedCount === recommendationCount && (deciding || adopted);
  const state: ReferralState = withdrawn ? 'withdrawn' : decided ? 'decided' : adopted ? 'opinion-adopted' : 'open';
  const returned = state === 'opinion-adopted' && returnedCount > 0;
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
    returned,
    recommendationCount,
    myPositionCount,
    waitsFor: waitsFor(
      { state, recommendationCount, myPositionCount, deciding, returned: returned && !continued, decidesElsewhere: row.decidesElsewhere || continued },
      { adoptOpinion: adoptOpinion.allows(me, facts), recordDecision: recordDecision.allows(me, facts), refer: referDossier.allows(me, facts) },
    ),
  };
}
