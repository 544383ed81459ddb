import type { Box } from '../boxes.ts';
import { byOrder, type Cluster, type Frame, type Note, type Place } from '../shape.ts';
import { boxAround } from './box.ts';
import { BOARD, FRAME_EDGE, INK, INK_SOFT, ISLAND_FILL, NOTE_EDGE, NOTE_FILL, NOTE_INK, SURFACE } from './colours.ts';
import type { Drawing, Drawn } from './drawing.ts';
import { islandsOf, type Island } from './islands.ts';
import { linesOf, oneLine } from './lines.ts';
import { fitText, LEADING, NOTE_PADDING, type Measure } from './fit-text.ts';

/** What of a board is drawn, as plain data. */
export interface SeenBoard {
  frames: readonly Frame[];
  clusters: readonly Cluster[];
  notes: readonly PlacedNote[];
}
/** A note with its place on the board itself, whether its frame is drawn or not. */
export interface PlacedNote extends Note {
  at: Place;
}
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
/** From the top of a line to the foot of its letters, in letters' heights; of Source Sans 3. */
const FOOT = 0.96;

/** Draws a board as it is seen on the plane: frames, clusters around their notes, notes. */
export function drawBoard({ frames, clusters, notes }: SeenBoard, options: DrawingOptions): Drawing {
  const placed = new Map(notes.map((note) => [note.id, { id: note.id, ...note.at, ...note.size }]));
  const islands = clusters.flatMap((cluster) => {
    const members = notes.filter(({ clusterId }) => clusterId === cluster.id).flatMap(({ id }) => placed.get(id) ?? []);
    return islandsOf(cluster.id, members).map((island) => ({ island, cluster }));
  });
  const frameBoxes = frames.map(({ position, size }) => ({ ...position, ...size }));
  const around = boxAround([...frameBoxes, ...islands.map(({ island }) => island), ...placed.values()]) ?? { x: 0, y: 0, width: 0, height: 0 };
  return {
    x: around.x - MARGIN, y: around.y - MARGIN, width: around.width + 2 * MARGIN, height: around.height + 2 * MARGIN,
    background: BOARD,
    items: [
      ...frames.flatMap((frame, i) => drawFrame(frame, frameBoxes[i]!, options)),
      ...islands.flatMap(({ island, cluster }) => drawIsland(island, cluster, options)),
      ...[...notes].sort(byOrder).flatMap((note) => drawNote(note, placed.get(note.id)!, options)),
    ],
  };
}

function drawFrame({ title }: Frame, box: Box, { measureBold }: DrawingOptions): Drawn[] {
  const [fontSize, width] = [FRAME_TITLE_SIZE, box.width - 48];
  const lines = title === '' ? [] : linesOf(title, { width, fontSize, measure: measureBold });
  return [
    { kind: 'box', ...box, radius: 10, fill: SURFACE, line: FRAME_EDGE, lineWidth: 2 },
    ...lines.map((text, i) => words(text, { x: box.x + 24, y: box.y + 12 + (i * LEADING + FOOT) * fontSize, fontSize, bold: true, colour: INK }, measureBold)),
  ];
}

function drawIsland(box: Island, { title }: Cluster, { measure, measureBold, unnamed }: DrawingOptions): Drawn[] {
  const width = box.width - 36;
  const named = title !== '';
  const by = named ? measureBold : measure;
  const text = oneLine(named ? title : unnamed, { width, fontSize: ISLAND_TITLE_SIZE, measure: by });
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

function words(text: string, at: { x: number; y: number; fontSize: number; bold: boolean; colour: string }, measure: Measure): Drawn {
  return { kind: 'words', ...at, text, width: measure(text) * (at.fontSize / 16) };
}
