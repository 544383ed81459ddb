import { z } from 'zod';
import { IDEA_STATES } from './idea-choices.ts';
import { Id, line, optionalText, text, TEXT_MAX_LENGTH, Title } from './common.ts';

/** How an idea stands: `current` ones are worked with; the others stay readable and say what became of them. */
export const IdeaState = z.enum(IDEA_STATES);
export type IdeaState = z.infer<typeof IdeaState>;

/** What can be done to ideas as a whole, and undone again. */
export const IdeaChangeKind = z.enum(['merge', 'split', 'carry-over']);
export type IdeaChangeKind = z.infer<typeof IdeaChangeKind>;

export const MERGED_MAX = 50;
export const PARTS_MAX = 10;

/** POST /api/idea-merges → Made (staff of the process; Idempotency-Key): several current ideas of one process become one more. Each of them stays as it is and leads to it. */
export const MergeIdeas = z.strictObject({ ideaIds: z.array(Id).min(2).max(MERGED_MAX), title: Title, summary: optionalText(TEXT_MAX_LENGTH) });
export type MergeIdeas = z.infer<typeof MergeIdeas>;

/**
 * POST /api/ideas/:id/splits → { ids }: one current idea becomes several. Each part names the notes it takes along; a note may go to several parts, and each
 * must go to at least one.
 */
export const IdeaPart = z.strictObject({ title: Title, summary: optionalText(TEXT_MAX_LENGTH), contributionIds: z.array(Id).max(5_000) });
export const SplitIdea = z.strictObject({ parts: z.array(IdeaPart).min(2).max(PARTS_MAX) });
export type SplitIdea = z.infer<typeof SplitIdea>;

/**
 * POST /api/ideas/:id/carry-overs → Made: an idea that is not taken here goes on, in another process or in another document of the town, and everybody reads why.
 * POST /api/decision-items/:id/carry-over → Made (staff of the process, and of the other one): likewise what a decision did not accept; `review/nothing-to-carry-over`. DELETE takes it back, `idea/went-further`.
 */
export const CarryOver = z.strictObject({
  to: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('process'), processId: Id }),
    z.strictObject({ kind: z.literal('document'), title: line(200) }),
  ]),
  reason: text(2_000),
});
export type CarryOver = z.infer<typeof CarryOver>;

/** POST /api/ideas/:id/undoings: the change is undone, nothing of it is removed. Refused as `idea/went-further` where something came of it meanwhile. */
export const UndoIdeaChange = z.strictObject({ change: IdeaChangeKind });
export type UndoIdeaChange = z.infer<typeof UndoIdeaChange>;

/** One thing that an idea was made from, or that it became. */
export interface IdeaStep {
  /** Of the idea at the other end, or of the document. */
  id: string;
  /** Null for a document. */
  url: string | null;
  title: string;
  change: IdeaChangeKind;
  reason: string | null;
  at: string;
  /** It was undone then. */
  undoneAt: string | null;
}
