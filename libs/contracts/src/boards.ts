import { z } from 'zod';

/** The six colours of notes; each has a name on every screen and differs in lightness too. */
export const NoteColour = z.enum(['yellow', 'orange', 'pink', 'blue', 'green', 'violet']);
export type NoteColour = z.infer<typeof NoteColour>;
export const NOTE_COLOURS = NoteColour.options;
