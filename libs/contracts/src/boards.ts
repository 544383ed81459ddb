import { z } from 'zod';
import { Id, Language, Visibility } from './common.ts';

/** The six colours of notes; each has a name on every screen and differs in lightness too. */
export const NoteColour = z.enum(['yellow', 'orange', 'pink', 'blue', 'green', 'violet']);
export type NoteColour = z.infer<typeof NoteColour>;
export const NOTE_COLOURS = NoteColour.options;

export const NOTES_PER_BOARD_MAX = 10_000;
export const FRAMES_PER_BOARD_MAX = 200;
export const CLUSTERS_PER_BOARD_MAX = 1_000;
export const BOARD_TITLE_MAX_LENGTH = 120;

/**
 * What may happen on a board now, as the running activity wants it; `sessions` writes it down to `boards`, the gate holds it.
 * Staff are the people who run the session (lead facilitator, co-facilitator, table host, scribe, and those above them).
 */
export const BoardRule = z.strictObject({
  sessionId: Id,
  /** The running activity; contribution rows of new notes carry it. */
  activityId: Id.nullable(),
  /** Process of the session: its lead and facilitators are staff too. */
  processId: Id.nullable(),
  /** Language and visibility of the contribution rows of notes made on the canvas. */
  language: Language,
  visibility: Visibility,
  /** False before the session opens to participants and after it closed: nobody changes anything. */
  open: z.boolean(),
  /** Participants only read; staff go on working. */
  locked: z.boolean(),
  /** Who makes notes on the canvas. Never by a device while `hidden` or `anonymous`, whatever stands here: then notes are commands. */
  createNotes: z.enum(['everyone', 'staff', 'nobody']),
  /** Notes of the running activity wait on the server for the reveal. */
  hidden: z.boolean(),
  /** No author is kept anywhere and nobody's cursor is shown. */
  anonymous: z.boolean(),
  /** Who moves other people's notes, makes and names clusters and puts notes into them. */
  groupNotes: z.enum(['everyone', 'staff']),
});
export type BoardRule = z.infer<typeof BoardRule>;

/** What one person may do on a board now, by its rule; the canvas offers nothing else. */
export interface BoardRights {
  /** Change anything at all. */
  write: boolean;
  /** Make notes on the canvas, as a change of the document. */
  createNotes: boolean;
  /** Change, move and remove other people's notes (staff). */
  editAll: boolean;
  /** Move other people's notes, make clusters. */
  group: boolean;
  /** Make, move, name and remove frames (staff). */
  frames: boolean;
}

export const BoardRef = z.strictObject({ boardId: Id });
export type BoardRef = z.infer<typeof BoardRef>;

/** GET /api/boards/:boardId (who may enter it) → BoardOutline: the board as a list, in reading order. */
export interface BoardOutline {
  boardId: string;
  title: string;
  rule: Pick<BoardRule, 'open' | 'locked' | 'hidden' | 'anonymous'>;
  frames: OutlineFrame[];
  noteCount: number;
  may: BoardRights;
}
/** `id` null: notes that lie on no frame. */
export interface OutlineFrame {
  id: string | null;
  title: string;
  clusters: OutlineCluster[];
}
/** `id` null: notes of the frame in no cluster. */
export interface OutlineCluster {
  id: string | null;
  title: string;
  notes: OutlineNote[];
}
export interface OutlineNote {
  id: string;
  contributionId: string;
  text: string;
  colour: NoteColour;
  /** Null where the author is not known: written in an anonymous activity, or by the session's staff. */
  participantId: string | null;
  clusterId: string | null;
  createdAt: string;
}
