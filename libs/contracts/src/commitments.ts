import { z } from 'zod';
import { AddComment } from './comments.ts';
import { Currency, Day, Id, Language, line, NAME_MAX_LENGTH, PageQuery, Text, Title, TITLE_MAX_LENGTH, optionalLine, optionalText } from './common.ts';

export const MilestoneState = z.enum(['not-started', 'in-progress', 'delayed', 'done', 'changed', 'withdrawn']);
export type MilestoneState = z.infer<typeof MilestoneState>;
/** What a milestone leaves behind: the kinds that action plans of open government name. */
export const MilestoneOutput = z.enum([
  'manual', 'space', 'campaign', 'training', 'directive', 'working-group', 'statute', 'partnership', 'event', 'team-building', 'study-visit', 'regular-meeting', 'strategy', 'evaluation-report', 'recommendations',
]);
export type MilestoneOutput = z.infer<typeof MilestoneOutput>;
/** How much of the money of a commitment is there. */
export const FundingState = z.enum(['secured', 'partly-secured', 'not-secured']);
export type FundingState = z.infer<typeof FundingState>;

/** POST /api/action-plans → Made; PUT /api/action-plans/:id (officer, administrator): `revision` is the one its editor saw, 0 for a new one; `changed-meanwhile`. */
export const EditActionPlan = z.strictObject({
  title: Title,
  fromOn: Day.nullable(),
  untilOn: Day.nullable(),
  vision: Text,
  language: Language,
  organisationId: Id,
  revision: z.int().nonnegative(),
});
export type EditActionPlan = z.infer<typeof EditActionPlan>;
/** The fields of the template of an open government commitment, in its order; each keeps its versions. Milestones come last and are rows of their own. */
export const COMMITMENT_BLOCKS = [
  'title', 'summary', 'schedule', 'leadInternal', 'leadExternal', 'otherActors', 'problem', 'statusQuo', 'action', 'contribution', 'vision', 'values', 'resources', 'additional',
] as const;
export const CommitmentBlock = z.enum(COMMITMENT_BLOCKS);
export type CommitmentBlock = z.infer<typeof CommitmentBlock>;
const lines = z.array(line(NAME_MAX_LENGTH)).max(20);
const TEXTS = {
  title: Title,
  summary: Text,
  /** The days of `schedule`. */
  fromOn: Day.nullable().default(null),
  untilOn: Day.nullable().default(null),
  /** Who carries it out: in the town hall, outside it, and who else takes part. */
  leadInternal: lines.default([]),
  leadExternal: lines.default([]),
  otherActors: lines.default([]),
  problem: Text,
  statusQuo: Text,
  action: Text,
  contribution: Text,
  vision: Text,
  values: lines,
  /** In words; what of it is money stands in the four below and belongs to the same block. */
  resources: Text,
  /** In whole units of the currency. */
  amount: z.int().nonnegative().max(2_000_000_000).nullable().default(null),
  currency: Currency.default('EUR'),
  isAmountApproximate: z.boolean().default(false),
  funding: FundingState.nullable().default(null),
  additional: Text.default(''),
};
export type CommitmentTexts = z.infer<z.ZodObject<typeof TEXTS>>;
/**
 * POST /api/action-plans/:id/commitments → Made; PUT /api/commitments/:id: `revision` is the one its editor saw, 0 for a new one; `changed-meanwhile`. Whoever changes what a field says
 * says why: `changeReason` is required then.
 */
