import { z } from 'zod';
import { Id, Language, line, text } from './common.ts';

export const COMMENT_MAX_LENGTH = 2_000;
export const REASON_MAX_LENGTH = 500;
/** So long after writing it may its author change a comment. */
export const COMMENT_EDIT_MINUTES = 15;
/** Comments shown at once below one; a thread with so many takes no more: `comment/thread-full`. */
export const REPLIES_MAX = 200;

/** POST …/comments → Made: below its subject, or with `replyTo` below one of its comments; a reply is answered there too. */
export const AddComment = z.strictObject({ text: text(COMMENT_MAX_LENGTH), language: Language, replyTo: Id.nullable() });
export type AddComment = z.infer<typeof AddComment>;
/** PUT of a comment → 204: its author, within `COMMENT_EDIT_MINUTES`, `comment/edit-over`. DELETE → 204: its author, at any time; that there was one stays. */
export const EditComment = z.strictObject({ text: text(COMMENT_MAX_LENGTH) });
export type EditComment = z.infer<typeof EditComment>;

/** POST …/:id/reports → 204: whoever may comment tells those who answer for it what should not stand here. Once each. */
export const ReportWords = z.strictObject({ reason: line(REASON_MAX_LENGTH) });
export type ReportWords = z.infer<typeof ReportWords>;
/** PUT …/:id/hiding → 204 (those who answer for it): hidden with a reason, or shown (again); either settles what was reported. */
export const HideWords = z.discriminatedUnion('hidden', [
  z.strictObject({ hidden: z.literal(true), reason: line(REASON_MAX_LENGTH) }),
  z.strictObject({ hidden: z.literal(false) }),
]);
export type HideWords = z.infer<typeof HideWords>;

/** `speak`: comment, report. `asGuest`: she may once this device is a guest of the process. `moderate`: hide, and read what was reported. */
export interface MayTalk {
  speak: boolean;
  asGuest: boolean;
  moderate: boolean;
}

export interface CommentView {
  id: string;
  state: 'shown' | 'hidden' | 'deleted';
  /** Null where it is hidden or deleted; of a hidden one its author and those who moderate still get it. */
  text: string | null;
  language: Language;
  at: string;
  editedAt: string | null;
  /** Written for those who answer for what is talked about. Nobody else is named. */
  byStaff: boolean;
  mine: boolean;
  /** Why it is hidden, for its author and those who moderate. */
  reason: string | null;
  /** The version of the text it was written on; null where that has none. */
  version: number | null;
  /** What was said against it and nobody decided on, for those who moderate. */
  reports: string[];
  may: { edit: boolean; remove: boolean };
}
/** GET …/comments → Page<CommentThread>: the earliest first. */
export interface CommentThread extends CommentView {
  replies: CommentView[];
}
