import { z } from 'zod';
import type { PublishedAssessment } from './assessment.ts';
import { Id, optionalText, text, TEXT_MAX_LENGTH, Text, Title, Visibility, type Language } from './common.ts';
import type { ClusterEvidence } from './ideas.ts';
import type { VoteMethod, VoteOptionResult } from './public-votes.ts';
import type { Opinion } from './review.ts';

/** So many ideas one recommendation may stand on. */
export const CITED_IDEAS_MAX = 100;
export const EditRecommendation = z.strictObject({
  id: Id,
  title: Title,
  text: text(TEXT_MAX_LENGTH),
  reasons: optionalText(TEXT_MAX_LENGTH),
  ideaIds: z.array(Id).max(CITED_IDEAS_MAX),
});
export type EditRecommendation = z.infer<typeof EditRecommendation>;

/** POST /api/processes/:processId/dossiers {title} → Made (process lead, facilitator, officer). */
export const AddDossier = z.strictObject({ title: Title });
export type AddDossier = z.infer<typeof AddDossier>;
/** PUT /api/dossiers/:id: the draft, whole; recommendations are numbered by their order. A wrong `revision` answers `changed-meanwhile`. */
export const EditDossier = z.strictObject({
  title: Title,
  summary: Text,
  recommendations: z.array(EditRecommendation).max(100),
  visibility: Visibility,
  revision: z.int().nonnegative(),
});
export type EditDossier = z.infer<typeof EditDossier>;

export interface DossierRow {
  id: string;
  processId: string;
  processTitle: string;
  title: string;
  latestVersion: number | null;
  publishedAt: string | null;
}
/** GET /api/processes/:processId/dossiers → Page<DossierRow>. GET /api/dossiers/:id → DossierView (draft only for its writers; others see the latest version). */
export interface DossierView {
  id: string;
  processId: string;
  processTitle: string;
  /** The draft's for its writers, else the newest version's that the viewer may read. */
  title: string;
  draft: EditDossier | null;
  /** A referral's state, or `returned` where the opinion asks for a new version. */
  versions: { version: number; publishedAt: string; referrals: { id: string; bodyId: string; bodyName: string; dueOn: string; state: string }[] }[];
  may: { edit: boolean; publish: boolean; refer: boolean };
}
/** One version of a dossier, as its address names it. */
const VersionNumber = z.coerce.number().int().min(1).max(1_000_000);
export const VersionRef = z.strictObject({ id: Id, version: VersionNumber });
export type VersionRef = z.infer<typeof VersionRef>;
/** POST /api/dossiers/:id/versions → { version }: freezes the draft with all its evidence. Needs a recommendation, and each must cite an idea. GET /api/dossiers/:id/versions/:version → DossierVersion. */
export interface DossierVersion {
  dossierId: string;
  version: number;
  processId: string;
  processTitle: string;
  title: string;
  summary: string;
  publishedAt: string;
  visibility: Visibility;
  recommendations: Recommendation[];
}
/** Fixed in one dossier version; its id is new with each version. */
export interface Recommendation {
  id: string;
  number: number;
  title: string;
  text: string;
  reasons: string;
  /** The same in every version of the dossier; null in versions from before it was kept. */
  draftId: string | null;
  evidence: Evidence[];
  /** What bodies had said of it in earlier versions when this one was published, the first to speak first. */
  opinions: EarlierOpinion[];
  /** What bodies had asked departments about it in earlier versions, the first question first. */
  questions: EarlierQuestion[];
}
/** An idea as it stood when the version was published, with all that was said of it until then. */
export interface Evidence {
  ideaId: string;
  /** It was hidden after it was frozen: its title, summary and words are sent to nobody while it is. */
  hidden?: { at: string; reason: string };
  title: string;
  summary: string;
  clusters: ClusterEvidence[];
  /** What residents wrote online, as they wrote it: its own words and those of ideas it was made from. */
  words: { contributionId: string; text: string; language: Language }[];
  /** Words that the viewer may not read. */
  hiddenWordCount?: number;
  /** What departments said and the people of the process published; never an internal note. */
  assessments: PublishedAssessment[];
  /** Public votes that were counted. */
  votes: VoteEvidence[];
}
/** What a public vote said of an idea. */
export interface VoteEvidence {
  voteId: string;
  title: string;
  /** Empty where the vote has one category. */
  categoryTitle: string;
  method: VoteMethod;
  points: number;
  voterCount: number;
  ballotCount: number;
  rank: number;
  optionCount: number;
  outcome: VoteOptionResult['outcome'];
  countedAt: string;
}
/** A body's opinion on the recommendation as it stood in an earlier version. */
export interface EarlierOpinion extends Pick<Opinion, 'id' | 'verdict' | 'reasoning' | 'dissent' | 'vote' | 'adoptedOn'> {
  version: number;
  bodyName: string;
}

/** A body's question to a department on the recommendation as it stood in an earlier version. */
export interface EarlierQuestion {
  id: string;
  version: number;
  bodyName: string;
  organisationName: string;
  text: string;
  askedAt: string;
  /** Empty where nobody had answered. */
  answer: string;
  answeredAt: string | null;
}

/** PUT /api/dossiers/:id/versions/:version/look (an account that may read it): she has it before her now; the next version tells her what changed since. */

/** GET /api/dossiers/:id/versions/:version/changes?since → DossierChanges: against an earlier version that the viewer may read; without one against the one she looked at last, else the one before. */
export const ChangesQuery = z.strictObject({ since: VersionNumber.optional() });
export type ChangesQuery = z.infer<typeof ChangesQuery>;
export interface DossierChanges {
  /** Null where there is no earlier version for her eyes; then nothing is told as new. */
  since: EarlierVersion | null;
  /** All that it can be compared with, the newest first. */
  earlier: EarlierVersion[];
  title: WordsChange | null;
  summary: WordsChange | null;
  /** Those of this version, in their order. */
  recommendations: RecommendationChange[];
  /** What is no longer recommended. */
  gone: { number: number; title: string }[];
}
export interface EarlierVersion {
  version: number;
  publishedAt: string;
  /** When the viewer had it before her last. */
  lookedAt: string | null;
}
export interface WordsChange {
  before: string;
  after: string;
}
export interface RecommendationChange {
  recommendationId: string;
  kind: 'new' | 'changed' | 'same';
  /** Only what reads otherwise. */
  words: { part: 'title' | 'text' | 'reasons'; before: string; after: string }[];
  /** Its number before, where it is another. */
  numberBefore: number | null;
  added: EvidenceChange[];
  removed: EvidenceChange[];
}
/** `names`: titles of ideas and votes, departments, bodies; notes and words of residents are counted. */
export interface EvidenceChange {
  kind: 'idea' | 'note' | 'words' | 'assessment' | 'vote' | 'opinion' | 'question';
  count: number;
  names: string[];
}
