import { z } from 'zod';
import { Id, text } from './common.ts';
import { COMMENT_MAX_LENGTH, REACTIONS } from './plain.ts';

/* What people say about a thing on a board: comments and reactions. They are records, changed by command; nothing of them is in the document. */

export const ReactionKind = z.enum(REACTIONS);
export type ReactionKind = z.infer<typeof ReactionKind>;

/** Whatever lies on a board; frames have short names instead of UUIDs. */
const ObjectId = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);

/** Of one thing. */
export const COMMENTS_PER_OBJECT_MAX = 100;
export const COMMENTS_PER_BOARD_MAX = 5_000;
export const COMMENTS_PER_PARTICIPANT_MAX = 200;
export const REACTIONS_PER_PERSON_MAX = 1_000;
export const TALK_PAGE_LENGTH = 500;

/** What is said about one thing, in numbers: no words, no names. */
export interface Talk {
  objectId: string;
  /** Grows with each change of any talk of the board: a smaller one is older. */
  revision: number;
  commentCount: number;
  /** Who runs the session said that it is settled. */
  resolved: boolean;
  /** How many gave each; those nobody gave are missing. */
  reactions: Partial<Record<ReactionKind, number>>;
}
/** As one person sees it. */
export interface OwnTalk extends Talk {
  /** What she gave. */
  mine: readonly ReactionKind[];
}

export const TalkQuery = z.strictObject({ since: z.coerce.number().int().min(0).max(0x7fff_ffff).default(0) });
export type TalkQuery = z.infer<typeof TalkQuery>;
/** GET /api/boards/:boardId/talk?since=revision (who may enter it) → TalkPage: what changed after that, oldest change first; all of it from 0. */
export interface TalkPage {
  talks: OwnTalk[];
  /** Ask with `since` for what changed later; null: this is all. */
  next: number | null;
}
/** The event `board.talk`: everybody at the board gets the same. What is one's own is known to oneself. */
export interface TalkChanged {
  channel: number;
  talks: Talk[];
}

export const ThreadQuery = z.strictObject({ objectId: ObjectId });
export type ThreadQuery = z.infer<typeof ThreadQuery>;
/** GET /api/boards/:boardId/comments?objectId= (who may enter the board) → Thread; `not-found` for what does not lie on the board now. */
export interface Thread {
  talk: OwnTalk;
  /** Oldest first. */
  comments: BoardComment[];
  may: ThreadRights;
}
export interface ThreadRights {
  comment: boolean;
  /** Say that the thread is settled, or is not, and take anybody's comment away. */
  moderate: boolean;
}
export interface BoardComment {
  id: string;
  text: string;
  /** In an anonymous activity the minute. */
  at: string;
  /** Null where the author is not known, or takes no part. */
  participantId: string | null;
  /** Of who runs the session under an account of hers. */
  name: string | null;
  mine: boolean;
}

/** POST /api/boards/:boardId/comments (who may comment now) AddComment → Thread. */
export const AddComment = z.strictObject({ objectId: ObjectId, text: text(COMMENT_MAX_LENGTH) });
export type AddComment = z.infer<typeof AddComment>;

/** DELETE /api/boards/:boardId/comments/:commentId (its author, who runs the session): its words are gone for good. */
export const CommentRef = z.strictObject({ boardId: Id, commentId: Id });
export type CommentRef = z.infer<typeof CommentRef>;

/** PUT /api/boards/:boardId/resolutions (who runs the session) ResolveThread → OwnTalk. A new comment opens the thread again. */
export const ResolveThread = z.strictObject({ objectId: ObjectId, resolved: z.boolean() });
export type ResolveThread = z.infer<typeof ResolveThread>;

/** PUT /api/boards/:boardId/reactions (who may react now) React → OwnTalk. Given twice it counts once. */
export const React = z.strictObject({ objectId: ObjectId, kind: ReactionKind, given: z.boolean() });
export type React = z.infer<typeof React>;
