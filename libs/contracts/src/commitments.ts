import { z } from 'zod';
import { Day, Id, Language, line, NAME_MAX_LENGTH, Text, Title, TITLE_MAX_LENGTH, optionalLine, optionalText } from './common.ts';

export const MilestoneState = z.enum(['not-started', 'in-progress', 'delayed', 'done', 'changed', 'withdrawn']);
export type MilestoneState = z.infer<typeof MilestoneState>;

/** POST /api/action-plans → Made; PUT /api/action-plans/:id (officer, administrator). */
export const EditActionPlan = z.strictObject({
  title: Title,
  fromOn: Day.nullable(),
  untilOn: Day.nullable(),
  vision: Text,
  language: Language,
  organisationId: Id,
});
export type EditActionPlan = z.infer<typeof EditActionPlan>;
/** POST /api/action-plans/:id/commitments → Made; PUT /api/commitments/:id. Fields of the template of an open government commitment. */
export const EditCommitment = z.strictObject({
  title: Title,
  summary: Text,
  problem: Text,
  statusQuo: Text,
  action: Text,
  contribution: Text,
  vision: Text,
  values: z.array(line(NAME_MAX_LENGTH)).max(20),
  resources: Text,
  language: Language,
});
export type EditCommitment = z.infer<typeof EditCommitment>;
/** POST /api/commitments/:id/milestones → Made; PUT /api/milestones/:id. */
export const EditMilestone = z.strictObject({
  title: Title,
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
}
/** GET /api/action-plans → Page<ActionPlanView> (public) */
export interface ActionPlanView extends EditActionPlan {
  id: string;
  commitments: CommitmentRow[];
  may: { edit: boolean };
}
/** GET /api/commitments/:id → CommitmentView (public) */
export interface CommitmentView extends EditCommitment {
  id: string;
  order: number;
  actionPlanId: string;
  actionPlanTitle: string;
  milestones: MilestoneView[];
  /** Processes that serve it, as far as the viewer may see them. */
  processes: { id: string; title: string }[];
  may: { edit: boolean };
}
