import { z } from 'zod';
import { Day, Id, Language, line, NAME_MAX_LENGTH, optionalText, PageQuery, Title, type Language as LanguageCode } from './common.ts';

export const CRITERIA_MAX = 20;
export const SCALE_MAX = 10;
export const WEIGHT_MAX = 100;
export const ASSESSED_TEXT_MAX_LENGTH = 4_000;
export const ASSESSED_AT_ONCE_MAX = 200;
/** A budget of a city is the most that somebody may put here, in euros. */
export const COST_MAX = 1_000_000_000;

const words = optionalText(ASSESSED_TEXT_MAX_LENGTH);

/** What an idea is assessed by: `points` on a scale from 0 to `scaleMax` with a weight, or `must`: an idea meets it or does not (1 or 0). */
export const Criterion = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('points'), id: Id, title: Title, description: words, weight: z.int().min(1).max(WEIGHT_MAX), scaleMax: z.int().min(1).max(SCALE_MAX) }),
  z.strictObject({ kind: z.literal('must'), id: Id, title: Title, description: words }),
]);
export type Criterion = z.infer<typeof Criterion>;

/** PUT /api/processes/:processId/criteria (leads and officers): all of them, in their order. Once somebody gave an assessment by them, only words may change. */
export const EditCriteria = z.strictObject({ criteria: z.array(Criterion).max(CRITERIA_MAX), revision: z.int().min(0) });
export type EditCriteria = z.infer<typeof EditCriteria>;
/** GET /api/processes/:processId/criteria → CriteriaView: whoever may see the process knows what its ideas are assessed by. */
export interface CriteriaView {
  processTitle: string;
  criteria: Criterion[];
  revision: number;
  /** An assessment was given by them: their kinds, scales and weights stay. */
  fixed: boolean;
  may: { edit: boolean; ask: boolean };
}

export const Feasibility = z.enum(['feasible', 'with-changes', 'not-feasible']);
export type Feasibility = z.infer<typeof Feasibility>;
/** Asked; begun: its department wrote something; given: it stands by it; published: everybody reads its public part. */
export const AssessmentState = z.enum(['asked', 'begun', 'given', 'published']);
export type AssessmentState = z.infer<typeof AssessmentState>;

/** POST /api/processes/:processId/assessments (leads and officers) → Asked: each department assesses each idea; what was asked before stays as it is. */
export const AskForAssessments = z.strictObject({
  ideaIds: z.array(Id).min(1).max(ASSESSED_AT_ONCE_MAX),
  organisationIds: z.array(Id).min(1).max(10),
  dueOn: Day.nullable(),
});
export type AskForAssessments = z.infer<typeof AskForAssessments>;
export interface Asked {
  askedCount: number;
  alreadyCount: number;
}

/** What an assessor says of one criterion; one left out was not said yet. */
export const CriterionScore = z.strictObject({ criterionId: Id, value: z.int().min(0).max(SCALE_MAX), reason: words });
export type CriterionScore = z.infer<typeof CriterionScore>;
/** PUT /api/assessments/:id (the department asked): kept; with `give` the department stands by it, which needs every criterion and the feasibility. */
export const WriteAssessment = z.strictObject({
  scores: z.array(CriterionScore).max(CRITERIA_MAX),
  feasibility: Feasibility.nullable(),
  /** Whole euros. */
  cost: z.int().min(0).max(COST_MAX).nullable(),
  costNote: words,
  /** For the people who work on the process alone. */
  internalNote: words,
  /** What residents read once it is published. */
  publicAnswer: words,
  language: Language,
  assessorName: z.union([line(NAME_MAX_LENGTH), z.literal('')]),
  give: z.boolean(),
  revision: z.int().min(1),
});
export type WriteAssessment = z.infer<typeof WriteAssessment>;

/** One that was asked for. */
export interface AssessmentRow {
  id: string;
  ideaId: string;
  ideaTitle: string;
  organisationId: string;
  organisationName: string;
  dueOn: string | null;
  state: AssessmentState;
}
/** GET /api/assessments → WaitingAssessment[]: what waits for the viewer's departments, the most urgent first. */
export interface WaitingAssessment extends AssessmentRow {
  processId: string;
  processTitle: string;
}

