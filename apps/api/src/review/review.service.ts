import { Injectable } from '@nestjs/common';
import type { Made } from '@spolu/contracts/common';
import { Problem } from '@spolu/contracts/problems';
import type { AdoptOpinion, DeclareConflict, GivePosition, Opinion, RecordDecision, ReferredRef, WriteNote } from '@spolu/contracts/review';
import { type EntityManager, MoreThan } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Transactions } from '../database/transactions.ts';
import { demand } from '../http/policy.ts';
import type { Viewer } from '../http/viewer.ts';
import { IdentityService } from '../identity/identity.service.ts';
import { OutputsService } from '../outputs/outputs.service.ts';
import { ParticipationService } from '../participation/participation.service.ts';
import { ProvenanceService } from '../provenance/provenance.service.ts';
import { checkDecidedOn, checkDecision } from './decision.ts';
import { decideVerdict, type Hall } from './opinion.ts';
import { openReferral } from './referral-access.ts';
import { Decision, DecisionItem, DecisionMilestone, OpinionRow, Position, PositionConflict, PositionNote, Referral, ReferralItem } from './review.entity.ts';
import { adoptOpinion, givePosition, readReferral, recordDecision, speakForMember } from './review.policy.ts';
import { Referrals } from './route/referrals.service.ts';
import { standingSteps } from './route/standing-steps.ts';

/** A milestone as `commitments` writes it down here, so that a decision shows what follows from it. */
export interface NotedMilestone {
  milestoneId: string;
  decisionItemId: string;
  title: string;
  state: string;
  dueOn: string | null;
  ownerName: string | null;
}

/** What a member says on a recommendation; with a mandate, one without an account. */
type MemberSaid = ReferredRef & { mandateId?: string };
interface OpenToMember {
  /** Whose word on what, as a row is found by it. */
  said: { itemId: string; personId: string } | { itemId: string; mandateId: string };
  once: ('itemId' | 'personId' | 'mandateId')[];
  enteredBy: string | null;
}

/** A calendar day as an instant of that day, wherever in Europe one reads it. */
const noonOf = (day: string) => new Date(`${day}T12:00:00.000Z`);

/** @throws Problem `review/withdrawn` */
function demandStanding({ withdrawnAt }: Referral): void {
  if (withdrawnAt) throw new Problem('review/withdrawn');
}

/** What commissions and councils say on a dossier version; `ReviewPages` reads it out. */
@Injectable()
export class ReviewService {
  constructor(
    private readonly transactions: Transactions,
    private readonly identity: IdentityService,
    private readonly provenance: ProvenanceService,
    private readonly participation: ParticipationService,
    private readonly outputs: OutputsService,
    private readonly referrals: Referrals,
  ) {}

  /**
   * A member speaks on one recommendation, or changes what she said, until the commission has adopted its opinion on it; for one without an account it is entered.
   * @throws Problem `review/not-a-member`, `review/opinion-adopted`, `review/conflict-declared`, `review/unknown-recommendation`
   */
  async givePosition(me: Viewer, ref: MemberSaid, { verdict, reason }: GivePosition): Promise<void> {
    return this.transactions.run(async (em) => {
      const { said, once, enteredBy } = await this.openToMember(em, me, ref);
      if (await em.existsBy(PositionConflict, said)) throw new Problem('review/conflict-declared');
      await em.upsert(Position, { ...said, enteredBy, verdict, reason, givenAt: new Date() }, once);
    });
  }

  /**
   * A member says that she has an interest in a recommendation, or says why in other words.
   * @throws Problem `review/not-a-member`, `review/opinion-adopted`, `review/unknown-recommendation`
   */
  async declareConflict(me: Viewer, ref: MemberSaid, { reason }: DeclareConflict): Promise<void> {
    return this.transactions.run(async (em) => {
      const { said, once, enteredBy } = await this.openToMember(em, me, ref);
      await em.upsert(PositionConflict, { ...said, enteredBy, reason, declaredAt: new Date() }, once);
      await this.identity.audit(em, { by: me, action: 'conflict.declared', subjectKind: 'referral', subjectId: ref.referralId, facts: { recommendationId: ref.recommendationId } });
    });
  }

  /** It was a mistake. @throws Problem as {@link declareConflict} */
  async takeConflictBack(me: Viewer, ref: MemberSaid): Promise<void> {
    return this.transactions.run(async (em) => {
      const { said } = await this.openToMember(em, me, ref);
      const { affected } = await em.delete(PositionConflict, said);
      if (affected === 0) return;
      await this.identity.audit(em, { by: me, action: 'conflict.taken-back', subjectKind: 'referral', subjectId: ref.referralId, facts: { recommendationId: ref.recommendationId } });
    });
  }

