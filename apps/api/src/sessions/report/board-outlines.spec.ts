import { expect, test } from '@jest/globals';
import type { Drawing } from '@spolu/board/drawing/drawing';
import { paintOwn } from '../../files/picture.ts';
import { paperTypes } from '../exchange/type.ts';
import { toOutlines } from './board-outlines.ts';

const { regular, bold } = await paperTypes();
const words = (text: string) => ({ kind: 'words' as const, x: 10, y: 30, width: 100, text, fontSize: 16, bold: false, colour: '#1f2429' });
const drawing = (...items: Drawing['items']): Drawing => ({ x: 0, y: 0, width: 200, height: 100, background: '#ffffff', items });
const outlined = (...items: Drawing['items']) => toOutlines(drawing(...items), { regular, bold, pictures: new Map(), scale: 2 });

test('SEC-52: what people wrote is outlines of letters: nothing of it stands in the drawing, whatever it says', () => {
  const svg = outlined(words('"/><script>alert(1)</script><image href="file:///etc/passwd"/>'), { kind: 'picture', fileId: 'x"/><a>', alt: '<b>', x: 0, y: 0, width: 5, height: 5 });
  expect(svg).not.toMatch(/script|alert|passwd|<a>|<b>|<text/);
  expect([...new Set([...svg.matchAll(/<(\w+)/g)].map(([, tag]) => tag))].sort()).toEqual(['defs', 'g', 'path', 'rect', 'svg', 'use']);
});

test('letters of all four languages are painted, on a server without any typeface', async () => {
  const empty = await paintOwn(outlined());
  for (const text of ['ľščťžýáíéôŕ', 'ěřůĎŤ', 'Where', 'Їжак ґанку']) {
    expect(regular.writable(text)).toBe(text);
    expect((await paintOwn(outlined(words(text)))).equals(empty)).toBe(false);
  }
});
