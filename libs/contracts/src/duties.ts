import { z } from 'zod';
import { Id, Language, PageQuery } from './common.ts';

/** What may wait for somebody: an answer to an idea, an assessment, a department's and an author's answer to a question, a commission's opinion, a member's position, a council's decision, a commitment after a decision, a milestone. */
export const DutyKind = z.enum(['idea-answer', 'assessment', 'question', 'author-question', 'referral', 'position', 'decision', 'commitment', 'milestone']);
export type DutyKind = z.infer<typeof DutyKind>;
/** What people are reminded of. */
export const OwedKind = DutyKind.exclude(['author-question']);
export type OwedKind = z.infer<typeof OwedKind>;
/** What offices read of each other: a position is between a member and her body. */
export const OfficeKind = DutyKind.exclude(['position']);
export type OfficeKind = z.infer<typeof OfficeKind>;
/** An author stands for whoever wrote some words: nobody is told who. What a member of a body owes by herself is told to her alone. */
export const DutyHolderScope = z.enum(['organisation', 'body', 'process', 'author', 'member']);
export type DutyHolderScope = z.infer<typeof DutyHolderScope>;

export const TERM_DAYS_MAX = 730;
const days = z.int().min(1).max(TERM_DAYS_MAX);
/** Days within which an idea of the process is answered and a department gives what it was asked for; null: no term. */
const TERMS = { answerDays: days.nullable(), questionDays: days.nullable() };
/** PUT /api/processes/:processId/answer-terms (leads and officers) */
export const EditAnswerTerms = z.strictObject({ ...TERMS, revision: z.int().min(0) });
export type EditAnswerTerms = z.infer<typeof EditAnswerTerms>;
/** GET /api/processes/:processId/answer-terms: whoever sees the process knows when it answers. */
export interface AnswerTerms extends EditAnswerTerms {
  may: { edit: boolean };
}
export const TermsOf = z.strictObject({ processId: Id });

export const LADDER_STEPS_MAX = 10;
const step = z.int().min(-60).max(365);
/**
 * PUT /api/reminder-ladder (administrators): on which days around a term people are reminded (-3: three days before it, 0: on it), and from which on those who answer for the
 * whole process are told too; null: never.
 */
export const EditReminderLadder = z.strictObject({
  days: z.array(step).max(LADDER_STEPS_MAX).refine((all) => new Set(all).size === all.length),
  officeFromDays: step.nullable(),
  revision: z.int().min(1),
});
export type EditReminderLadder = z.infer<typeof EditReminderLadder>;
/** GET /api/reminder-ladder (signed in) */
export interface ReminderLadder extends EditReminderLadder {
  may: { edit: boolean };
}

/** Something that waits, as whoever works on it sees it. */
export interface DutyView {
  kind: DutyKind;
  id: string;
  title: string;
  /** Where it is done. */
  url: string;
  processId: string | null;
  processTitle: string | null;
  holderScope: DutyHolderScope;
  holderId: string;
  /** Of an author: the body that asked; of a member: hers. */
  holderName: string;
  /** Since when it waits. */
  since: string;
  dueOn: string | null;
  late: boolean;
  language: Language | null;
}

/** GET /api/duties → Page<DutyView>: what waits, the most urgent first. Without `of`: for the viewer herself; `office`: in all that she answers for. */
export const DutyQuery = z.strictObject({
  ...PageQuery.shape,
  of: z.enum(['me', 'office']).default('me'),
  kind: DutyKind.optional(),
  show: z.enum(['all', 'late']).default('all'),
  processId: Id.optional(),
  holderId: Id.optional(),
});
export type DutyQuery = z.infer<typeof DutyQuery>;

/** GET /api/records/:id/waiting → PublicDuty[]: whoever sees the record: for whom it and what came of it waits. */
export interface PublicDuty {
  kind: Exclude<OwedKind, 'position'>;
  holderName: string;
  since: string;
  dueOn: string | null;
  late: boolean;
}
/** With since when it has an answer, and until when it gets one. */
export interface WaitingView {
  answeredAt: string | null;
  duties: PublicDuty[];
}

/** How much of one kind waits, and how much of it past its day. */
export interface WaitingCount {
  kind: OfficeKind;
  open: number;
  late: number;
}
/** Days from when it was asked until it was done, to one decimal; null where nothing was done yet. */
export interface DaysTaken {
  medianDays: number | null;
  /** Nine of ten took no longer. */
  slowDays: number | null;
}
/** GET /api/overview/processes → Page<ProcessOverview> (whoever answers for some): what people said in each, how much of it has an answer, what waits. */
export interface ProcessOverview extends DaysTaken {
  processId: string;
  title: string;
  contributionCount: number;
  answeredCount: number;
  decidedCount: number;
  waiting: WaitingCount[];
}
/** GET /api/overview/holders → Page<HolderOverview>: for whom things wait: departments and bodies. */
export interface HolderOverview extends DaysTaken {
  scope: Exclude<DutyHolderScope, 'process' | 'author' | 'member'>;
  id: string;
  name: string;
  /** The day since which the oldest waits. */
  oldestOn: string | null;
  doneCount: number;
  waiting: WaitingCount[];
}

export const AnswerShow = z.enum(['all', 'answered', 'unanswered', 'decided']);
export type AnswerShow = z.infer<typeof AnswerShow>;
/** GET /api/overview/contributions?processId → Page<AnsweredContribution>: what stands behind the counts, the oldest first. */
export const ContributionsQuery = z.strictObject({ ...PageQuery.shape, processId: Id, show: AnswerShow.default('all') });
export type ContributionsQuery = z.infer<typeof ContributionsQuery>;
export interface AnsweredContribution {
  id: string;
  text: string;
  language: Language | null;
  at: string;
  answeredAt: string | null;
  decidedAt: string | null;
}

/** POST /api/overview-files → CSV of one table, XLSX of both. */
export const OverviewFile = z.strictObject({ format: z.enum(['csv', 'xlsx']), of: z.enum(['processes', 'holders']), language: Language });
export type OverviewFile = z.infer<typeof OverviewFile>;