export const EditCommitment = z.strictObject({
  ...TEXTS,
  language: Language,
  changeReason: optionalText(2_000).default(''),
  revision: z.int().nonnegative(),
});
export type EditCommitment = z.infer<typeof EditCommitment>;
/** POST /api/commitments/:id/milestones → Made; PUT /api/milestones/:id: `revision` is the one its editor saw, 0 for a new one; `changed-meanwhile`. */
export const EditMilestone = z.strictObject({
  title: Title,
  output: MilestoneOutput.nullable().default(null),
  ownerId: Id.nullable(),
  /** Where the owner is no organisation of ours. */
  ownerName: optionalLine(NAME_MAX_LENGTH),
  dueOn: Day.nullable(),
  state: MilestoneState,
  /** What was done, or why it is late: shown publicly. */
  progress: optionalText(2_000),
  /** How much of it is done, where that can be said. */
  percent: z.number().int().min(0).max(100).nullable().default(null),
  /** What it costs and who pays, in words: budgets of towns are rarely one number. */
  budget: optionalLine(NAME_MAX_LENGTH).default(''),
  budgetSource: optionalLine(TITLE_MAX_LENGTH).default(''),
  /** What proves it, and where that is found. */
  evidence: optionalText(2_000).default(''),
  /** Why what was promised does not hold: needed where the day is moved to a later one, or it comes to be late, changed or withdrawn. `commitment/delay-needs-reason` */
  delayReason: optionalText(2_000).default(''),
  /** The item of a decision that it follows from. */
  decisionItemId: Id.nullable(),
  language: Language,
  revision: z.int().nonnegative(),
});
export type EditMilestone = z.infer<typeof EditMilestone>;

/** One promise that did not hold, and why. Never changed or removed. */
export interface MilestoneDelay {
  at: string;
  dueBefore: string | null;
  dueAfter: string | null;
  stateAfter: MilestoneState;
  reason: string;
}
export interface MilestoneView extends Omit<EditMilestone, 'delayReason'> {
  id: string;
  order: number;
  ownerTitle: string | null;
  updatedAt: string;
  /** The newest first. */
  delays: MilestoneDelay[];
}
export interface CommitmentRow {
  id: string;
  order: number;
  title: string;
  summary: string;
  language: Language;
  milestoneCounts: Partial<Record<MilestoneState, number>>;
  /** Comments that were reported and wait for those who may edit; nobody else is told. */
  reportedCount: number;
}
/** GET /api/action-plans → Page<ActionPlanView> (public) */
export interface ActionPlanView extends EditActionPlan {
  id: string;
  commitments: CommitmentRow[];
  may: { edit: boolean };
}
/** GET /api/commitments/:id → CommitmentView (public) */
export interface CommitmentView extends Omit<EditCommitment, 'changeReason'> {
  id: string;
  order: number;
  actionPlanId: string;
  actionPlanTitle: string;
  /** How many versions each field has; one that never said anything is missing. */
  versionCounts: Partial<Record<CommitmentBlock, number>>;
  /** How many comments are shown below each field; one without any is missing. */
  commentCounts: Partial<Record<CommitmentBlock, number>>;
  /** How many of them were reported and wait, for those who may edit. */
  reportedCounts: Partial<Record<CommitmentBlock, number>>;
  milestones: MilestoneView[];
  /** Processes that serve it, as far as the viewer may see them. */
  processes: { id: string; title: string }[];
  may: { edit: boolean; comment: boolean };
}
/** GET /api/action-plans/:id → WholeActionPlan (public): with all that its commitments say, in their order. */
export interface WholeActionPlan extends Omit<ActionPlanView, 'commitments'> {
  commitments: CommitmentView[];
}

/** POST /api/commitments/:id/comments → Made (whoever is signed in): on a field, in the `version` that its author read; the row of comments itself is that of `comments.ts`. */
export const AddCommitmentComment = z.strictObject({ ...AddComment.shape, block: CommitmentBlock, version: z.int().positive() });
export type AddCommitmentComment = z.infer<typeof AddCommitmentComment>;

/** GET /api/commitments/:id/comments?block → Page<CommentThread> (public): what is said about a field, the earliest first. GET /api/commitments/:id/versions?block → Page<BlockVersion> (public): what a field said, the newest first. */
export const BlockQuery = z.strictObject({ ...PageQuery.shape, block: CommitmentBlock.default('title') });
export type BlockQuery = z.infer<typeof BlockQuery>;
export interface BlockVersion {
  number: number;
  /** One line an entry of a list; of the schedule `2026-01-01/2026-12-31`; of the resources, where money is named, a first line such as `40000 EUR approximate partly-secured`. */
  text: string;
  language: Language;
  /** Null: it stood before versions were kept. */
  at: string | null;
  /** Why it was changed; of the first nothing. */
  reason: string;
  /** Told to those who may edit. */
  writtenBy: string | null;
}
