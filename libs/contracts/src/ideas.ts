import { z } from 'zod';
import { IdeaState, type IdeaChangeKind, type IdeaStep } from './idea-changes.ts';
import { IDEA_SORTS, IDEA_STATE_FILTERS } from './idea-choices.ts';
import { IdeaPlace, PlanPart, type IdeaPictureView, type IdeaPlaceView } from './idea-places.ts';
import { Id, Language, optionalText, PageQuery, TEXT_MAX_LENGTH, Title, TITLE_MAX_LENGTH, PAGE_SIZE_MAX, type Page } from './common.ts';

/** POST /api/ideas → Made (staff of the session; Idempotency-Key): clusters of closed cluster activities are confirmed as one idea of the process. */
export const ConfirmIdea = z.strictObject({
  clusterIds: z.array(Id).min(1).max(50),
  title: Title,
  summary: optionalText(TEXT_MAX_LENGTH),
  /** That title and summary are written in; null: nobody said. */
  language: Language.nullable().default(null),
});
export type ConfirmIdea = z.infer<typeof ConfirmIdea>;
/** PUT /api/ideas/:id (staff of the process). `place`: on the plan that is shown, or where it is already. */
export const EditIdea = z.strictObject({
  title: Title,
  summary: optionalText(TEXT_MAX_LENGTH),
  language: Language.nullable(),
  categoryId: Id.nullable(),
  place: IdeaPlace.nullable(),
  revision: z.int(),
});
export type EditIdea = z.infer<typeof EditIdea>;

export const IdeaSort = z.enum(IDEA_SORTS);
export type IdeaSort = z.infer<typeof IdeaSort>;
export const IdeaStateFilter = z.enum(IDEA_STATE_FILTERS);
export type IdeaStateFilter = z.infer<typeof IdeaStateFilter>;
/** Which ideas of a process: current ones unless told otherwise; those whose title and summary have all words of the search, by their beginnings, whatever case and diacritics. */
export const IdeaFilter = z.strictObject({
  search: optionalText(TITLE_MAX_LENGTH).default(''),
  state: IdeaStateFilter.default('current'),
  categoryId: Id.optional(),
  /** That its words are written in. */
  language: Language.optional(),
  /** Whether it says where it is. */
  place: z.enum(['yes', 'no']).optional(),
  /** On this part of the plan. */
  within: PlanPart.optional(),
});
export type IdeaFilter = z.infer<typeof IdeaFilter>;
/** As many ideas as one page holds, by their ids with commas between: those that were chosen before are named, on whatever page they would be. */
export const IDEAS_BY_ID_MAX = PAGE_SIZE_MAX;
const ID_LENGTH = 36;
const ChosenIdeas = z.string().max(IDEAS_BY_ID_MAX * (ID_LENGTH + 1)).transform((words) => words.split(',')).pipe(z.array(Id).max(IDEAS_BY_ID_MAX));
/** GET /api/processes/:processId/ideas → IdeaList. `ids`: of these alone. */
export const IdeasQuery = z.strictObject({
  ...PageQuery.shape, ...IdeaFilter.shape, sort: IdeaSort.default('supported'), seed: z.coerce.number().int().min(0).max(999_999).default(0), ids: ChosenIdeas.optional(),
});
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
  /** That of its words; null where nobody said. */
  language: Language | null;
  category: string | null;
  /** In words; empty where it does not say. */
  placeName: string;
}
/** GET /api/ideas/:id → IdeaView */
export interface IdeaView extends IdeaRow {
  processId: string;
  processTitle: string;
  revision: number;
  categoryId: string | null;
  place: IdeaPlaceView | null;
  pictures: IdeaPictureView[];
  /** Nobody looked at it yet: only its author and the staff see it. */
  waiting: boolean;
  /** What a resident wrote, as she wrote it; null where the idea came out of clusters. */
  contribution: { id: string; text: string; language: Language; mine: boolean } | null;
  /** Somebody wrote it down for its author: who, in the name she has in office, and from what. `name`: what its author wants to be called; for the people of the process alone, until she agrees to be quoted with it. */
  writtenDown: { by: string | null; onPaper: boolean; name: string | null } | null;
  clusters: ClusterEvidence[];
  /** What it was made from, and what came of it, in the order of time; what the viewer may not see is left out. */
  madeFrom: IdeaStep[];
  became: IdeaStep[];
  may: { edit: boolean; publish: boolean; /** Merge, split, carry over: staff, while it is current. */ arrange: boolean; undo: IdeaChangeKind[] };
}
export interface NamedNote {
  contributionId: string;
}
export interface SaidNote extends NamedNote {
  text: string;
  language: Language;
}
/** A cluster as evidence: people's own words and the votes on it. */
export interface ClusterEvidence<Note extends NamedNote = SaidNote> {
  id: string;
  title: string;
  sessionId: string;
  sessionTitle: string;
  notes: Note[];
  /** Notes that the viewer may not read: counted, so that the evidence stays honest. */
  hiddenNoteCount?: number;
  /** Where the idea took along only some of the cluster's notes: how many the cluster has. The vote was on all of it. */
  ofNoteCount?: number;
  /** Null where no vote was held. `ofDots`: all dots given in that vote. */
  vote: { dots: number; voters: number; ofDots: number; ofVoters: number } | null;
}
