import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { NOTE_COLOURS } from '@spolu/contracts/plain';
import { JSDOM } from 'jsdom';
import * as Y from 'yjs';
import { addCluster } from '../clusters.ts';
import { addConnector, addLink, addPicture, addPin, addShape, addStroke, addText } from '../drawing-edits.ts';
import { addFrame } from '../frames.ts';
import { SHAPE_FORMS } from '../looks.ts';
import { addNote } from '../notes.ts';
import { newBoard } from '../shape.ts';
import * as colours from './colours.ts';
import { drawBoard } from './draw-board.ts';
import { framesOf, pagesOf, selectionOf } from './part.ts';
import { readSeen } from './seen.ts';
import { toSvg } from './svg.ts';

const measure = (text: string) => text.length * 8;
const OPTIONS = { measure, measureBold: measure, unnamed: 'Zhluk bez názvu' };
const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** What a file of ours may hold, and nothing else. */
const ALLOWED: Record<string, readonly string[]> = {
  svg: ['xmlns', 'viewBox', 'width', 'height', 'xml:lang', 'role'],
  title: [],
  rect: ['x', 'y', 'width', 'height', 'rx', 'fill', 'stroke', 'stroke-width'],
  g: ['font-family'],
  path: ['d', 'fill', 'stroke', 'stroke-width', 'stroke-linecap', 'stroke-linejoin', 'opacity'],
  image: ['x', 'y', 'width', 'height', 'preserveAspectRatio', 'href'],
  text: ['x', 'y', 'font-size', 'font-weight', 'fill', 'textLength', 'lengthAdjust', 'xml:space'],
};
const PAYLOADS = [
  '<script>alert(1)</script>', '"><script>alert(1)</script>', `' onload='alert(1)`, '</text><image href="https://evil.example/x.png"/>', '<foreignObject><iframe src="//evil.example"/></foreignObject>',
  ']]><![CDATA[<script>', '<!ENTITY x SYSTEM "file:///etc/passwd">&x;', '&lt;script&gt;', 'javascript:alert(1)', 'url(https://evil.example)', 'data:image/svg+xml;base64,PHN2Zz4=', '<?xml-stylesheet href="//evil.example"?>',
  '\u202Eabc', '\ud83d', '\u2028', '𝕊', '--></style>', '<a xlink:href="javascript:alert(1)">x</a>', '<use href="#x"/>', '<animate attributeName="href" values="javascript:alert(1)"/>',
];

function board(texts: readonly string[]) {
  const doc = new Y.Doc();
  newBoard(doc);
  texts.forEach((text, i) => {
    const title = text.replace(/\p{Cc}/gu, '').slice(0, 120);
    addFrame(doc, { id: `f${i}`, title, position: { x: i * 1_300, y: 0 } });
    addCluster(doc, { id: id(1_000 + i), title });
    addThings(doc, i, text, title);
    addNote(doc, { id: id(i), participantId: null, text, colour: NOTE_COLOURS[i % 6]!, position: { x: 40, y: 100, frameId: `f${i}` }, clusterId: id(1_000 + i), createdAt: 0 });
  });
  return doc;
}
/** One of each kind, with the words wherever it has any. */
function addThings(doc: Y.Doc, i: number, text: string, title: string): void {
  const at = (x: number) => ({ x, y: 500, frameId: `f${i}` });
  const own = (number: number) => ({ id: id(number * 10_000 + i), participantId: null });
  addText(doc, { ...own(2), text, position: at(40) });
  addShape(doc, { ...own(3), form: SHAPE_FORMS[i % SHAPE_FORMS.length]!, text, fill: 'white', position: at(400) });
  addStroke(doc, { ...own(4), points: [0, 0, 30, 60, 90, 10], frameId: `f${i}`, pen: i % 2 ? 'marker' : 'thin' });
  addPicture(doc, { ...own(5), fileId: id(7), natural: { width: 40, height: 20 }, position: at(700), alt: title });
  addPin(doc, { ...own(6), label: title, position: at(900) });
  addLink(doc, { ...own(7), url: `https://evil.example/?q=${encodeURIComponent(title.replace(/\p{Cs}/gu, ''))}`, title, position: at(950) });
  addConnector(doc, { ...own(8), from: { kind: 'note', id: id(i) }, to: { kind: 'shape', id: id(30_000 + i) }, label: title, heads: 'both', line: i % 2 ? 'elbow' : 'straight' });
}
const parsed = (svg: string) => new JSDOM(svg, { contentType: 'image/svg+xml' }).window.document;

