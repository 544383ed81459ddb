import { z } from 'zod';
import { Id, Language, line, type Page, PageQuery, text } from './common.ts';

export const COMMENT_MAX_LENGTH = 2_000;
export const REASON_MAX_LENGTH = 500;
/** So long after writing it may its author change a comment. */
export const COMMENT_EDIT_MINUTES = 15;
/** Comments shown at once below one; an idea with more to one comment answers them a page further. */
export const REPLIES_MAX = 200;

/** PUT /api/ideas/:id/support → 204 (an account, a participant of a session of the process, a guest): once each, taken back freely. Who supports is told to nobody. */
export const SupportIdea = z.strictObject({ supporting: z.boolean() });
export type SupportIdea = z.infer<typeof SupportIdea>;

/** POST /api/ideas/:id/comments → Made: below the idea, or with `replyTo` below one of its comments; a reply is answered there too. */
export const AddIdeaComment = z.strictObject({ text: text(COMMENT_MAX_LENGTH), language: Language, replyTo: Id.nullable() });
export type AddIdeaComment = z.infer<typeof AddIdeaComment>;
/** PUT /api/idea-comments/:id → 204: its author, within `COMMENT_EDIT_MINUTES`. DELETE /api/idea-comments/:id → 204: its author, at any time; that there was one stays. */
export const EditIdeaComment = z.strictObject({ text: text(COMMENT_MAX_LENGTH) });
export type EditIdeaComment = z.infer<typeof EditIdeaComment>;

/** POST /api/ideas/:id/reports, POST /api/idea-comments/:id/reports → 204: whoever may comment tells the people of the process what should not stand here. Once each. */
export const ReportWords = z.strictObject({ reason: line(REASON_MAX_LENGTH) });
export type ReportWords = z.infer<typeof ReportWords>;
/** PUT /api/ideas/:id/hiding, PUT /api/idea-comments/:id/hiding → 204 (staff of the process): hidden with a reason, or shown (again); either settles what was reported. */
export const HideWords = z.discriminatedUnion('hidden', [
  z.strictObject({ hidden: z.literal(true), reason: line(REASON_MAX_LENGTH) }),
  z.strictObject({ hidden: z.literal(false) }),
]);
export type HideWords = z.infer<typeof HideWords>;

/** GET /api/ideas/:id/talk → IdeaTalk: how an idea is received, and what the viewer may do about it. */
export interface IdeaTalk {
  supportCount: number;
  supporting: boolean;
  commentCount: number;
  /** For its author and the people of the process; for everybody else a hidden idea is none. */
  hidden: { reason: string } | null;
  /** `speak`: support, comment, report. `asGuest`: she may once this device is a guest of the process. */
  may: { speak: boolean; asGuest: boolean; moderate: boolean };
}

export interface IdeaComment {
  id: string;
  state: 'shown' | 'hidden' | 'deleted';
  /** Null where it is hidden or deleted; of a hidden one its author and the people of the process still get it. */
  text: string | null;
  language: Language;
  at: string;
  editedAt: string | null;
  /** Written for the people of the process. Nobody else is named. */
  byStaff: boolean;
  mine: boolean;
  /** Why it is hidden, for its author and the people of the process. */
  reason: string | null;
  may: { edit: boolean; remove: boolean };
}
/** GET /api/ideas/:id/comments → Page<CommentThread>: the earliest first. */
export interface CommentThread extends IdeaComment {
  replies: IdeaComment[];
}

/** GET /api/processes/:processId/reports → Page<ReportedWords> (staff): what was reported and nobody decided on, the longest waiting first. */
export const ReportsQuery = PageQuery;
export interface ReportedWords {
  /** Of the idea or the comment. */
  id: string;
  kind: 'idea' | 'comment';
  ideaId: string;
  ideaTitle: string;
  text: string;
  language: Language | null;
  reasons: string[];
  since: string;
}
export type ReportList = Page<ReportedWords>;