/** GET /api/processes/:processId/assessments?show → Page<AssessedIdea> (staff of the process): ideas of which an assessment was asked, the best first. */
export const AssessedQuery = z.strictObject({ ...PageQuery.shape, show: z.enum(['all', 'waiting', 'given', 'contested']).default('all') });
export type AssessedQuery = z.infer<typeof AssessedQuery>;
export const AssessmentsOf = z.strictObject({ processId: Id });
export type AssessmentsOf = z.infer<typeof AssessmentsOf>;
export const AssessmentsOfIdea = z.strictObject({ ideaId: Id });

/** What the departments' assessments of one idea come to; by those given alone. */
export interface WeighedIdea {
  givenCount: number;
  /** 0 to 100: the mean of the departments' weighted means; null without points. */
  points: number | null;
  /** The departments' own points, lowest and highest. */
  range: { low: number; high: number } | null;
  /** Criteria on which departments lie apart: for musts they contradict each other, for points by a third of the scale or more. */
  contestedIds: string[];
  /** Musts that at least one department says are not met. */
  failedIds: string[];
  cost: { low: number; high: number } | null;
  feasibility: Feasibility[];
}
export interface AssessedIdea extends WeighedIdea {
  ideaId: string;
  title: string;
  assessments: AssessmentRow[];
}

/** GET /api/assessments/:id → AssessmentView (the department asked, staff of the process) */
export interface AssessmentView extends AssessmentRow {
  processId: string;
  processTitle: string;
  ideaSummary: string;
  criteria: Criterion[];
  scores: CriterionScore[];
  feasibility: Feasibility | null;
  cost: number | null;
  costNote: string;
  internalNote: string;
  publicAnswer: string;
  language: LanguageCode;
  assessorName: string;
  revision: number;
  givenAt: string | null;
  publishedAt: string | null;
  /** What other departments gave for the same idea. Null: not before the own one is given, so that nobody leans on another. */
  others: OtherAssessment[] | null;
  may: { write: boolean; publish: boolean; withdraw: boolean };
}
export interface OtherAssessment {
  id: string;
  organisationName: string;
  scores: CriterionScore[];
  feasibility: Feasibility | null;
  cost: number | null;
  internalNote: string;
}

/** GET /api/ideas/:ideaId/assessments → PublishedAssessment[]: whoever may see the idea. */
export interface PublishedAssessment {
  id: string;
  organisationName: string;
  feasibility: Feasibility;
  cost: number | null;
  costNote: string;
  publicAnswer: string;
  language: LanguageCode;
  scores: { title: string; value: number; scaleMax: number | null; reason: string }[];
  publishedAt: string;
}

/** POST /api/processes/:processId/assessment-sheets → XLSX (staff): a row an assessment, to be filled in and brought back. */
export const AssessmentSheet = z.strictObject({ language: Language });
export type AssessmentSheet = z.infer<typeof AssessmentSheet>;
export const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const SHEET_MAX_BYTES = 2 * 1024 * 1024;

/** POST …/assessment-sheet-previews (XLSX) → SheetPreview; POST …/assessment-sheet-imports (XLSX) → SheetImported: the rows without a fault. */
export type SheetFaultCode = 'unknown-row' | 'foreign-row' | 'changed-meanwhile' | 'published' | 'no-whole-number' | 'out-of-scale' | 'unknown-word' | 'too-long' | 'twice';
export interface SheetFault {
  /** As the spreadsheet counts: the headings are row 1. */
  row: number;
  column: string | null;
  code: SheetFaultCode;
}
export interface SheetChange {
  row: number;
  ideaTitle: string;
  organisationName: string;
  changes: { column: string; before: string; after: string }[];
}
export interface SheetPreview {
  changes: SheetChange[];
  unchangedCount: number;
  faults: SheetFault[];
}
export interface SheetImported {
  changedCount: number;
}
