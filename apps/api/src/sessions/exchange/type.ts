import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Measure } from '@spolu/board/drawing/fit-text';
import type PdfDocument from 'pdfkit';

const fileOf = (path: string) => readFileSync(createRequire(import.meta.url).resolve(`@expo-google-fonts/source-sans-3/${path}`));
/** The screens' typeface, for paper. */
export const typefaces = () => ({ regular: fileOf('400Regular/SourceSans3_400Regular.ttf'), bold: fileOf('600SemiBold/SourceSans3_600SemiBold.ttf') });

/** The library keeps the opened font to itself; whether it has a letter only that knows. */
interface Opened {
  _font: { font: { unitsPerEm: number; hasGlyphForCodePoint(codePoint: number): boolean; glyphForCodePoint(codePoint: number): { id: number; advanceWidth: number; path: { toSVG(): string } } } };
}

/** Stands for a letter that the typeface lacks, an emoji above all. */
const MISSING = '□';
/** Signs without a picture of their own: joiners, directions, variants of emoji. */
const INVISIBLE = /[\p{Cf}\p{Mn}]/u;

export interface Type {
  measure: Measure;
  /** The text in letters that the typeface has. */
  writable: (text: string) => string;
  outline: (letter: string) => Outline;
}
/** A letter's form as SVG path data, its y growing upwards. */
export interface Outline {
  id: number;
  path: string;
  /** How far the next letter stands. */
  advance: number;
  /** How much of all this makes the height of the type. */
  unitsPerEm: number;
}

let opening: Promise<{ regular: Type; bold: Type }> | undefined;
/** The two that all paper is set in, opened with the first paper: a server that holds three hundred boards has better use for the memory. */
export const paperTypes = (): Promise<{ regular: Type; bold: Type }> => (opening ??= openTypes());
async function openTypes() {
  const { default: Library } = await import('pdfkit');
  const { regular, bold } = typefaces();
  return { regular: typeOf(regular, Library), bold: typeOf(bold, Library) };
}

/** Measures letter by letter, each once: the widths of a board's notes are then sums. */
function typeOf(font: Buffer, Library: typeof PdfDocument): Type {
  const document = new Library({ autoFirstPage: false, font: font as unknown as string });
  document.fontSize(16);
  const { font: opened } = (document as unknown as Opened)._font;
  const widths = new Map<string, number>();
  const letters = new Map<string, string>();
  const letterFor = (letter: string): string => {
    let shown = letters.get(letter);
    if (shown === undefined) {
      shown = /\s/.test(letter) ? ' ' : opened.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0) ? letter : INVISIBLE.test(letter) ? '' : MISSING;
      letters.set(letter, shown);
    }
    return shown;
  };
  const widthOf = (letter: string): number => {
    let width = widths.get(letter);
    if (width === undefined) {
      const shown = letterFor(letter);
      width = shown === '' ? 0 : document.widthOfString(shown);
      widths.set(letter, width);
    }
    return width;
  };
  const outlines = new Map<string, Outline>();
  const outlineOf = (letter: string): Outline => {
    let outline = outlines.get(letter);
    if (!outline) {
      const shown = letterFor(letter);
      const glyph = shown === '' ? null : opened.glyphForCodePoint(shown.codePointAt(0) ?? 0);
      outline = { id: glyph?.id ?? 0, path: glyph?.path.toSVG() ?? '', advance: glyph?.advanceWidth ?? 0, unitsPerEm: opened.unitsPerEm };
      outlines.set(letter, outline);
    }
    return outline;
  };
  return {
    outline: outlineOf,
    measure: (text) => {
      let width = 0;
      for (const letter of text) width += widthOf(letter);
      return width;
    },
    writable: (text) => Array.from(text, letterFor).join(''),
  };
}
