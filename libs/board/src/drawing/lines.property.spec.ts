import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { linesOf, oneLine } from './lines.ts';
import { fitText, LEADING, NOTE_PADDING } from './fit-text.ts';

/** Letters of three widths, spaces narrower. */
const measure = (text: string) => Array.from(text).reduce((width, letter) => width + (letter === ' ' ? 4 : letter === 'm' ? 14 : letter === '😀' ? 16 : 8), 0);
const text = fc.string({ unit: fc.constantFrom('a', 'm', 'ž', ' ', ' ', '\n', '😀', '-'), maxLength: 200 });

test('no line is wider than its room, and no letter is lost', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 20, max: 300 }), fc.constantFrom(12.5, 16, 19), (words, width, fontSize) => {
      const lines = linesOf(words, { width, fontSize, measure });
      for (const line of lines) if (Array.from(line).length > 1) expect(measure(line) * (fontSize / 16)).toBeLessThanOrEqual(width);
      expect(lines.join('').replace(/\s/g, '')).toBe(words.replace(/\s/g, ''));
      expect(lines.length).toBeGreaterThanOrEqual(words.split('\n').length);
    }),
    { numRuns: 500 },
  );
});

test('a text fitted into a note takes no more lines than the note has room for', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 90, max: 400 }), fc.integer({ min: 90, max: 400 }), (words, width, height) => {
      const fitted = fitText(words, width, height, measure);
      const lines = linesOf(fitted.text, { width: width - 2 * NOTE_PADDING, fontSize: fitted.fontSize, measure });
      expect(lines.length).toBeLessThanOrEqual(Math.max(1, Math.floor((height - 2 * NOTE_PADDING) / (fitted.fontSize * LEADING))));
    }),
    { numRuns: 500, examples: [['\n😀aa  ma', 96, 90]] },
  );
});

test('words are kept whole where a line has room for them', () => {
  expect(linesOf('viac lavičiek v tieni', { width: 90, fontSize: 16, measure })).toEqual(['viac', 'lavičiek v', 'tieni']);
  expect(linesOf('a\n\nb', { width: 100, fontSize: 16, measure })).toEqual(['a', '', 'b']);
});

test('one line is cut with an ellipsis, never inside an emoji', () => {
  expect(oneLine('krátky\nnázov', { width: 400, fontSize: 16, measure })).toBe('krátky názov');
  expect(oneLine('😀😀😀😀', { width: 60, fontSize: 16, measure })).toBe('😀😀😀…');
});
