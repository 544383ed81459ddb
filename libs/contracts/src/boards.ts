import { z } from 'zod';
import { Id, Language, Visibility } from './common.ts';
import { DRAWING_KINDS, NOTE_COLOURS } from './plain.ts';
import type { ProblemDocument } from './problems.ts';

export const NoteColour = z.enum(NOTE_COLOURS);
export type NoteColour = z.infer<typeof NoteColour>;
export const DrawingKind = z.enum(DRAWING_KINDS);
export type DrawingKind = z.infer<typeof DrawingKind>;

export const NOTES_PER_BOARD_MAX = 10_000;
export const CLUSTERS_PER_BOARD_MAX = 1_000;

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
  /** Organisations of the process: their officers answer for it and are staff as well. */
  organisationIds: z.array(Id),
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
  /** What participants draw on the canvas besides notes, each her own; staff draw everything. Nothing by participants while `hidden` or `anonymous`. */
  draw: z.array(DrawingKind),
  /** A table's board, where it is one: for those who sit at the table, and staff. Left out: for all who take part in the session. */
  table: z
    .strictObject({
      participantIds: z.array(Id),
      /** What those of other tables may do here. */
      others: z.enum(['nothing', 'look', 'write']),
      /** What was written here lies on the session's first board as well, and what its words are is read there. */
      carriedOver: z.boolean(),
    })
    .optional(),
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
  /** Make, move, name and remove frames, and lock what lies on the board (staff). */
  frames: boolean;
  /** Notes of everybody are commands now: they wait for the reveal, or nobody is to know whose they are. */
  notesByCommand: boolean;
  /** What of the drawings she may make. */
  draw: readonly DrawingKind[];
  /** Comment on what lies on the board. */
  comment: boolean;
  /** React to it; not while nobody is to know who did what, since each is counted once. */
  react: boolean;
  /** Show her own view to everybody (staff). */
  present: boolean;
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
  /** Texts, shapes with words, pictures, pins, link cards and connectors, in words. */
  drawings: OutlineDrawing[];
}
export interface OutlineDrawing {
  kind: DrawingKind;
  id: string;
  words: string;
  /** Of a connector: what its ends hold on to, in words; null for a free end, missing for other drawings. */
  from?: string | null;
  to?: string | null;
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

/** Why there is a place in a board's history to go back to by name. */
export const CHECKPOINT_REASONS = ['activity-ended', 'ten-minutes', 'before-restore', 'before-undo'] as const;
export type CheckpointReason = (typeof CHECKPOINT_REASONS)[number];

/** Who did something: a participant, somebody with an account (with her name), or both at once. */
export interface HistoryAuthor {
  participantId: string | null;
  personId: string | null;
  name: string | null;
}
export type HistoryAct = 'added' | 'written' | 'moved' | 'grouped' | 'changed' | 'removed' | 'brought-back';
export type HistoryKind = 'note' | 'frame' | 'cluster' | 'other';

/** The same thing done to some things within some minutes by one. */
export interface HistoryEntry {
  /** The board as it was after it: the tick of the last of them. */
  tick: number;
  at: string;
  /** Null: nobody in particular. What was done in an anonymous activity is nobody's, and what the session itself did. */
  by: HistoryAuthor | null;
  act: HistoryAct;
  kind: HistoryKind;
  count: number;
  /** Words of some of them, shortened. */
  samples: string[];
}
export interface Checkpoint {
  tick: number;
  at: string;
  reason: CheckpointReason;
  activityId: string | null;
  /** Who restored or undid right after it. */
  by: HistoryAuthor | null;
}
export interface HistoryPerson {
  by: HistoryAuthor;
  /** Things she made, and all she changed. */
  addedCount: number;
  changedCount: number;
}

export const HISTORY_PAGE_LENGTH = 100;
export const HistoryQuery = z.strictObject({ before: z.coerce.number().int().positive().optional() });
export type HistoryQuery = z.infer<typeof HistoryQuery>;
/** GET /api/boards/:boardId/history?before=tick (who runs the session) → BoardHistory: what happened on it, newest first. */
export interface BoardHistory {
  boardId: string;
  title: string;
  /** The newest stored tick. */
  tick: number;
  entries: HistoryEntry[];
  /** Of the time that the entries are of. */
  checkpoints: Checkpoint[];
  /** Ask with `before` for what was earlier; null: this is the beginning. */
  before: number | null;
  may: { restore: boolean };
}
/** GET /api/boards/:boardId/history/people (who runs the session) → HistoryPerson[], who did most first. */

export const PastQuery = z.strictObject({ tick: z.coerce.number().int().min(1).max(0x7fff_ffff) });
export type PastQuery = z.infer<typeof PastQuery>;
/** GET /api/boards/:boardId/history/past?tick= (who runs the session) → PastBoard: the board as it was then, in reading order. */
export interface PastBoard {
  boardId: string;
  tick: number;
  at: string;
  frames: PastFrame[];
  noteCount: number;
}
/** `id` null: what lies on no frame. Notes lie relative to the board, not to their frame. */
export interface PastFrame {
  id: string | null;
  title: string;
  box: PastBox | null;
  clusters: { id: string | null; title: string; notes: PastNote[] }[];
}
export interface PastBox {
  x: number;
  y: number;
  width: number;
  height: number;
}
export interface PastNote {
  id: string;
  text: string;
  colour: NoteColour;
  box: PastBox;
}

export const NoteQuery = z.strictObject({ noteId: Id });
export type NoteQuery = z.infer<typeof NoteQuery>;
/** GET /api/boards/:boardId/history/note?noteId= (who runs the session) → NoteHistory: who wrote and moved it when, oldest first. */
export interface NoteHistory {
  noteId: string;
  /** Its words now; what they were last where it was taken away. */
  text: string;
  steps: NoteStep[];
}
export interface NoteStep {
  tick: number;
  at: string;
  by: HistoryAuthor | null;
  act: HistoryAct;
  /** The words since then, where they changed; the frame's or cluster's name where it was put into one. */
  text: string | null;
}

/** POST /api/boards/:boardId/restorations (who runs the session, while the board is open) RestoreBoard → Restored: a change like any other. */
export const RestoreBoard = z.strictObject({ tick: z.int().min(1).max(0x7fff_ffff) });
export type RestoreBoard = z.infer<typeof RestoreBoard>;
export interface Restored {
  /** Things that are as they were then. */
  restoredCount: number;
  /** Things that their authors have taken back since: they stay away. */
  withdrawnCount: number;
  /** The board as it was just before: restoring this undoes it. */
  undoTick: number;
}

/** POST /api/boards/:boardId/undoings (who runs the session, while the board is open) UndoAllOf → UndoneAll: all that one did, as far as nobody changed it since. */
/** The participant; of who takes no part the person. */
export const UndoAllOf = z.strictObject({ authorId: Id });
export type UndoAllOf = z.infer<typeof UndoAllOf>;
export interface UndoneAll {
  undoneCount: number;
  /** Things that somebody else has changed since. */
  keptCount: number;
  undoTick: number;
}

export const PICTURES_PER_SESSION_MAX = 200;
export const PICTURES_PER_PARTICIPANT_MAX = 20;
export const PICTURE_PIXELS_MAX = 40_000_000;

/**
 * POST /api/boards/:boardId/pictures (who may write on it), the picture itself as the body, of one of `PICTURE_TYPES`, → TakenPicture. It is drawn anew: turned
 * upright, without what the camera wrote into it, at most `PICTURE_SIDE_MAX` wide and high.
 */
export interface TakenPicture {
  fileId: string;
  /** Pixels of what is kept. */
  width: number;
  height: number;
}
export const PICTURE_SIDE_MAX = 4_096;
export const SMALL_PICTURE_SIDE_MAX = 512;

export const PictureRef = z.strictObject({ boardId: Id, fileId: Id });
export type PictureRef = z.infer<typeof PictureRef>;
/** GET /api/boards/:boardId/pictures/:fileId (who may enter a board of the same session) → the picture, as WebP. */
export const PictureQuery = z.strictObject({ size: z.enum(['full', 'small']).default('full') });
export type PictureQuery = z.infer<typeof PictureQuery>;

/** A Yjs client id is a whole number of 32 bits; 0 belongs to nobody. */
const ClientId = z.int().min(1).max(0xffff_ffff);

/** Ticks of different logs have nothing to do with each other: each server counts its own. */
const LogId = z.string().max(36);

export const JoinBoard = z.strictObject({
  boardId: Id,
  /**
   * What this tab still has of the board: the client id it wrote under and its clock for it, and the last *stored* tick it has seen, by the count of
   * the `log` it was told; the last tick it has seen at all, and at which opening of the board. Null for a tab that starts anew (or threw its copy away).
   */
  kept: z
    .strictObject({
      clientId: ClientId, clock: z.int().nonnegative(), durable: z.int().nonnegative(), log: LogId.default(''), tick: z.int().nonnegative().default(0), opening: LogId.default(''),
    })
    .nullable().default(null),
  /** Show and see cursors; phones and the projector say no. */
  presence: z.boolean().default(true),
  /** The device can take a whole board deflated. */
  inflates: z.boolean().default(false),
});
export type JoinBoard = z.input<typeof JoinBoard>;

export const LeaveBoard = z.strictObject({ channel: z.int().nonnegative() });
export type LeaveBoard = z.infer<typeof LeaveBoard>;

/** From now on the view of this person, or of nobody; she is told how many follow her, not who. */
export const FollowPerson = z.strictObject({ channel: z.int().nonnegative(), slot: z.int().min(1).max(0xffff).nullable() });
export type FollowPerson = z.infer<typeof FollowPerson>;
export const PresentView = z.strictObject({ channel: z.int().nonnegative(), on: z.boolean() });
export type PresentView = z.infer<typeof PresentView>;
export type FollowAnswer = { ok: true } | { ok: false; problem: ProblemDocument };

/** Asks for a client id of one's own for a visit without a network: nobody writes under it until then. */
export const AskSpare = z.strictObject({ channel: z.int().nonnegative() });
export type AskSpare = z.infer<typeof AskSpare>;
/** `clientId` null: who may never write needs none. */
export type SpareAnswer = { ok: true; clientId: number | null } | { ok: false; problem: ProblemDocument };

export const WatchBoard = z.strictObject({ boardId: Id });
export type WatchBoard = z.infer<typeof WatchBoard>;

/** A person at a board. Her name is looked up by `participantId` among the session's participants; it is never in the document. */
export interface BoardPerson {
  slot: number;
  participantId: string | null;
  /** Name of somebody with an account; null for guests and where nobody is shown. */
  name: string | null;
  staff: boolean;
}

export interface Welcome {
  boardId: string;
  title: string;
  /** Names the board in all frames of this connection. */
  channel: number;
  /** Whose count the ticks are. */
  log: string;
  /** Names this opening of the board: a tab that saw more at an earlier one than it knows to be stored makes its copy anew. */
  opening: string;
  /** Whose presence is one's own. */
  slot: number;
  /** The Yjs client id this tab writes under from now on; null where it may never write. */
  clientId: number | null;
  /** The server has everything up to here under `clientId`. */
  clock: number;
  /** The board is complete once a frame of this tick was applied. */
  tick: number;
  durable: number;
  /** Whether a whole state comes first; otherwise the tab's own copy is completed. */
  fresh: boolean;
  rule: PublicRule;
  rights: BoardRights;
  storing: boolean;
  participantId: string | null;
  people: BoardPerson[];
  spotlight: Spotlight | null;
}
export type JoinAnswer = { ok: true; welcome: Welcome } | { ok: false; problem: ProblemDocument };
export type WatchAnswer = { ok: true } | { ok: false; problem: ProblemDocument };

/** The part of a board's rule that everybody at it may know. */
export type PublicRule = Pick<BoardRule, 'open' | 'locked' | 'hidden' | 'anonymous' | 'groupNotes'>;

/** A change was not taken. The device throws its copy away and joins anew; what was typed is offered to the person again. */
export interface Refused {
  channel: number;
  /** Null: not about one change; the connection misbehaved. */
  seq: number | null;
  problem: ProblemDocument;
}
export interface RuleChanged {
  channel: number;
  rule: PublicRule;
  rights: BoardRights;
}
export interface PeopleChanged {
  channel: number;
  joined: BoardPerson[];
  left: number[];
}
/** Somebody who runs the session shows everybody what she sees: in an anonymous activity too, since it is her own doing. */
export interface Spotlight {
  /** Hers; null where she sits at another server. */
  slot: number | null;
  name: string | null;
  /** Milliseconds since 1970; tells one from the next. */
  startedAt: number;
}
export interface SpotlightChanged {
  channel: number;
  spotlight: Spotlight | null;
}
export interface FollowersChanged {
  channel: number;
  count: number;
}
/** False while the server can't store: the board takes no changes, devices keep them. */
export interface Storing {
  channel: number;
  storing: boolean;
}
export interface Ended {
  channel: number;
  problem: ProblemDocument;
}
export interface Changed {
  boardId: string;
}