  /**
   * The commission voted on a motion about one recommendation. Until the council has decided, a slip of the pen may be corrected.
   * @throws Problem `review/no-quorum`, `review/decided`, `review/unknown-recommendation`, `review/day-in-future`, `review/before-referral`
   */
  async adoptOpinion(me: Viewer, ref: ReferredRef, input: AdoptOpinion): Promise<Opinion> {
    return this.transactions.run((em) => this.recordOpinion(em, me, ref, input));
  }

  /** The same in the transaction of a meeting, which knows who was in the hall. */
  async recordOpinion(em: EntityManager, me: Viewer, ref: ReferredRef, input: AdoptOpinion, hall?: Hall): Promise<Opinion> {
    await this.referrals.holdOf(em, ref.referralId);
    const { referral, facts } = await openReferral(em, this.participation, ref.referralId, 'pessimistic_write');
    demand(adoptOpinion, me, facts);
    demandStanding(referral);
    const item = await this.itemOf(em, ref);
    // A first opinion may come late, after another body has decided; what that body had before it stays as it was.
    const isCorrection = await em.existsBy(OpinionRow, { itemId: item.id });
    if (isCorrection ? await this.wasDecidedAnywhere(em, item.recommendationId) : await this.wasDecidedOn(em, referral.id, [item.recommendationId])) throw new Problem('review/decided');
    // what was said on a version that has a newer one is what led to it
    if (isCorrection && (await this.referrals.newestVersion(em, referral.dossierId)) > referral.version) throw new Problem('review/newer-version');
    const body = await this.identity.body(referral.bodyId);
    if (!body) throw new Problem('not-found');
    const verdict = decideVerdict(input, body, hall ?? (await this.hallOf(em, item.id, body.id, input.adoptedOn)));
    await this.notInFuture(input.adoptedOn);
    const referredOn = await this.identity.today(referral.referredAt);
    if (input.adoptedOn < referredOn) throw new Problem('review/before-referral', { day: referredOn });
    const before = await em.findOneBy(OpinionRow, { itemId: item.id });
    const opinion = {
      id: before?.id ?? newId(), itemId: item.id, motion: input.motion, reasoning: input.reasoning, dissent: input.dissent, votesFor: input.vote.for,
      votesAgainst: input.vote.against, votesAbstained: input.vote.abstained, verdict, adoptedOn: input.adoptedOn,
      recordedBy: me.person?.id ?? null, recordedAt: new Date(),
    };
    await em.upsert(OpinionRow, opinion, ['itemId']);
    // the names of an earlier vote would contradict these counts; what approved minutes tell is history
    await em.query(
      `delete from meeting_vote v using meeting_item i, meeting m where i.id = v.item_id and m.id = i.meeting_id and m.state <> 'approved' and i.referral_item_id = $1`,
      [item.id],
    );
    if (before) {
      await this.provenance.update(em, opinion.id, { outcome: verdict, reason: input.reasoning }, me.person?.id);
    } else {
      const { content } = await this.outputs.versionOf(em, referral.dossierId, referral.version);
      await this.provenance.register(em, {
        id: opinion.id, kind: 'opinion', title: body.name, url: null, visibility: content.visibility, processId: referral.processId,
        outcome: verdict, reason: input.reasoning, at: noonOf(input.adoptedOn),
      });
      await this.provenance.link(em, [{ fromId: item.id, toId: opinion.id, kind: 'opined-by' }], me.person?.id ?? null);
      // late, but not silent any more
      await this.provenance.update(em, item.id, { outcome: null }, me.person?.id);
    }
    await this.outputs.noteOpinion(em, {
      opinionId: opinion.id, recommendationId: ref.recommendationId, bodyId: referral.bodyId, verdict, reasoning: opinion.reasoning, dissent: opinion.dissent,
      votesFor: opinion.votesFor, votesAgainst: opinion.votesAgainst, votesAbstained: opinion.votesAbstained, adoptedOn: opinion.adoptedOn,
    });
    await this.referrals.noteState(em, referral);
    await this.referrals.advance(em, me, referral.dossierId);
    await this.identity.audit(em, {
      by: me, action: before ? 'opinion.corrected' : 'opinion.adopted', subjectKind: 'opinion', subjectId: opinion.id, facts: { verdict },
    });
    return { id: opinion.id, verdict, ...input };
  }

