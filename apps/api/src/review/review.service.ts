import { Injectable } from '@nestjs/common';
import type { Made } from '@spolu/contracts/common';
import type { VersionRef } from '@spolu/contracts/outputs';
import { Problem } from '@spolu/contracts/problems';
import type { AdoptOpinion, DeclareConflict, GivePosition, Opinion, RecordDecision, Refer, ReferredRef, WriteNote } from '@spolu/contracts/review';
import { In, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Transactions } from '../database/transactions.ts';
import { demand } from '../http/policy.ts';
import type { Viewer } from '../http/viewer.ts';
import { IdentityService } from '../identity/identity.service.ts';
import { referDossier } from '../outputs/outputs.policy.ts';
import { OutputsService } from '../outputs/outputs.service.ts';
import { ParticipationService } from '../participation/participation.service.ts';
import { ProvenanceService } from '../provenance/provenance.service.ts';
import { checkDecidedOn, checkDecision, referralState } from './decision.ts';
import { decideVerdict } from './opinion.ts';
import { openReferral } from './referral-access.ts';
import { Decision, DecisionItem, DecisionMilestone, OpinionRow, Position, PositionConflict, PositionNote, Referral, ReferralItem } from './review.entity.ts';
import { adoptOpinion, givePosition, readReferral, recordDecision, speakForMember } from './review.policy.ts';

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

/** What commissions and councils say on a dossier version; `ReviewPages` reads it out. */
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
  async recordOpinion(em: EntityManager, me: Viewer, ref: ReferredRef, input: AdoptOpinion, hall?: { present: number; conflicted: number }): Promise<Opinion> {
    const { referral, facts } = await openReferral(em, this.participation, ref.referralId, 'pessimistic_write');
    demand(adoptOpinion, me, facts);
    if (await em.existsBy(Decision, { referralId: referral.id })) throw new Problem('review/decided');
    const item = await this.itemOf(em, ref);
    const body = await this.identity.body(referral.bodyId);
    if (!body) throw new Problem('not-found');
    const verdict = decideVerdict(input, body, hall);
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
    }
    await this.noteState(em, referral);
    await this.identity.audit(em, {
      by: me, action: before ? 'opinion.corrected' : 'opinion.adopted', subjectKind: 'opinion', subjectId: opinion.id, facts: { verdict },
    });
    return { id: opinion.id, verdict, ...input };
  }

  /**
   * The council's decision on every recommendation of the version, after the commission's opinion on each. It binds and is final.
   * @throws Problem `review/opinions-missing`, `review/decided`, `review/unknown-recommendation`, `invalid-input` for a body that does not decide
   */
  async recordDecision(me: Viewer, referralId: string, { items, ...input }: RecordDecision): Promise<Made> {
    return this.transactions.run(async (em) => {
      const { referral, facts } = await openReferral(em, this.participation, referralId, 'pessimistic_write');
      demand(recordDecision, me, facts);
      const referred = await em.findBy(ReferralItem, { referralId });
      const decided = await em.existsBy(Decision, { referralId });
      const opinions = await em.findBy(OpinionRow, { itemId: In(referred.map(({ id }) => id)) });
      const recommendationOf = new Map(referred.map(({ id, recommendationId }) => [id, recommendationId]));
      const opinionOn = new Map(opinions.map((opinion) => [recommendationOf.get(opinion.itemId), opinion.id]));
      checkDecision(items, { recommendationIds: [...recommendationOf.values()], opinionIds: [...opinionOn.keys()].flatMap((id) => id ?? []), decided });
      const body = await this.identity.body(input.bodyId);
      if (!body?.deciding) throw new Problem('invalid-input', {}, [{ path: 'bodyId', code: 'not-allowed' }]);
      await this.notInFuture(input.decidedOn);
      checkDecidedOn(input.decidedOn, opinions.map(({ adoptedOn }) => adoptedOn));
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
    const { id: itemId } = await this.itemOf(em, ref);
    if (await em.existsBy(OpinionRow, { itemId })) throw new Problem('review/opinion-adopted');
    const personId = me.person!.id;
    return mandateId
      ? { said: { itemId, mandateId }, once: ['itemId', 'mandateId'], enteredBy: personId }
      : { said: { itemId, personId }, once: ['itemId', 'personId'], enteredBy: null };
  }

  private async itemOf(em: EntityManager, { referralId, recommendationId }: ReferredRef): Promise<ReferralItem> {
    const item = await em.findOneBy(ReferralItem, { referralId, recommendationId });
    if (!item) throw new Problem('review/unknown-recommendation');
    return item;
  }

  private async notInFuture(day: string): Promise<void> {
    const today = await this.identity.today();
    if (day > today) throw new Problem('review/day-in-future', { day: today });
  }

  private async noteState(em: EntityManager, { id, dossierId, version, bodyId, dueOn }: Referral): Promise<void> {
    const items = await em.findBy(ReferralItem, { referralId: id });
    const opinions = await em.findBy(OpinionRow, { itemId: In(items.map((item) => item.id)) });
    const decided = await em.existsBy(Decision, { referralId: id });
    const state = referralState({ recommendationIds: items.map((item) => item.id), opinionIds: opinions.map(({ itemId }) => itemId), decided });
    await this.outputs.noteReferral(em, { referralId: id, dossierId, version, bodyId, dueOn, state });
  }
}
