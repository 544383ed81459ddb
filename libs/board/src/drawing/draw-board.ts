import type { Box } from '../boxes.ts';
import { cellsOf } from '../frame-cells.ts';
import { byOrder, type Cluster, type Frame, type Note } from '../shape.ts';
import { boxAround } from './box.ts';
import { BOARD, FRAME_EDGE, INK, INK_SOFT, ISLAND_FILL, NOTE_EDGE, NOTE_FILL, NOTE_INK, SURFACE } from './colours.ts';
import { drawThing, roomOf } from './draw-thing.ts';
import type { Drawing, Drawn } from './drawing.ts';
import { islandsOf, type Island } from './islands.ts';
import { linesOf, oneLine } from './lines.ts';
import { fitText, LEADING, NOTE_PADDING, type Measure } from './fit-text.ts';
import type { SeenBoard } from './seen.ts';
import { FOOT, words } from './words.ts';

export interface DrawingOptions {
  /** The width of a piece of text in type of 16 px. */
  measure: Measure;
  measureBold: Measure;
  /** Stands where a cluster has no name yet. */
  unnamed: string;
}

/** What everything stands clear of the edge. */
const MARGIN = 40;
const FRAME_TITLE_SIZE = 26;
const ISLAND_TITLE_SIZE = 19;
const CELL_TITLE_SIZE = 18;

/** Draws a board as it is seen on the plane: frames, clusters around their notes, then notes and drawings as they lie one above the other. */
export function drawBoard({ frames, clusters, notes, drawings }: SeenBoard, options: DrawingOptions): Drawing {
  const placed = new Map(notes.map((note) => [note.id, { id: note.id, ...note.at, ...note.size }]));
  const islands = clusters.flatMap((cluster) => {
    const members = notes.filter(({ clusterId }) => clusterId === cluster.id).flatMap(({ id }) => placed.get(id) ?? []);
    return islandsOf(cluster.id, members).map((island) => ({ island, cluster }));
  });
  const stacked = [
    ...notes.map((note) => ({ id: note.id, order: note.order, draw: () => drawNote(note, placed.get(note.id)!, options) })),
    ...drawings.map((drawing) => ({ id: drawing.item.id, order: drawing.item.order, draw: () => drawThing(drawing, options) })),
  ].sort(byOrder);
  const frameBoxes = frames.map(({ position, size }) => ({ ...position, ...size }));
  const around = boxAround([...frameBoxes, ...islands.map(({ island }) => island), ...placed.values(), ...drawings.map(roomOf)]) ?? { x: 0, y: 0, width: 0, height: 0 };
  return {
    x: around.x - MARGIN, y: around.y - MARGIN, width: around.width + 2 * MARGIN, height: around.height + 2 * MARGIN,
    background: BOARD,
    items: [
      ...frames.flatMap((frame, i) => drawFrame(frame, frameBoxes[i]!, options)),
      ...islands.flatMap(({ island, cluster }) => drawIsland(island, cluster, options)),
      ...stacked.flatMap(({ draw }) => draw()),
    ],
  };
}

function drawFrame(frame: Frame, box: Box, { measure, measureBold }: DrawingOptions): Drawn[] {
  const { title } = frame;
  const [fontSize, width] = [FRAME_TITLE_SIZE, box.width - 48];
  const lines = title === '' ? [] : linesOf(title, { width, fontSize, measure: measureBold });
  return [
    { kind: 'box', ...box, radius: 10, fill: SURFACE, line: FRAME_EDGE, lineWidth: 2 },
    ...lines.map((text, i) => words(text, { x: box.x + 24, y: box.y + 12 + (i * LEADING + FOOT) * fontSize, fontSize, bold: true, colour: INK }, measureBold)),
    ...drawCells(frame, box, measure),
  ];
}

/** Lines between the parts of a divided frame, and the titles of its columns and rows. */
function drawCells(frame: Frame, box: Box, measure: Measure): Drawn[] {
  const cells = cellsOf(frame);
  const [first] = cells;
  if (!first) return [];
  const title = (text: string, x: number, y: number, width: number): Drawn[] => {
    const cut = oneLine(text, { width, fontSize: CELL_TITLE_SIZE, measure });
    return text === '' ? [] : [words(cut, { x: box.x + x, y: box.y + y, fontSize: CELL_TITLE_SIZE, bold: false, colour: INK_SOFT }, measure)];
  };
  return cells.flatMap((cell): Drawn[] => [
    { kind: 'box', x: box.x + cell.x, y: box.y + cell.y, width: cell.width, height: cell.height, radius: 0, fill: null, line: FRAME_EDGE, lineWidth: 1 },
    ...(cell.y === first.y ? title(cell.column, cell.x + 12, cell.y - 14, cell.width - 24) : []),
    ...(cell.x === first.x ? title(cell.row, 12, cell.y + 28, first.x - 24) : []),
  ]);
}

function drawIsland(box: Island, { title, votes }: Cluster, { measure, measureBold, unnamed }: DrawingOptions): Drawn[] {
  const width = box.width - 36;
  const named = title !== '';
  const by = named ? measureBold : measure;
  const name = named ? title : unnamed;
  const text = oneLine(votes === null ? name : `${name} · ● ${votes}`, { width, fontSize: ISLAND_TITLE_SIZE, measure: by });
  return [
    { kind: 'box', x: box.x, y: box.y, width: box.width, height: box.height, radius: 16, fill: ISLAND_FILL, line: INK_SOFT, lineWidth: 2 },
    words(text, { x: box.x + 18, y: box.y + 27, fontSize: ISLAND_TITLE_SIZE, bold: named, colour: named ? INK : INK_SOFT }, by),
  ];
}

function drawNote({ text, colour }: Note, box: Box, { measure }: DrawingOptions): Drawn[] {
  const fitted = fitText(text, box.width, box.height, measure);
  const { fontSize } = fitted;
  const lines = linesOf(fitted.text, { width: box.width - 2 * NOTE_PADDING, fontSize, measure });
  return [
    { kind: 'box', x: box.x, y: box.y, width: box.width, height: box.height, radius: 3, fill: NOTE_FILL[colour], line: NOTE_EDGE, lineWidth: 1 },
    ...lines.flatMap((line, i) =>
      line === '' ? [] : [words(line, { x: box.x + NOTE_PADDING, y: box.y + NOTE_PADDING + (i * LEADING + FOOT) * fontSize, fontSize, bold: false, colour: NOTE_INK }, measure)]),
  ];
}
