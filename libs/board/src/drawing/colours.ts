import type { NoteColour } from '@spolu/contracts/boards';
import type { Fill, LineColour } from '../looks.ts';

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
export const LINE: Record<LineColour, string> = {
  ink: '#1f2429', grey: '#4c545c', red: '#a8241c', orange: '#7a4b00', green: '#1d6b3c', blue: '#0b3cc4', violet: '#6a3fa8',
};
export const fillOf = (fill: Fill): string | null => (fill === 'none' ? null : fill === 'white' ? SURFACE : NOTE_FILL[fill]);