  /**
   * A decision on some recommendations of the version or all of them: of the body that has it before it and decides, or of the council after a commission's opinion on each. It binds and is final.
   * @throws Problem `review/opinions-missing`, `review/decided`, `review/decides-elsewhere` while it is on its way to a deciding body, `review/step-state` where a later version lies before the body, `review/unknown-recommendation`, `invalid-input` for a body that
   * does not decide
   */
  async recordDecision(me: Viewer, referralId: string, { items, ...input }: RecordDecision): Promise<Made> {
    return this.transactions.run(async (em) => {
      await this.referrals.holdOf(em, referralId);
      const { referral, facts } = await openReferral(em, this.participation, referralId, 'pessimistic_write');
      demand(recordDecision, me, facts);
      demandStanding(referral);
      if (await em.existsBy(Referral, { stepId: referral.stepId, version: MoreThan(referral.version) })) throw new Problem('review/step-state', { state: 'returned' });
      const by = me.person?.id ?? null;
      const own = await this.identity.body(referral.bodyId);
      const deciding = own?.deciding ?? false;
      if (!deciding && (await standingSteps(em, referral.dossierId)).some((step) => step.deciding && !step.withdrawn)) throw new Problem('review/decides-elsewhere');
      const referred = await em.findBy(ReferralItem, { referralId });
      const recommendationIds = referred.map(({ recommendationId }) => recommendationId);
      const opinions = await this.opinionsOn(em, recommendationIds);
      const opinionIds = opinions.filter((one) => one.referralId === referralId).map(({ recommendationId }) => recommendationId);
      const decidedIds = await this.decidedOn(em, referralId);
      checkDecision(items, { recommendationIds, opinionIds, decidedIds, deciding, settledIds: await this.decidedOn(em, referralId, 'postponed') });
      const body = await this.identity.body(input.bodyId);
      if (!body?.deciding || (deciding && body.id !== referral.bodyId)) throw new Problem('invalid-input', {}, [{ path: 'bodyId', code: 'not-allowed' }]);
      await this.notInFuture(input.decidedOn);
      const answered = new Set(items.map(({ recommendationId }) => recommendationId));
      const standing = opinions.filter(({ recommendationId }) => answered.has(recommendationId));
      checkDecidedOn(input.decidedOn, standing.map(({ adoptedOn }) => adoptedOn));
      const id = newId();
      await em.insert(Decision, { id, referralId, ...input, recordedBy: by, recordedAt: new Date() });
      const rows = items.map((item) => ({ id: newId(), decisionId: id, ...item }));
      await em.insert(DecisionItem, rows);
      await this.provenance.register(
        em,
        rows.map((row) => ({
          id: row.id, kind: 'decision' as const, title: `${body.name}, ${input.number}`, url: `/decisions/${id}`, visibility: 'public' as const,
          processId: referral.processId, outcome: row.verdict, reason: row.reasons, at: noonOf(input.decidedOn),
        })),
      );
      // whatever bodies said on it led there; so did its coming before a body that decides
      const stations = [
        ...standing.map(({ id: fromId, recommendationId }) => ({ fromId, recommendationId })),
        ...(deciding ? referred.map(({ id: fromId, recommendationId }) => ({ fromId, recommendationId })) : []),
      ];
      await this.provenance.link(
        em,
        rows.flatMap((row) => stations.filter(({ recommendationId }) => recommendationId === row.recommendationId).map(({ fromId }) => ({ fromId, toId: row.id, kind: 'decided-by' as const }))),
        by,
      );
      await this.referrals.noteState(em, referral);
      await this.referrals.advance(em, me, referral.dossierId);
      await this.identity.audit(em, { by: me, action: 'decision.recorded', subjectKind: 'decision', subjectId: id });
      return { id };
    });
  }

  /** Where the item of a decision belongs, for what follows from it; null for an unknown one. */
  async decisionItem(em: EntityManager, id: string): Promise<{ id: string; decisionId: string } | null> {
    return em.findOne(DecisionItem, { select: { id: true, decisionId: true }, where: { id } });
  }

  /** `commitments` writes down a milestone that follows from a decision, and each change of it. */
  async noteMilestone(em: EntityManager, milestone: NotedMilestone): Promise<void> {
    await em.upsert(DecisionMilestone, milestone, ['milestoneId']);
  }

  /** Replaces what she noted for herself, also after everything is decided. @throws Problem `review/unknown-recommendation` */
  async writeNote(me: Viewer, ref: ReferredRef, { text }: WriteNote): Promise<void> {
    return this.transactions.run(async (em) => {
      const { facts } = await openReferral(em, this.participation, ref.referralId);
      demand(readReferral, me, facts);
      const { id: itemId } = await this.itemOf(em, ref);
      const personId = me.person!.id;
      if (text === '') await em.delete(PositionNote, { itemId, personId });
      else await em.upsert(PositionNote, { itemId, personId, text, writtenAt: new Date() }, ['itemId', 'personId']);
    });
  }

