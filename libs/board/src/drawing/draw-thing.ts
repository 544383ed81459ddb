import type { Box } from '../boxes.ts';
import { formPath, headPath, middleOfRoute, pinPath, routePath, strokePath } from '../drawing-paths.ts';
import { hostOf } from '../links.ts';
import { FONT_SIZE, PEN_WIDTH } from '../looks.ts';
import { elbow, straight } from '../routes.ts';
import type { Place } from '../shape.ts';
import { boxAround } from './box.ts';
import { fillOf, FRAME_EDGE, INK, INK_SOFT, LINE, NOTE_FILL, NOTE_INK, SURFACE } from './colours.ts';
import type { DrawingOptions } from './draw-board.ts';
import type { Drawn } from './drawing.ts';
import { LEADING, type Measure } from './fit-text.ts';
import { linesOf, oneLine } from './lines.ts';
import type { SeenDrawing } from './seen.ts';
import { FOOT, words } from './words.ts';

const LINE_WIDTH = 3;
const PADDING = 12;
const LABEL_SIZE = 15;
const LABEL_WIDTH = 240;

/** How much room it takes on the board. */
export function roomOf(drawing: SeenDrawing): Box {
  if (drawing.kind !== 'connector') return drawing.box;
  return boxAround(routeOf(drawing).map(({ x, y }) => ({ x, y, width: 0, height: 0 }))) ?? { x: 0, y: 0, width: 0, height: 0 };
}

const routeOf = ({ item, from, to }: Extract<SeenDrawing, { kind: 'connector' }>): Place[] => (item.line === 'elbow' ? elbow(from, to) : straight(from, to));

/** What lies on a board beside notes, frames and clusters. */
export function drawThing(drawing: SeenDrawing, { measure, measureBold }: DrawingOptions): Drawn[] {
  switch (drawing.kind) {
    case 'text': {
      const { item, box } = drawing;
      const fontSize = FONT_SIZE[item.textSize];
      return lines(item.text, box, { fontSize, bold: true, colour: LINE[item.colour] }, measureBold);
    }
    case 'shape': {
      const { item: { form, fill, colour, text }, box } = drawing;
      const outline = path(formPath(form, box), { fill: fillOf(fill), line: LINE[colour], lineWidth: LINE_WIDTH });
      return [outline, ...centred(text, box, LINE[colour], measure)];
    }
    case 'stroke': {
      const { item: { points, colour, pen }, box } = drawing;
      return [path(strokePath(points, box), { line: LINE[colour], lineWidth: PEN_WIDTH[pen], opacity: pen === 'marker' ? 0.45 : 1 })];
    }
    case 'connector': {
      const { item: { heads, label, colour } } = drawing;
      const route = routeOf(drawing);
      const tips = heads === 'none' ? [] : heads === 'end' ? [route] : [route, [...route].reverse()];
      return [
        path(routePath(route), { line: LINE[colour], lineWidth: LINE_WIDTH }),
        ...tips.flatMap((tip) => (headPath(tip) === '' ? [] : [path(headPath(tip), { fill: LINE[colour] })])),
        ...labelled(label, { x: middleOfRoute(route).x + 8, y: middleOfRoute(route).y - 12 }, measure),
      ];
    }
    case 'picture':
      return [{ kind: 'picture', ...drawing.box, fileId: drawing.item.fileId, alt: drawing.item.alt }];
    case 'pin': {
      const { item: { label, colour }, box } = drawing;
      return [path(pinPath(box), { fill: NOTE_FILL[colour], line: NOTE_INK, lineWidth: 2 }), ...labelled(label, { x: box.x + box.width + 6, y: box.y + 2 }, measure)];
    }
    case 'link': {
      const { item: { title, url }, box } = drawing;
      const width = box.width - 32;
      return [
        { kind: 'box', ...box, radius: 10, fill: SURFACE, line: FRAME_EDGE, lineWidth: 1 },
        words(oneLine(title, { width, fontSize: 16, measure: measureBold }), { x: box.x + 16, y: box.y + 36, fontSize: 16, bold: true, colour: INK }, measureBold),
        words(oneLine(hostOf(url), { width, fontSize: 14, measure }), { x: box.x + 16, y: box.y + 62, fontSize: 14, bold: false, colour: INK_SOFT }, measure),
      ];
    }
  }
}

const path = (data: string, { fill = null, line = null, lineWidth = 0, opacity = 1 }: { fill?: string | null; line?: string | null; lineWidth?: number; opacity?: number }): Drawn =>
  ({ kind: 'path', path: data, fill, line, lineWidth, opacity });

function lines(text: string, box: Box, { fontSize, bold, colour }: { fontSize: number; bold: boolean; colour: string }, measure: Measure): Drawn[] {
  return linesOf(text, { width: box.width, fontSize, measure }).flatMap((line, i) =>
    line === '' ? [] : [words(line, { x: box.x, y: box.y + (i * LEADING + FOOT) * fontSize, fontSize, bold, colour }, measure)]);
}

/** Words in the middle of a shape. */
function centred(text: string, box: Box, colour: string, measure: Measure): Drawn[] {
  if (text.trim() === '') return [];
  const fontSize = FONT_SIZE.small;
  const all = linesOf(text, { width: Math.max(fontSize, box.width - 2 * PADDING), fontSize, measure });
  const top = box.y + (box.height - all.length * LEADING * fontSize) / 2;
  return all.flatMap((line, i) => {
    const x = box.x + (box.width - measure(line) * (fontSize / 16)) / 2;
    return line === '' ? [] : [words(line, { x, y: top + (i * LEADING + FOOT) * fontSize, fontSize, bold: false, colour }, measure)];
  });
}

/** A name on a card of its own, beside a line or pin. */
function labelled(label: string, { x, y }: { x: number; y: number }, measure: Measure): Drawn[] {
  if (label === '') return [];
  const text = oneLine(label, { width: LABEL_WIDTH, fontSize: LABEL_SIZE, measure });
  const width = measure(text) * (LABEL_SIZE / 16);
  return [
    { kind: 'box', x, y, width: width + 8, height: LABEL_SIZE * LEADING + 2, radius: 3, fill: SURFACE, line: null, lineWidth: 0 },
    words(text, { x: x + 4, y: y + FOOT * LABEL_SIZE + 1, fontSize: LABEL_SIZE, bold: false, colour: INK }, measure),
  ];
}
