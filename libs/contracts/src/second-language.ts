import { z } from 'zod';
import { BRIEF_MAX_LENGTH } from './activities/ideathon.ts';
import { Id, Language, optionalText, type Page, text, TEXT_MAX_LENGTH } from './common.ts';
import { NOTE_MAX_LENGTH } from './plain.ts';

/** So many words one activity can have: all that {@link import('./activity-words.ts').wordsOfActivity} finds. */
const PAIRS_MAX = 100;
/**
 * What an activity says, in the session's second language: each translation with the words that it is of. Where those are changed, it is shown no more. Kept with its language, so
 * that a session with another second language shows none of it.
 */
export const SecondWords = z.strictObject({
  language: Language,
  pairs: z.array(z.strictObject({ of: text(BRIEF_MAX_LENGTH), is: text(BRIEF_MAX_LENGTH) })).max(PAIRS_MAX),
});
export type SecondWords = z.infer<typeof SecondWords>;
/** The same of what the session says of itself: all that {@link import('./activity-words.ts').wordsOfSession} finds. */
export const SessionWords = z.strictObject({
  language: Language,
  pairs: z.array(z.strictObject({ of: text(TEXT_MAX_LENGTH), is: text(TEXT_MAX_LENGTH) })).max(2),
});

/** Translations are a little longer than what they are of. */
export const TRANSLATION_MAX_LENGTH = NOTE_MAX_LENGTH * 2;

/** What a person made of a note in another language: never its author's words. */
export interface Translation {
  language: Language;
  text: string;
}
/**
 * GET /api/boards/:boardId/translations (who may enter it) → BoardTranslations: of the notes that lie there now, as they read now.
 */
export interface BoardTranslations {
  notes: { contributionId: string; translations: Translation[] }[];
}

/** A note, or a question of the hall, and one language it is to be read in. */
export interface NoteToTranslate {
  contributionId: string;
  /** Where it lies: the title of its board, or of the activity in which it was asked. */
  boardTitle: string;
  text: string;
  language: Language;
  into: Language;
  /** Empty: it waits. Of words that were changed since, it waits again, and this is what was made of them. */
  translation: string;
  waits: boolean;
  /** 0: nobody wrote one yet. It grows with each change. */
  version: number;
  /** Who wrote it; null: nobody, or her account is gone. */
  by: string | null;
}
/** GET /api/sessions/:id/translations (staff) → NotesToTranslate: what waits first, and of that what was written last. Without a second language: nothing. */
export interface NotesToTranslate extends Page<NoteToTranslate> {
  waitingCount: number;
}
/**
 * PUT /api/sessions/:id/translations (staff) → { version }. `of`: the note's words as she saw them; `version`: the translation she saw, else `changed-meanwhile`: two
 * who translate one note never overwrite each other. An empty text takes it back.
 */
export const TranslateNote = z.strictObject({
  contributionId: Id,
  language: Language,
  of: text(NOTE_MAX_LENGTH),
  text: optionalText(TRANSLATION_MAX_LENGTH),
  version: z.int().min(0),
});
export type TranslateNote = z.infer<typeof TranslateNote>;
