import { fittingStart, type Measure } from './fit-text.ts';

/**
 * The lines a text takes in this width, as a browser breaks them: at line ends and spaces, a word longer than a line anywhere.
 * @param width in the type's own size
 */
export function linesOf(text: string, { width, fontSize, measure }: { width: number; fontSize: number; measure: Measure }): string[] {
  const scale = fontSize / 16;
  const widthOf = (part: string) => measure(part) * scale;
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    let used = 0;
    for (const part of paragraph.split(/([^\S\n]+)/)) {
      if (part.trim() === '') {
        line += part;
        used += widthOf(part);
        continue;
      }
      let rest = part;
      if (line !== '' && used + widthOf(rest) > width) {
        lines.push(line.trimEnd());
        [line, used] = ['', 0];
      }
      while (used + widthOf(rest) > width) {
        const fits = fittingStart(rest, width - used, widthOf);
        if (fits.length === rest.length) break;
        lines.push(line + fits);
        [line, used] = ['', 0];
        rest = rest.slice(fits.length);
      }
      line += rest;
      used += widthOf(rest);
    }
    lines.push(line.trimEnd());
  }
  return lines;
}

/** One line of it, cut with an ellipsis where it is longer. */
export function oneLine(text: string, { width, fontSize, measure }: { width: number; fontSize: number; measure: Measure }): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const widthOf = (part: string) => measure(part) * (fontSize / 16);
  if (widthOf(line) <= width) return line;
  return `${fittingStart(line, width - widthOf('…'), widthOf).trimEnd()}…`;
}
