import type { Currency, Language } from '@spolu/contracts/common';
import { COMMITMENT_BLOCKS, MilestoneOutput, type CommitmentBlock, type FundingState, type MilestoneState } from '@spolu/contracts/commitments';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('action_plan')
@Check('action_plan_language', `language in ('sk', 'cs', 'en', 'uk')`)
@Check('action_plan_ends_after_it_begins', 'until_on >= from_on')
@Check('action_plan_revision', 'revision > 0')
export class ActionPlan {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'action_plan_pkey' })
  id: string;
  @ForeignKey('organisation', 'id', { name: 'action_plan_organisation_id_fkey' })
  @Column('uuid')
  organisationId: string;
  @Column('text')
  title: string;
  @Column('date', { nullable: true })
  fromOn: string | null;
  @Column('date', { nullable: true })
  untilOn: string | null;
  @Column('text')
  vision: string;
  @Column('text')
  language: Language;
  /** Grows with each edit; whoever edits names the one she saw. */
  @Column('int', { default: 1 })
  revision: number;
  @Column('timestamptz')
  createdAt: Date;
}

@Entity('commitment')
@Check('commitment_language', `language in ('sk', 'cs', 'en', 'uk')`)
@Check('commitment_revision', 'revision > 0')
@Check('commitment_ends_after_it_begins', 'until_on >= from_on')
@Check('commitment_amount', 'amount >= 0')
@Check('commitment_currency', `currency in ('EUR', 'CZK')`)
@Check('commitment_funding', `funding in ('secured', 'partly-secured', 'not-secured')`)
@Unique('commitment_one_position', ['actionPlanId', 'position'])
export class Commitment {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'commitment_pkey' })
  id: string;
  @ForeignKey(() => ActionPlan, { name: 'commitment_action_plan_id_fkey' })
  @Column('uuid')
  actionPlanId: string;
  @Column('int')
  position: number;
  @Column('text')
  title: string;
  @Column('int', { default: 1 })
  revision: number;
  @Column('text')
  summary: string;
  @Column('date', { nullable: true })
  fromOn: string | null;
  @Column('date', { nullable: true })
  untilOn: string | null;
  @Column('text', { array: true, default: '{}' })
  leadInternal: string[];
  @Column('text', { array: true, default: '{}' })
  leadExternal: string[];
  @Column('text', { array: true, default: '{}' })
  otherActors: string[];
  @Column('text')
  problem: string;
  @Column('text')
  statusQuo: string;
  @Column('text')
  action: string;
  @Column('text')
  contribution: string;
  @Column('text')
  vision: string;
  @Column('text', { array: true })
  values: string[];
  @Column('text')
  resources: string;
  /** In whole units of the currency. */
  @Column('int', { nullable: true })
  amount: number | null;
  @Column('text', { default: 'EUR' })
  currency: Currency;
  @Column('boolean', { default: false })
  isAmountApproximate: boolean;
  @Column('text', { nullable: true })
  funding: FundingState | null;
  @Column('text', { default: '' })
  additional: string;
  @Column('text')
  language: Language;
}

/** One version of what a field of a commitment says. Append-only: a trigger refuses to change or remove one. */
@Entity('commitment_block')
@Check('commitment_block_block', `block in ('${COMMITMENT_BLOCKS.join(`', '`)}')`)
@Check('commitment_block_number', 'number > 0')
@Check('commitment_block_language', `language in ('sk', 'cs', 'en', 'uk')`)
@Check('commitment_block_has_a_reason', `number = 1 or reason <> ''`)
export class CommitmentBlockRow {
  @ForeignKey(() => Commitment, { name: 'commitment_block_commitment_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'commitment_block_pkey' })
  commitmentId: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'commitment_block_pkey' })
  block: CommitmentBlock;
  @PrimaryColumn('int', { primaryKeyConstraintName: 'commitment_block_pkey' })
  number: number;
  @Column('text')
  text: string;
  @Column('text')
  language: Language;
  /** Null: it stood before versions were kept. */
  @Column('timestamptz', { nullable: true })
  at: Date | null;
  @Column('text')
  reason: string;
  @Column('uuid', { nullable: true })
  writtenBy: string | null;
}

@Entity('milestone')
@Check('milestone_state', `state in ('not-started', 'in-progress', 'delayed', 'done', 'changed', 'withdrawn')`)
@Check('milestone_output', `output in ('${MilestoneOutput.options.join(`', '`)}')`)
@Check('milestone_revision', 'revision > 0')
@Check('milestone_done', `(state = 'done') = (done_at is not null)`)
@Check('milestone_percent', 'percent between 0 and 100')
@Check('milestone_language', `language in ('sk', 'cs', 'en', 'uk')`)
@Unique('milestone_one_position', ['commitmentId', 'position'])
export class Milestone {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'milestone_pkey' })
  id: string;
  @ForeignKey(() => Commitment, { name: 'milestone_commitment_id_fkey' })
  @Column('uuid')
  commitmentId: string;
  @Column('int')
  position: number;
  /** Grows with each edit; whoever edits names the one she saw. */
  @Column('int', { default: 1 })
  revision: number;
  @Column('text')
  title: string;
  /** What it leaves behind. */
  @Column('text', { nullable: true })
  output: MilestoneOutput | null;
  @ForeignKey('organisation', 'id', { name: 'milestone_owner_id_fkey' })
  @Column('uuid', { nullable: true })
  ownerId: string | null;
  @Column('text')
  ownerName: string;
  @Column('date', { nullable: true })
  dueOn: string | null;
  @Column('text')
  state: MilestoneState;
  @Column('text')
  progress: string;
  @Column('int', { nullable: true })
  percent: number | null;
  @Column('text', { default: '' })
  budget: string;
  @Column('text', { default: '' })
  budgetSource: string;
  /** What proves it, and where that is found. */
  @Column('text', { default: '' })
  evidence: string;
  @ForeignKey('decision_item', 'id', { name: 'milestone_decision_item_id_fkey' })
  @Column('uuid', { nullable: true })
  decisionItemId: string | null;
  @Column('text')
  language: Language;
  @Column('timestamptz')
  updatedAt: Date;
  /** Since when it is done; edits after that leave it. */
  @Column('timestamptz', { nullable: true })
  doneAt: Date | null;
}

/** A promise that did not hold, and why. Append-only: a trigger refuses to change or remove one. */
@Entity('milestone_delay')
@Check('milestone_delay_state', `state_after in ('not-started', 'in-progress', 'delayed', 'done', 'changed', 'withdrawn')`)
@Check('milestone_delay_has_a_reason', `reason <> ''`)
@Index('milestone_delay_of', ['milestoneId', 'at'])
export class MilestoneDelayRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'milestone_delay_pkey' })
  id: string;
  @ForeignKey(() => Milestone, { name: 'milestone_delay_milestone_id_fkey' })
  @Column('uuid')
  milestoneId: string;
  @Column('timestamptz')
  at: Date;
  @Column('date', { nullable: true })
  dueBefore: string | null;
  @Column('date', { nullable: true })
  dueAfter: string | null;
  @Column('text')
  stateAfter: MilestoneState;
  @Column('text')
  reason: string;
  @Column('uuid', { nullable: true })
  notedBy: string | null;
}
