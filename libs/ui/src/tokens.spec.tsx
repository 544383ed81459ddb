/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const css = readFileSync(resolve('src/tokens.css'), 'utf8');

/** The tokens of one rule as pairs of light and dark; a plain colour counts for both. */
function coloursOf(block: string): Map<string, [light: string, dark: string]> {
  const colours = new Map<string, [string, string]>();
  for (const [, name = '', light, dark, plain] of block.matchAll(/(--[\w-]+): (?:light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)|(#[0-9a-f]{6}));/g))
    colours.set(name, [light ?? plain ?? '', dark ?? plain ?? '']);
  return colours;
}
const rule = (selector: string) => css.slice(css.indexOf(`${selector} {`) + selector.length).split('}')[0] ?? '';

const usual = coloursOf(rule(':root'));
const contrast = coloursOf(rule(":root[data-theme='contrast']"));
const whenAsked = coloursOf(rule(":root:not([data-theme='light'], [data-theme='dark'])"));

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function ratio(a: string, b: string): number {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

const surfaces = ['--paper', '--surface', '--surface-sunken', '--surface-raised'];
const notes = ['yellow', 'green', 'orange', 'blue', 'pink', 'violet'].map((colour) => `--note-${colour}`);
const texts: [text: string, on: string][] = [
  ...surfaces.flatMap((surface): [string, string][] => [
    ['--ink', surface],
    ['--ink-soft', surface],
    ['--accent', surface],
    ['--bad', surface],
  ]),
  ['--ink', '--accent-soft'],
  ['--accent', '--accent-soft'],
  ['--accent-strong', '--accent-soft'],
  ['--ink', '--good-soft'],
  ['--good', '--good-soft'],
  ['--warn', '--warn-soft'],
  ['--bad', '--bad-soft'],
  ['--accent-ink', '--accent'],
  ['--accent-ink', '--accent-strong'],
  ['--bad-ink', '--bad'],
  ...notes.map((note): [string, string] => ['--note-ink', note]),
];
const edges: [edge: string, on: string][] = surfaces.flatMap((surface): [string, string][] => [
  ['--line-strong', surface],
  ['--focus', surface],
]);

const themes = [
  ['light', 0, usual],
  ['dark', 1, usual],
  ['high contrast, light', 0, new Map([...usual, ...contrast])],
  ['high contrast, dark', 1, new Map([...usual, ...contrast])],
] as const;

describe.each(themes)('WCAG 2.2 AA, %s', (_, side, colours) => {
  const colour = (name: string) => {
    const pair = colours.get(name);
    if (!pair) throw new Error(`no token ${name}`);
    return pair[side];
  };
  test.each(texts)('%s can be read on %s', (text, on) => {
    expect(ratio(colour(text), colour(on))).toBeGreaterThanOrEqual(4.5);
  });
  test.each(edges)('%s is seen on %s', (edge, on) => {
    expect(ratio(colour(edge), colour(on))).toBeGreaterThanOrEqual(3);
  });
  test('the note colours differ in lightness', () => {
    const lightness = notes.map((note) => 116 * Math.cbrt(luminance(colour(note))) - 16).sort((a, b) => a - b);
    lightness.slice(1).forEach((l, i) => expect(l - (lightness[i] ?? 0)).toBeGreaterThan(3));
  });
});

test('high contrast is the same whether the device asks for it or the viewer does', () => {
  expect([...whenAsked]).toEqual([...contrast]);
});
