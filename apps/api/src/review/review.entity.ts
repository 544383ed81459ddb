import type { DecisionVerdict, Opinion as OpinionView, OpinionVerdict, PositionVerdict } from '@spolu/contracts/review';
import { Check, Column, Entity, ForeignKey, Generated, Index, PrimaryColumn, Unique } from 'typeorm';
import { ReferralStep } from './route/route.entity.ts';

/** A dossier version that went to a commission. */
@Entity('referral')
@Unique('referral_once_per_step', ['stepId', 'version'])
@Index('referral_version', ['dossierId', 'version'])
@ForeignKey('dossier_version', ['dossierId', 'version'], ['dossierId', 'version'], { name: 'referral_version_fkey' })
export class Referral {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'referral_pkey' })
  id: string;
  @Column('uuid')
  dossierId: string;
  @Column('int')
  version: number;
  /** Of the route; after a return it goes on with another version. */
  @ForeignKey(() => ReferralStep, { name: 'referral_step_id_fkey' })
  @Column('uuid')
  stepId: string;
  @Index('referral_process_id')
  @ForeignKey('process', 'id', { name: 'referral_process_id_fkey' })
  @Column('uuid')
  processId: string;
  @Index('referral_body_id')
  @ForeignKey('body', 'id', { name: 'referral_body_id_fkey' })
  @Column('uuid')
  bodyId: string;
  @Column('date')
  dueOn: string;
  @ForeignKey('person', 'id', { name: 'referral_referred_by_fkey' })
  @Column('uuid', { nullable: true })
  referredBy: string | null;
  @Column('timestamptz')
  referredAt: Date;
  /** Taken back: nobody says anything on it any more. */
  @Column('timestamptz', { nullable: true })
  withdrawnAt: Date | null;
}

/** One recommendation before one commission: the station of the way between recommendation and opinion. */
@Entity('referral_item')
@Unique('referral_item_once', ['referralId', 'recommendationId'])
export class ReferralItem {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'referral_item_pkey' })
  id: string;
  @ForeignKey(() => Referral, { name: 'referral_item_referral_id_fkey' })
  @Column('uuid')
  referralId: string;
  @ForeignKey('recommendation', 'id', { name: 'referral_item_recommendation_id_fkey' })
  @Column('uuid')
  recommendationId: string;
}

/** One member's view on one recommendation; she may change it until the opinion is adopted. */
@Entity('position')
@Unique('position_one_per_person', ['itemId', 'personId'])
@Unique('position_one_per_mandate', ['itemId', 'mandateId'])
@Check('position_person_or_mandate', '(person_id is null) <> (mandate_id is null)')
@Check('position_verdict', `verdict in ('support', 'support-with-changes', 'return', 'not-support', 'abstain')`)
export class Position {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'position_pkey' })
  @Generated('uuid')
  id: string;
  @ForeignKey(() => ReferralItem, { name: 'position_item_id_fkey' })
  @Column('uuid')
  itemId: string;
  @ForeignKey('person', 'id', { name: 'position_person_id_fkey' })
  @Column('uuid', { nullable: true })
  personId: string | null;
  /** A member without an account; somebody else entered what she said. */
  @ForeignKey('mandate', 'id', { name: 'position_mandate_id_fkey' })
  @Column('uuid', { nullable: true })
  mandateId: string | null;
  @ForeignKey('person', 'id', { name: 'position_entered_by_fkey' })
  @Column('uuid', { nullable: true })
  enteredBy: string | null;
  @Column('text')
  verdict: PositionVerdict;
  @Column('text')
  reason: string;
  @Column('timestamptz')
  givenAt: Date;
}

/** A member's interest in a recommendation: while it is declared she gives no position on it, and one she gave before does not count. */
@Entity('position_conflict')
@Unique('position_conflict_one_per_person', ['itemId', 'personId'])
@Unique('position_conflict_one_per_mandate', ['itemId', 'mandateId'])
@Check('position_conflict_person_or_mandate', '(person_id is null) <> (mandate_id is null)')
export class PositionConflict {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'position_conflict_pkey' })
  @Generated('uuid')
  id: string;
  @ForeignKey(() => ReferralItem, { name: 'position_conflict_item_id_fkey' })
  @Column('uuid')
  itemId: string;
  @ForeignKey('person', 'id', { name: 'position_conflict_person_id_fkey' })
  @Column('uuid', { nullable: true })
  personId: string | null;
  @ForeignKey('mandate', 'id', { name: 'position_conflict_mandate_id_fkey' })
  @Column('uuid', { nullable: true })
  mandateId: string | null;
  @ForeignKey('person', 'id', { name: 'position_conflict_entered_by_fkey' })
  @Column('uuid', { nullable: true })
  enteredBy: string | null;
  @Column('text')
  reason: string;
  @Column('timestamptz')
  declaredAt: Date;
}

