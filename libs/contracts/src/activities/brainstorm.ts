import { z } from 'zod';
import { NoteColour } from '../boards.ts';
import { Id, Instant, Language, line, NAME_MAX_LENGTH, text } from '../common.ts';
import { NOTE_MAX_LENGTH, REASON_MAX_LENGTH } from '../plain.ts';
import type { Translation } from '../second-language.ts';

export const NOTES_PER_PARTICIPANT_MAX = 200;

export const HOW_MIGHT_WE_MAX_LENGTH = 200;

export const BrainstormMode = z.enum(['open', 'hidden', 'anonymous']);
export type BrainstormMode = z.infer<typeof BrainstormMode>;

/** A sheet goes through so many hands at most, and each writes so many ideas on it. */
export const SHEET_ROUNDS_MAX = 6;
export const IDEAS_PER_SHEET_TURN = 3;
/** Each sheet is a frame on the board; whoever comes later reads with somebody else. */
export const SHEETS_MAX = 120;

/**
 * How people take turns. brainwriting (6-3-5): each begins a sheet with three ideas; in each round it goes to somebody else of a circle of six, who builds on what she
 * reads. The activity's minutes are shared by the rounds. round-robin: one after the other has the word, in the order in which they came, and says one idea or passes.
 */
export const BrainstormWay = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('brainwriting'), rounds: z.int().min(2).max(SHEET_ROUNDS_MAX) }),
  z.strictObject({ kind: z.literal('round-robin') }),
]);
export type BrainstormWay = z.infer<typeof BrainstormWay>;

export const BrainstormSettings = z.strictObject({
  kind: z.literal('brainstorm'),
  /** Left out: everybody writes when she likes. With turns it is known who writes, so notes are not anonymous, and no staff read them first. */
  way: BrainstormWay.optional(),
  /** open: notes appear as they come. hidden: only their author sees them until the reveal. anonymous: no author is kept anywhere. */
  mode: BrainstormMode,
  /** Columns of the board; each becomes a frame. Empty: one frame named after the activity. */
  frames: z.array(line(NAME_MAX_LENGTH)).max(12),
  /** What people write waits in an inbox until staff take it onto the board. Left out: it does not. */
  moderated: z.boolean().optional(),
  /** A whole question that begins with “how might we”, in the session's language; it stands below the title on all screens. Left out: the title asks. */
  howMightWe: line(HOW_MIGHT_WE_MAX_LENGTH).optional(),
})
  .refine(({ way, mode }) => !way || mode !== 'anonymous', { path: ['mode'] })
  .refine(({ way, moderated }) => !way || moderated !== true, { path: ['moderated'] });

/** How far a brainstorm is that people take turns in. `roundEndsAt` by the server's clock; null: until somebody passes the sheets on. */
export interface RoomBrainwriting {
  kind: 'brainwriting';
  round: number;
  rounds: number;
  roundEndsAt: string | null;
  /** Of the sheets that were passed on: whoever begins one is dealt into a circle at the next passing on. */
  circles: SheetCircle[];
}
/** Five to seven people whose sheets go round among them. */
export interface SheetCircle {
  /** From 1. */
  number: number;
  /** Its sheets, in the order in which they were begun. */
  frameIds: string[];
  /** How many hold a sheet in this round, and how many of these wrote all their ideas on it. */
  holderCount: number;
  doneCount: number;
}
/** Who has the word is heard by all in the hall, so her name is told to all screens. */
export interface RoomRoundRobin {
  kind: 'round-robin';
  /** It grows each time the word goes on. */
  turn: number;
  /** Null: nobody is here, or who had it was asked to leave. */
  speaker: RoomSpeaker | null;
  /** Who comes then, at most three. */
  next: RoomSpeaker[];
}
export interface RoomSpeaker {
  participantId: string;
  /** Null: she gave none, and is called by her number. */
  name: string | null;
  /** As the how many-th she came. */
  number: number;
  /** Without one a scribe writes for her. */
  hasDevice: boolean;
}

/** How notes appear; `revealed` is true from the start unless hidden. `cardCount` counts held and shown ones. */
export interface RoomBrainstorm {
  mode: BrainstormMode;
  revealed: boolean;
  moderated: boolean;
  howMightWe?: string;
  /** Left out: everybody writes when she likes. */
  way?: RoomBrainwriting | RoomRoundRobin;
  frames: { id: string; title: string }[];
  cardCount: number;
}

export interface ReportNote {
  contributionId: string;
  text: string;
  language: Language;
  /** Her name, where she agreed to be quoted with it and has not taken that back. */
  author: string | null;
  /** It stood on paper and was typed in. Left out: it did not. */
  onPaper?: true;
  /** What people made of it in the session's other language. Left out: nothing. */
  translations?: Translation[];
}
export interface ReportBrainstorm {
  mode: BrainstormMode;
  way?: BrainstormWay['kind'];
  howMightWe?: string;
  frames: { title: string; notes: ReportNote[] }[];
  noteCount: number;
}

