/** How a note's words are set: as large as fits, cut with an ellipsis only where even small type does not. */
export interface FittedText {
  text: string;
  fontSize: number;
}
/** The width of a piece of text in type of 16 px. */
export type Measure = (text: string) => number;

export const NOTE_PADDING = 12;
/** Height of a line, in letters' heights. */
export const LEADING = 1.3;
const SIZES = [19, 16, 14, 12.5];
/** Browsers break lines by rules of their own; a little less room than there is keeps every line inside. */
const SAFETY = 0.97;

/** As many whole letters from the start as fit, one at least. */
export function fittingStart(text: string, width: number, widthOf: (part: string) => number): string {
  let fits = '';
  let used = 0;
  for (const letter of text) {
    used += widthOf(letter);
    if (fits !== '' && used > width) break;
    fits += letter;
  }
  return fits;
}

/** How many lines of this width the text takes; stops counting above `most`. `cut` is where the line after `most` would begin. */
function countLines(text: string, width: number, most: number, measure: Measure, scale: number): { lines: number; cut: number } {
  const widthOf = (piece: string) => measure(piece) * scale;
  let lines = 1;
  let used = 0;
  let at = 0;
  const next = () => ++lines > most;
  for (const part of text.split(/(\n|[^\S\n]+)/)) {
    if (part === '\n') {
      if (next()) return { lines, cut: at };
      used = 0;
    } else if (part.trim() === '') used += widthOf(part);
    else {
      let rest = part;
      if (used > 0 && used + widthOf(rest) > width) {
        if (next()) return { lines, cut: at };
        used = 0;
      }
      // A word longer than a line is broken anywhere.
      while (widthOf(rest) > width) {
        const fits = fittingStart(rest, width, widthOf);
        if (fits.length === rest.length) break;
        rest = rest.slice(fits.length);
        if (next()) return { lines, cut: at + part.length - rest.length };
      }
      used += widthOf(rest);
    }
    at += part.length;
  }
  return { lines, cut: text.length };
}

/** Fits a text into a note of this size. */
export function fitText(text: string, width: number, height: number, measure: Measure): FittedText {
  const room = (width - 2 * NOTE_PADDING) * SAFETY;
  const tall = height - 2 * NOTE_PADDING;
  for (const fontSize of SIZES) {
    const most = Math.max(1, Math.floor(tall / (fontSize * LEADING)));
    if (countLines(text, room, most, measure, fontSize / 16).lines <= most) return { text, fontSize };
  }
  const fontSize = SIZES.at(-1) ?? 12;
  const most = Math.max(1, Math.floor(tall / (fontSize * LEADING)));
  const { cut } = countLines(text, room, most, measure, fontSize / 16);
  const cutAt = (end: number) => `${text.slice(0, end).trimEnd().replace(/\p{Surrogate}$/u, '')}…`;
  let end = Math.max(1, cut - 1);
  while (end > 1 && countLines(cutAt(end), room, most, measure, fontSize / 16).lines > most) end -= 1;
  return { text: cutAt(end), fontSize };
}
