import { z } from 'zod';
import type { IdeaChangeKind, IdeaState, IdeaStep } from './idea-changes.ts';
import { Id, optionalText, PageQuery, TEXT_MAX_LENGTH, Title, TITLE_MAX_LENGTH, type Language, type Page } from './common.ts';

/** POST /api/ideas → Made (staff of the session; Idempotency-Key): clusters of closed cluster activities are confirmed as one idea of the process. */
export const ConfirmIdea = z.strictObject({
  clusterIds: z.array(Id).min(1).max(50),
  title: Title,
  summary: optionalText(TEXT_MAX_LENGTH),
});
export type ConfirmIdea = z.infer<typeof ConfirmIdea>;
/** PUT /api/ideas/:id */
export const EditIdea = z.strictObject({ title: Title, summary: optionalText(TEXT_MAX_LENGTH), revision: z.int() });
export type EditIdea = z.infer<typeof EditIdea>;

/** `shuffled` gives each visitor an order of her own, by her `seed`: so every idea has its turn at the top. */
export const IdeaSort = z.enum(['supported', 'newest', 'commented', 'shuffled']);
export type IdeaSort = z.infer<typeof IdeaSort>;
/** GET /api/processes/:processId/ideas?search&state&sort&seed&categoryId → IdeaList: current ones, or with `state=all` also those that became part of others, were split, carried over or undone; those whose title and summary have all words of the search, by their beginnings, whatever case and diacritics. */
export const IdeasQuery = z.strictObject({ ...PageQuery.shape, search: optionalText(TITLE_MAX_LENGTH).default(''), state: z.enum(['current', 'all']).default('current'), sort: IdeaSort.default('supported'), seed: z.coerce.number().int().min(0).max(999_999).default(0), categoryId: Id.optional() });
export type IdeasQuery = z.infer<typeof IdeasQuery>;
/**
 * GET /api/processes/:processId/similar-ideas?text → SimilarIdea[]: ideas of the process that may propose what `text` does, the most alike first, at most five.
 * It compares how words are written, not what they mean: it proposes, a person decides.
 */
export const SIMILAR_TEXT_MAX_LENGTH = 500;
export const SimilarIdeasQuery = z.strictObject({ text: optionalText(SIMILAR_TEXT_MAX_LENGTH) });
export type SimilarIdeasQuery = z.infer<typeof SimilarIdeasQuery>;
export interface SimilarIdea {
  id: string;
  title: string;
  summary: string;
}
export const IdeasOf = z.strictObject({ processId: Id });
export type IdeasOf = z.infer<typeof IdeasOf>;
/** May the viewer merge ideas here? Said with the list. */
export interface IdeaList extends Page<IdeaRow> {
  may: { arrange: boolean };
}
export interface IdeaRow {
  id: string;
  title: string;
  summary: string;
  noteCount: number;
  dots: number | null;
  state: IdeaState;
  supportCount: number;
  commentCount: number;
  createdAt: string;
}
/** GET /api/ideas/:id → IdeaView */
export interface IdeaView extends IdeaRow {
  processId: string;
  processTitle: string;
  revision: number;
  /** That of its words; null where it came out of clusters. */
  language: Language | null;
  category: string | null;
  /** Nobody looked at it yet: only its author and the staff see it. */
  waiting: boolean;
  /** What a resident wrote, as she wrote it; null where the idea came out of clusters. */
  contribution: { id: string; text: string; language: Language; mine: boolean } | null;
  clusters: ClusterEvidence[];
  /** What it was made from, and what came of it, in the order of time; what the viewer may not see is left out. */
  madeFrom: IdeaStep[];
  became: IdeaStep[];
  may: { edit: boolean; publish: boolean; /** Merge, split, carry over: staff, while it is current. */ arrange: boolean; undo: IdeaChangeKind[] };
}
/** A cluster as evidence: people's own words and the votes on it. */
export interface ClusterEvidence {
  id: string;
  title: string;
  sessionId: string;
  sessionTitle: string;
  notes: { contributionId: string; text: string; language: Language }[];
  /** Notes that the viewer may not read: counted, so that the evidence stays honest. */
  hiddenNoteCount?: number;
  /** Where the idea took along only some of the cluster's notes: how many the cluster has. The vote was on all of it. */
  ofNoteCount?: number;
  /** Null where no vote was held. `ofDots`: all dots given in that vote. */
  vote: { dots: number; voters: number; ofDots: number; ofVoters: number } | null;
}
