import type { NoteColour } from '@spolu/contracts/boards';

/** The light theme's colours as paper and files have them; a test compares them with the tokens of the screens. */
export const NOTE_FILL: Record<NoteColour, string> = {
  yellow: '#fff3a3', green: '#c3edb0', orange: '#ffc98a', blue: '#9fcdf5', pink: '#f7a3bd', violet: '#b9a0ea',
};
export const INK = '#1f2429';
export const INK_SOFT = '#4c545c';
export const NOTE_INK = '#1f2429';
/** The screens' see-through edge of a note, as it looks on all its colours. */
export const NOTE_EDGE = '#8f9296';
export const FRAME_EDGE = '#857d70';
export const SURFACE = '#ffffff';
export const BOARD = '#f3efe8';
export const ISLAND_FILL = '#e1eff1';
