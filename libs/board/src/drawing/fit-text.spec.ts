import { expect, test } from '@jest/globals';
import { fitText } from './fit-text.ts';

/** Every letter 8 px wide in type of 16 px. */
const measure = (text: string) => text.length * 8;
const words = (count: number) => Array.from({ length: count }, (_, i) => `slovo${i % 10}`).join(' ');

test('a short text is set large', () => {
  expect(fitText('Viac lavičiek', 180, 180, measure)).toEqual({ text: 'Viac lavičiek', fontSize: 19 });
});

test('the longer the text, the smaller the type, before anything is cut', () => {
  const sizes = [8, 14, 22, 27].map((count) => fitText(words(count), 180, 180, measure));
  expect(sizes.map(({ fontSize }) => fontSize)).toEqual([...sizes.map(({ fontSize }) => fontSize)].sort((a, b) => b - a));
  expect(sizes.every(({ text }) => !text.endsWith('…'))).toBe(true);
});

test('what does not fit is cut with an ellipsis', () => {
  const fitted = fitText(words(150), 180, 180, measure);
  expect(fitted.text.endsWith('…')).toBe(true);
  expect(fitted.text.length).toBeGreaterThan(150);
  expect(fitted.text.length).toBeLessThan(320);
});

test('a word longer than the note is broken and cut, an emoji never in its middle', () => {
  expect(fitText('x'.repeat(1_000), 180, 180, measure).text).toMatch(/^x{100,400}…$/);
  const fitted = fitText('😀'.repeat(500), 180, 180, measure).text;
  expect(fitted).toMatch(/^(?:😀)+…$/u);
});

test('line ends of the author count as lines', () => {
  expect(fitText(Array.from({ length: 30 }, (_, i) => `${i}`).join('\n'), 180, 180, measure).text.endsWith('…')).toBe(true);
});