/** What somebody of the commission notes for herself; nobody else ever reads it. */
@Entity('position_note')
export class PositionNote {
  @ForeignKey(() => ReferralItem, { name: 'position_note_item_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'position_note_pkey' })
  itemId: string;
  @ForeignKey('person', 'id', { name: 'position_note_person_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'position_note_pkey' })
  personId: string;
  @Column('text')
  text: string;
  @Column('timestamptz')
  writtenAt: Date;
}

/** The commission's opinion on one recommendation. Its secretary may correct it until the council has decided. */
@Entity('opinion')
@Check('opinion_motion', `motion in ('support', 'support-with-changes', 'return', 'not-support', 'took-note')`)
@Check('opinion_votes', 'votes_for >= 0 and votes_against >= 0 and votes_abstained >= 0')
@Check('opinion_verdict', `verdict in (motion, 'no-opinion')`)
@Unique('opinion_one_per_recommendation', ['itemId'])
export class OpinionRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'opinion_pkey' })
  id: string;
  @ForeignKey(() => ReferralItem, { name: 'opinion_item_id_fkey' })
  @Column('uuid')
  itemId: string;
  @Column('text')
  motion: OpinionVerdict;
  @Column('text')
  reasoning: string;
  @Column('text', { default: '' })
  dissent: string;
  @Column('int')
  votesFor: number;
  @Column('int')
  votesAgainst: number;
  @Column('int')
  votesAbstained: number;
  @Column('text')
  verdict: OpinionView['verdict'];
  @Column('date')
  adoptedOn: string;
  @ForeignKey('person', 'id', { name: 'opinion_recorded_by_fkey' })
  @Column('uuid', { nullable: true })
  recordedBy: string | null;
  @Column('timestamptz')
  recordedAt: Date;
}

/** The council's decision on a referral, on some of it or all. A trigger refuses every change. */
@Entity('decision')
export class Decision {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'decision_pkey' })
  id: string;
  @Index('decision_referral_id')
  @ForeignKey(() => Referral, { name: 'decision_referral_id_fkey' })
  @Column('uuid')
  referralId: string;
  @ForeignKey('body', 'id', { name: 'decision_body_id_fkey' })
  @Column('uuid')
  bodyId: string;
  @Column('text')
  number: string;
  @Index('decision_decided_on')
  @Column('date')
  decidedOn: string;
  @Column('text')
  text: string;
  @ForeignKey('person', 'id', { name: 'decision_recorded_by_fkey' })
  @Column('uuid', { nullable: true })
  recordedBy: string | null;
  @Column('timestamptz')
  recordedAt: Date;
}

@Entity('decision_item')
@Check('decision_item_verdict', `verdict in ('accepted', 'accepted-with-changes', 'not-accepted', 'postponed')`)
@Unique('decision_item_once', ['decisionId', 'recommendationId'])
export class DecisionItem {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'decision_item_pkey' })
  id: string;
  @ForeignKey(() => Decision, { name: 'decision_item_decision_id_fkey' })
  @Column('uuid')
  decisionId: string;
  @ForeignKey('recommendation', 'id', { name: 'decision_item_recommendation_id_fkey' })
  @Column('uuid')
  recommendationId: string;
  @Column('text')
  verdict: DecisionVerdict;
  @Column('text')
  reasons: string;
}

/** A milestone that follows from a decision, written down by `commitments`, which owns it. */
@Entity('decision_milestone')
export class DecisionMilestone {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'decision_milestone_pkey' })
  milestoneId: string;
  @Index('decision_milestone_decision_item_id')
  @ForeignKey(() => DecisionItem, { name: 'decision_milestone_decision_item_id_fkey' })
  @Column('uuid')
  decisionItemId: string;
  @Column('text')
  title: string;
  @Column('text')
  state: string;
  @Column('date', { nullable: true })
  dueOn: string | null;
  @Column('text', { nullable: true })
  ownerName: string | null;
}
