import type { Drawn } from './drawing.ts';
import type { Measure } from './fit-text.ts';

/** From the top of a line to the foot of its letters, in letters' heights; of Source Sans 3. */
export const FOOT = 0.96;

/** One line of type. */
export function words(text: string, at: { x: number; y: number; fontSize: number; bold: boolean; colour: string }, measure: Measure): Drawn {
  return { kind: 'words', ...at, text, width: measure(text) * (at.fontSize / 16) };
}
