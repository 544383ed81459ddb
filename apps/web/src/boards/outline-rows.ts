import { boxOf } from '@spolu/board/boxes';
import type { BoardIndex } from '@spolu/board/board-index';
import { isHeld, type ConnectorEnd } from '@spolu/board/connectors';
import { outlineOf } from '@spolu/board/outline';
import { inRows } from '@spolu/board/reading-order';
import { byOrder, type Authored, type Cluster, type Frame, type Items, type Note, type PlacedKind } from '@spolu/board/shape';
import type { DrawingKind } from '@spolu/contracts/boards';
import { DRAWING_KINDS } from '@spolu/contracts/plain';

/** One line of the board as a list. `frame` null: what lies on none. */
export type OutlineRow =
  | { kind: 'frame'; id: string; frame: Frame | null; count: number }
  | { kind: 'cluster'; id: string; cluster: Cluster; count: number }
  | { kind: 'note'; id: string; note: Note; clustered: boolean }
  | { kind: 'drawing'; id: string; drawing: ListedDrawing };

/** A drawing in words; one that has none is named by its kind alone. */
export interface ListedDrawing {
  kind: DrawingKind;
  id: string;
  item: Items[DrawingKind] & Authored;
  words: string;
  /** Of a connector: what its ends hold on to. */
  ends: readonly (string | null)[];
}
type Lying = Exclude<PlacedKind, 'note'>;
const NO_DRAWINGS: ReadonlyMap<string | null, ListedDrawing[]> = new Map();
const LYING_KINDS = DRAWING_KINDS.filter((kind) => kind !== 'connector');

/**
 * The board line by line: a frame, in it its clusters with their notes, its other notes, its drawings; at last what lies on no frame, and the lines between things.
 * @param meant left out: everything; otherwise only these notes, and the frames and clusters in which there are some
 */
export function outlineRows(index: BoardIndex, meant?: (note: Note) => boolean): OutlineRow[] {
  const rows: OutlineRow[] = [];
  const drawings = meant ? NO_DRAWINGS : drawingsByFrame(index);
  const frames = [...index.frames.values()].sort(byOrder);
  const notes = meant ? [...index.notes.values()].filter(meant) : index.notes.values();
  const outline = outlineOf(frames, [...index.clusters.values()].sort(byOrder), notes).frames;
  const loose = drawings.get(null) ?? [];
  if (loose.length > 0 && outline.at(-1)?.frame !== null) outline.push({ frame: null, clusters: [], drawings: [] });
  for (const { frame, clusters } of outline) {
    const count = clusters.reduce((sum, group) => sum + group.notes.length, 0);
    if (meant && count === 0) continue;
    rows.push({ kind: 'frame', id: `frame ${frame?.id ?? ''}`, frame, count });
    for (const { cluster, notes } of clusters) {
      // A cluster that lies on two frames has a line in each.
      if (cluster) rows.push({ kind: 'cluster', id: `cluster ${cluster.id} ${frame?.id ?? ''}`, cluster, count: notes.length });
      for (const note of notes) rows.push({ kind: 'note', id: `note ${note.id}`, note, clustered: cluster !== null });
    }
    for (const drawing of drawings.get(frame?.id ?? null) ?? []) rows.push({ kind: 'drawing', id: `drawing ${drawing.id}`, drawing });
  }
  return rows;
}

/** The frame's own notes and drawings have an id here that the board knows; frames' and clusters' lines have none. */
export const thingIn = (row: OutlineRow | undefined): string | undefined => (row?.kind === 'note' ? row.note.id : row?.kind === 'drawing' ? row.drawing.id : undefined);

function drawingsByFrame(index: BoardIndex): Map<string | null, ListedDrawing[]> {
  const byFrame = new Map<string | null, ReturnType<typeof boxed>[]>();
  const boxed = <Kind extends Lying>(kind: Kind, item: Items[Kind]) => ({ ...boxOf(kind, item), id: item.id, listed: { kind, id: item.id, item, words: wordsOf(item), ends: [] } as ListedDrawing });
  for (const kind of LYING_KINDS) {
    for (const item of index.items(kind).values()) {
      const frameId = index.frame(item.position.frameId) ? item.position.frameId : null;
      byFrame.set(frameId, [...(byFrame.get(frameId) ?? []), boxed(kind, item)]);
    }
  }
  const listed = new Map([...byFrame].map(([frameId, boxes]) => [frameId, inRows(boxes).flat().map((box) => box.listed)] as const));
  const lines = [...index.items('connector').values()].flatMap((item): ListedDrawing[] => {
    const ends = [item.from, item.to].map((end) => endOf(index, end));
    // What holds on to something that is gone is not there.
    return ends.includes(undefined) ? [] : [{ kind: 'connector', id: item.id, item, words: item.label, ends: ends.map((end) => end ?? null) }];
  });
  if (lines.length > 0) listed.set(null, [...(listed.get(null) ?? []), ...lines]);
  return listed;
}

/** What a thing on a board says, in one way for all kinds. */
export const wordsOf = (item: object): string => {
  const { text, alt, label, title } = item as Partial<Record<'text' | 'alt' | 'label' | 'title', string>>;
  return text ?? alt ?? label ?? title ?? '';
};

/** Null for an end that lies free; undefined where what it held on to is gone. */
function endOf(index: BoardIndex, end: ConnectorEnd): string | null | undefined {
  if (!isHeld(end)) return null;
  const item = index.item(end.kind, end.id);
  return item && wordsOf(item);
}

/** Where the keyboard goes on when its line has gone: the next line that was there before and still is, else the last one before it. */
export function lineBeside(before: readonly OutlineRow[], now: readonly OutlineRow[], goneId: string): string | undefined {
  const still = new Set(now.map(({ id }) => id));
  const at = before.findIndex(({ id }) => id === goneId);
  const beside = before.slice(at + 1).find(({ id }) => still.has(id)) ?? before.slice(0, Math.max(0, at)).findLast(({ id }) => still.has(id));
  return beside?.id ?? now[0]?.id;
}

/** Of the lines of a very long list, in pixels, as in `outline.css`; on a phone what can be done stands below the words. */
export const ROW_HEIGHTS = {
  wide: { frame: 72, cluster: 56, note: 84, drawing: 84 },
  narrow: { frame: 120, cluster: 104, note: 144, drawing: 144 },
} as const;
export type RowHeights = (typeof ROW_HEIGHTS)[keyof typeof ROW_HEIGHTS];
/** From here on only the lines near the window exist, all of fixed height. */
export const WINDOWED_FROM = 500;
const BEYOND_PX = 600;

/** Which lines to draw for a scrolled window, and how much room the others take above and below. */
export function windowOf(rows: readonly OutlineRow[], heights: RowHeights, scrolled: number, height: number): { from: number; until: number; above: number; below: number } {
  let top = 0;
  let from = -1;
  let until = rows.length;
  let above = 0;
  let drawn = 0;
  for (const [i, { kind }] of rows.entries()) {
    const size = heights[kind];
    if (from < 0 && top + size > scrolled - BEYOND_PX) {
      from = i;
      above = top;
    }
    if (top > scrolled + height + BEYOND_PX) {
      until = i;
      break;
    }
    if (from >= 0) drawn += size;
    top += size;
  }
  const total = topOf(rows, heights, rows.length);
  return from < 0 ? { from: rows.length, until: rows.length, above: total, below: 0 } : { from, until, above, below: total - above - drawn };
}

export const topOf = (rows: readonly OutlineRow[], heights: RowHeights, index: number): number => rows.slice(0, index).reduce((sum, { kind }) => sum + heights[kind], 0);