describe('SEC-52: an exported SVG', () => {
  test('holds boxes and words and nothing else, whatever people wrote', () => {
    const svg = toSvg(drawBoard(readSeen(board(PAYLOADS)), OPTIONS), { title: PAYLOADS.join(''), language: 'sk" onload="alert(1)', pictures: new Map([[id(7), new Uint8Array([1, 2, 3])]]) });
    const page = parsed(svg);
    const strange: string[] = [];
    for (const element of [page.documentElement, ...page.documentElement.querySelectorAll('*')]) {
      const allowed = ALLOWED[element.localName];
      if (!allowed || element.namespaceURI !== 'http://www.w3.org/2000/svg') strange.push(`<${element.nodeName}>`);
      for (const { name, value } of element.attributes) {
        if (!allowed?.includes(name)) strange.push(`${element.nodeName} ${name}`);
        if (name === 'href' && element.localName === 'image' && /^data:image\/jpeg;base64,[A-Za-z0-9+/=]*$/.test(value)) continue;
        if (name !== 'xmlns' && /url\(|:\/\/|javascript|data:/i.test(value)) strange.push(`${element.nodeName} ${name}=${value}`);
      }
    }
    expect(strange).toEqual([]);
    expect([...page.childNodes].every(({ nodeType }) => nodeType === 1)).toBe(true);
    const said = [...page.querySelectorAll('text')].map(({ textContent }) => textContent).join('');
    for (const payload of PAYLOADS.slice(0, 8)) expect(said.replace(/\s/g, '')).toContain(payload.replace(/\s/g, ''));
  });

  test('is well formed with any signs at all', () => {
    const all = Array.from({ length: 0x3000 }, (_, i) => String.fromCharCode(i)).join('') + '\ufffe\uffff\ud800x\udc00';
    const doc = new Y.Doc();
    newBoard(doc);
    for (let i = 0; i * 900 < all.length; i++) addNote(doc, { id: id(i), participantId: null, text: all.slice(i * 900, i * 900 + 900), colour: 'blue', position: { x: i * 200, y: 0, frameId: null }, createdAt: 0 });
    expect(parsed(toSvg(drawBoard(readSeen(doc), OPTIONS), { title: all, language: 'sk' })).querySelector('parsererror')).toBeNull();
  });
});

describe('a drawing', () => {
  test('has the light colours of the screens', () => {
    const css = readFileSync(join(import.meta.dirname, '../../../ui/src/tokens.css'), 'utf8');
    const token = (name: string) => new RegExp(`--${name}: (?:light-dark\\()?(#[0-9a-f]{6})`).exec(css)?.[1];
    for (const colour of NOTE_COLOURS) expect(colours.NOTE_FILL[colour]).toBe(token(`note-${colour}`));
    const { ink, grey, red, orange, green, blue, violet } = colours.LINE;
    expect([ink, grey, red, orange, green, blue, violet]).toEqual(['ink', 'ink-soft', 'bad', 'warn', 'good', 'pen-blue', 'pen-violet'].map(token));
    expect([colours.INK, colours.INK_SOFT, colours.NOTE_INK, colours.FRAME_EDGE, colours.SURFACE, colours.BOARD, colours.ISLAND_FILL])
      .toEqual(['ink', 'ink-soft', 'note-ink', 'line-strong', 'surface', 'surface-sunken', 'accent-soft'].map(token));
  });

  test('covers all there is with a margin; an empty board has one too', () => {
    const drawing = drawBoard(readSeen(board(['a', 'b'])), OPTIONS);
    expect(drawing).toMatchObject({ x: -40, y: -40, width: 1_300 + 1_240 + 80, height: 880 + 80 });
    expect(drawBoard({ frames: [], clusters: [], notes: [], drawings: [] }, OPTIONS)).toMatchObject({ width: 80, height: 80, items: [] });
  });

  test('every kind of thing is drawn once, and a part has what lies in it and what connects it', () => {
    const seen = readSeen(board(['prvý', 'druhý']));
    const kinds = ({ drawings }: typeof seen) => drawings.map(({ kind }) => kind).sort();
    expect(kinds(framesOf(seen, ['f0']))).toEqual(['connector', 'link', 'picture', 'pin', 'shape', 'stroke', 'text']);
    expect(kinds(selectionOf(seen, [id(20_000)]))).toEqual(['text']);
    const drawn = drawBoard(framesOf(seen, ['f0']), OPTIONS).items;
    expect(drawn.filter(({ kind }) => kind === 'picture')).toHaveLength(1);
    // a shape, a stroke, a line with two heads, a pin
    expect(drawn.filter(({ kind }) => kind === 'path')).toHaveLength(6);
  });

  test('notes stay where they lay when their frame is gone, and a part has only its own', () => {
    const doc = board(['prvý', 'druhý']);
    doc.getMap<Y.Map<unknown>>('frames').get('f1')!.set('removed', true);
    const seen = readSeen(doc);
    expect(seen.notes.find(({ text }) => text === 'druhý')!.at).toEqual({ x: 1_340, y: 100 });
    const wordsIn = (part: typeof seen) => drawBoard(part, OPTIONS).items.flatMap((item) => (item.kind === 'words' ? [item.text] : []));
    expect(new Set(wordsIn(framesOf(seen, ['f0'])))).toEqual(new Set(['prvý', 'evil.example']));
    expect(wordsIn(selectionOf(seen, [id(1)]))).toEqual(['druhý', 'druhý']);
    expect(pagesOf(seen).map(({ frames, notes }) => [frames.map(({ title }) => title), notes.map(({ text }) => text)])).toEqual([[['prvý'], ['prvý']], [[], ['druhý']]]);
  });
});
