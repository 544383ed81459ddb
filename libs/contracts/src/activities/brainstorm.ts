import { z } from 'zod';
import { NoteColour } from '../boards.ts';
import { Instant, Language, line, NAME_MAX_LENGTH, text } from '../common.ts';
import { NOTE_MAX_LENGTH } from '../plain.ts';

export const CARD_GRACE_MINUTES = 10;
export const NOTES_PER_PARTICIPANT_MAX = 200;

export const BrainstormMode = z.enum(['open', 'hidden', 'anonymous']);
export type BrainstormMode = z.infer<typeof BrainstormMode>;

export const BrainstormSettings = z.strictObject({
  kind: z.literal('brainstorm'),
  /** open: notes appear as they come. hidden: only their author sees them until the reveal. anonymous: no author is kept anywhere. */
  mode: BrainstormMode,
  /** Columns of the board; each becomes a frame. Empty: one frame named after the activity. */
  frames: z.array(line(NAME_MAX_LENGTH)).max(12),
});

/** How notes appear; `revealed` is true from the start unless hidden. `cardCount` counts held and shown ones. */
export interface RoomBrainstorm {
  mode: BrainstormMode;
  revealed: boolean;
  frames: { id: string; title: string }[];
  cardCount: number;
}

export interface ReportNote {
  contributionId: string;
  text: string;
  language: Language;
  /** Her name, where she agreed to be quoted with it and has not taken that back. */
  author: string | null;
}
export interface ReportBrainstorm {
  mode: BrainstormMode;
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
export type CardState = 'held' | 'shown' | 'late' | 'removed';
export interface Card {
  id: string;
  activityId: string;
  text: string;
  colour: NoteColour;
  frameId: string | null;
  state: CardState;
  composedAt: string;
}
/** PUT /api/cards/:id {text} (own, until the activity's end), DELETE /api/cards/:id (own). GET /api/activities/:id/cards → Card[] (own; in an anonymous activity the device remembers them itself, the server can't tell). */
export const EditCard = z.strictObject({ text: text(NOTE_MAX_LENGTH) });
export type EditCard = z.infer<typeof EditCard>;
/** POST /api/cards/:id/accept, /dismiss (staff): out of the late tray. */
