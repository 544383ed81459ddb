import { z } from 'zod';
import { Id, Language, line, Sector, text } from './common.ts';
import { NoteColour } from './boards.ts';
import { NICKNAME_MAX_LENGTH, NOTE_MAX_LENGTH } from './plain.ts';

/** POST /api/sessions/:id/attendees → Made (staff): somebody who is here without a device; a scribe writes for her. */
export const AddAttendee = z.strictObject({ nickname: line(NICKNAME_MAX_LENGTH).nullable(), sector: Sector.nullable(), language: Language });
export type AddAttendee = z.infer<typeof AddAttendee>;
/** GET /api/sessions/:id/attendees → Attendee[] (staff). POST /api/attendees/:id/receipt → Receipt: a new one to print; the one before ends. */
export interface Attendee {
  participantId: string;
  nickname: string | null;
  sector: Sector | null;
  language: Language;
  noteCount: number;
  /** A receipt of hers is in force: printing another ends it. */
  hasReceipt: boolean;
}

/** GET /api/activities/:id/paper → Paper (staff): what somebody needs to know who writes down for others. */
export interface Paper {
  /** Nobody's name may come with the words. */
  anonymous: boolean;
  frames: { id: string; title: string }[];
}

/** As many notes as are typed in at once. */
export const WRITTEN_DOWN_MAX = 100;
/**
 * POST /api/activities/:id/written-down → WrittenDown (staff): each text becomes a note, of a brainstorm that has begun, also after its end: paper is
 * typed in when there is time. In the name of `participantId`, who must have no device of her own; null: nobody's. Where notes are anonymous nobody's
 * name may come (`invalid-input`).
 */
export const WriteDown = z.strictObject({
  texts: z.array(text(NOTE_MAX_LENGTH)).min(1).max(WRITTEN_DOWN_MAX),
  participantId: Id.nullable(),
  onPaper: z.boolean(),
  colour: NoteColour,
  frameId: z.string().max(40).nullable(),
  language: Language,
});
export type WriteDown = z.infer<typeof WriteDown>;
export interface WrittenDown {
  cardIds: string[];
}