  /** A recommendation on which its commission has not spoken yet, for one of its members: herself, or one without an account whom somebody enters it for. */
  private async openToMember(em: EntityManager, me: Viewer, ref: MemberSaid): Promise<OpenToMember> {
    // Held in common: members speak at once, and no opinion is adopted between the look below and what they write. Two of one member are no harm: each is one row
    // by its key, and a position beside a conflict counts for nothing whichever came first.
    const { referral, facts } = await openReferral(em, this.participation, ref.referralId, 'pessimistic_read');
    const { mandateId } = ref;
    if (mandateId) {
      demand(speakForMember, me, facts);
      const today = await this.identity.today();
      const members = await this.identity.membersOn(em, referral.bodyId, today);
      if (!members.some((member) => member.mandateId === mandateId)) throw new Problem('not-found');
    } else {
      if (readReferral.allows(me, facts) && !givePosition.allows(me, facts)) throw new Problem('review/not-a-member');
      demand(givePosition, me, facts);
    }
    demandStanding(referral);
    const { id: itemId } = await this.itemOf(em, ref);
    if (await em.existsBy(OpinionRow, { itemId })) throw new Problem('review/opinion-adopted');
    const personId = me.person!.id;
    return mandateId
      ? { said: { itemId, mandateId }, once: ['itemId', 'mandateId'], enteredBy: personId }
      : { said: { itemId, personId }, once: ['itemId', 'personId'], enteredBy: null };
  }

  /** Who could vote on it on that day: those who came to the body's meeting about it; where it did not meet, those who sat in it. */
  private async hallOf(em: EntityManager, itemId: string, bodyId: string, day: string): Promise<Hall> {
    const came = await em.query<Pick<PositionConflict, 'personId' | 'mandateId'>[]>(
      `select s.person_id as "personId", s.mandate_id as "mandateId" from meeting_seat s
        where s.presence in ('present', 'left') and s.meeting_id = (
          select m.id from meeting m join meeting_item i on i.meeting_id = m.id
            where i.referral_item_id = $1 and m.starts_on = $2::date and m.state <> 'planned' order by m.starts_at, m.id limit 1)`,
      [itemId, day],
    );
    const members = came.length > 0 ? came : (await this.identity.membersOn(em, bodyId, day)).filter(({ role }) => role !== 'secretary');
    const conflicts = await em.findBy(PositionConflict, { itemId });
    const conflicted = members.filter((member) => conflicts.some(({ personId, mandateId }) => personId === member.personId && mandateId === member.mandateId)).length;
    return { present: came.length > 0 ? came.length : null, conflicted };
  }

  private async itemOf(em: EntityManager, { referralId, recommendationId }: ReferredRef): Promise<ReferralItem> {
    const item = await em.findOneBy(ReferralItem, { referralId, recommendationId });
    if (!item) throw new Problem('review/unknown-recommendation');
    return item;
  }

  /** Recommendations that decisions on a referral answered; without those of one verdict. */
  private async decidedOn(em: EntityManager, referralId: string, but = ''): Promise<string[]> {
    const rows = await em.query<{ id: string }[]>(
      'select di.recommendation_id as id from decision d join decision_item di on di.decision_id = d.id where d.referral_id = $1 and di.verdict <> $2',
      [referralId, but],
    );
    return rows.map(({ id }) => id);
  }

  private wasDecidedAnywhere(em: EntityManager, recommendationId: string): Promise<boolean> {
    return em.existsBy(DecisionItem, { recommendationId });
  }

  private async wasDecidedOn(em: EntityManager, referralId: string, recommendationIds: readonly string[]): Promise<boolean> {
    const decided = await this.decidedOn(em, referralId);
    return recommendationIds.some((id) => decided.includes(id));
  }

  /** What bodies said on these recommendations, each once. */
  private opinionsOn(em: EntityManager, recommendationIds: readonly string[]): Promise<{ id: string; referralId: string; recommendationId: string; adoptedOn: string }[]> {
    return em.query(
      `select o.id, i.referral_id as "referralId", i.recommendation_id as "recommendationId", to_char(o.adopted_on, 'YYYY-MM-DD') as "adoptedOn"
      from opinion o join referral_item i on i.id = o.item_id join referral r on r.id = i.referral_id
      where i.recommendation_id = any($1::uuid[]) and r.withdrawn_at is null`,
      [recommendationIds],
    );
  }

  private async notInFuture(day: string): Promise<void> {
    const today = await this.identity.today();
    if (day > today) throw new Problem('review/day-in-future', { day: today });
  }
}