/**
 * POST /api/activities/:id/cards → Card. The Idempotency-Key is the card's id (a UUID the device made), so a card sent twice is one.
 * `composedAt` by the device's clock corrected to the server's. Composed before the end and at most ten minutes late: accepted; else it lies
 * in the late tray. The activity's mode decides whether it becomes a note at once.
 */
export const ComposeCard = z.strictObject({
  text: text(NOTE_MAX_LENGTH),
  colour: NoteColour,
  frameId: z.string().max(40).nullable(),
  language: Language,
  composedAt: Instant,
});
export type ComposeCard = z.infer<typeof ComposeCard>;
/** inbox: waits until staff take it onto the board. aside: staff did not, and told its author why. */
export const CardState = z.enum(['inbox', 'aside', 'held', 'shown', 'late', 'removed']);
export type CardState = z.infer<typeof CardState>;
export interface Card {
  id: string;
  activityId: string;
  text: string;
  colour: NoteColour;
  frameId: string | null;
  state: CardState;
  /** Why staff set it aside; empty where they did not. */
  reason: string;
  composedAt: string;
}
/** PUT /api/cards/:id {text} (own, until the activity's end), DELETE /api/cards/:id (own). GET /api/activities/:id/cards → Card[] (own; in an anonymous activity the device remembers them itself, the server can't tell). */
export const EditCard = z.strictObject({ text: text(NOTE_MAX_LENGTH) });
export type EditCard = z.infer<typeof EditCard>;
/**
 * POST /api/activities/:id/cards/look-up {ids} → Card[]: what became of cards of an anonymous activity. Only the device that made a card knows its id; the
 * ids are told in the body, so that no log of addresses ties them to anybody.
 */
export const LookUpCards = z.strictObject({ ids: z.array(Id).max(NOTES_PER_PARTICIPANT_MAX) });
export type LookUpCards = z.infer<typeof LookUpCards>;
/** POST /api/cards/:id/accept, /dismiss (staff): out of the late tray. */

export const INBOX_DECISION_MAX = 1_000;
/** GET /api/sessions/:id/inbox (staff) → InboxCard[]: what waits and what was set aside, in the order in which it was composed. */
export interface InboxCard {
  id: string;
  activityId: string;
  activityTitle: string;
  text: string;
  language: Language;
  colour: NoteColour;
  /** The column it was written for; null where there is but one. */
  frameTitle: string | null;
  state: 'inbox' | 'aside';
  reason: string;
  composedAt: string;
  /** Who set it aside; null where nobody did, or her account is gone. */
  decidedBy: string | null;
}
/**
 * POST /api/activities/:id/inbox (staff) → InboxDecided. Of those cards that are still where the screen saw them: onto the board, aside with a reason
 * for their authors, or back into the inbox.
 */
const cardIds = z.array(Id).min(1).max(INBOX_DECISION_MAX);
export const DecideInbox = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('board'), from: z.enum(['inbox', 'aside']), cardIds }),
  z.strictObject({ to: z.literal('aside'), from: z.literal('inbox'), cardIds, reason: text(REASON_MAX_LENGTH) }),
  z.strictObject({ to: z.literal('inbox'), from: z.enum(['board', 'aside']), cardIds }),
]);
export type DecideInbox = z.infer<typeof DecideInbox>;
export interface InboxDecided {
  done: string[];
  /** Somebody was faster, or the author took it back. */
  others: { id: string; state: CardState }[];
}

/**
 * POST /api/activities/:id/sheet (who takes part) → { sheet }: the one that is hers in this round. Whoever has none yet is given one; where the round's time is up
 * the next one begins. Null: there are no more, or she had none and it is over.
 */
export interface OwnSheet {
  round: number;
  /** Where its ideas are sent: the `frameId` of her cards. */
  frameId: string;
  title: string;
  /** What stood on it when she was given it, in the order in which it was written; nobody's name. */
  ideas: { id: string; text: string; language: Language }[];
  /** How many of hers it takes in all; more only where it came back to her. */
  ideasMax: number;
  /** She began it. */
  isOwn: boolean;
  /** How many others had it before her. */
  handCount: number;
  /** Where it goes round; null until circles are dealt, and where there is but one. */
  circle: { number: number; count: number; peopleCount: number } | null;
}
/** POST /api/activities/:id/next-round (who runs it): everybody passes the sheet on now. `round` is the one she saw, else `changed-meanwhile`. */
export const PassSheetsOn = z.strictObject({ round: z.int().min(1).max(SHEET_ROUNDS_MAX) });
export type PassSheetsOn = z.infer<typeof PassSheetsOn>;

/**
 * POST /api/activities/:id/pass (who has the word) and …/skip-speaker (who runs it): the word goes on without an idea. `turn` is the one she saw, else `changed-meanwhile`.
 * Whoever writes a card, or is written for, while she has the word gives it on by that; others are refused (`round-robin/not-your-turn`).
 */
export const PassWord = z.strictObject({ turn: z.int().min(1) });
export type PassWord = z.infer<typeof PassWord>;
/** POST /api/activities/:id/give-word (who runs it): she has it now, whoever had it has the next free turn. The word does not go past her by itself then. */
export const GiveWord = z.strictObject({ turn: z.int().min(1), participantId: Id });
export type GiveWord = z.infer<typeof GiveWord>;
