import type * as Y from 'yjs';
import type { DrawingKind } from '@spolu/contracts/boards';
import { boxOf } from './boxes.ts';
import { readClusters } from './clusters.ts';
import { isHeld, readConnectors, type Connector } from './connectors.ts';
import { readFrames } from './frames.ts';
import { readItem } from './kinds.ts';
import { readNotes } from './notes.ts';
import { readAll } from './read-all.ts';
import { inReadingOrder, inRows } from './reading-order.ts';
import type { Cluster, Frame, Items, Note, PlacedItem, Position } from './shape.ts';

/** Drawings that say something: a stroke has no words, a shape none until somebody writes some. */
const TOLD_KINDS = ['text', 'shape', 'picture', 'pin', 'link'] as const satisfies DrawingKind[];
type ToldKind = (typeof TOLD_KINDS)[number];
/** A drawing in words: its text, label, title or description. */
export type ToldDrawing =
  | { kind: ToldKind; id: string; words: string }
  /** What its ends hold on to, in words; null for a free end. */
  | { kind: 'connector'; id: string; words: string; from: string | null; to: string | null };

/** The board as a list: frame → cluster → note, then the frame's drawings. Null frame: what lies on none; null cluster: notes in none. */
export interface Outline {
  frames: { frame: Frame | null; clusters: { cluster: Cluster | null; notes: Note[] }[]; drawings: ToldDrawing[] }[];
}

/** Frames in their order (empty ones too), then what lies on none; in each its clusters in their order, then what is in none, then its drawings. */
export function outlineOf(frames: Iterable<Frame>, clusters: Iterable<Cluster>, notes: Iterable<Note>, told: ReadonlyMap<string | null, ToldDrawing[]> = new Map()): Outline {
  const known = new Set<string | null>();
  const inFrame = new Map<string | null, Note[]>([[null, []]]);
  const sortedFrames = [...frames];
  const sortedClusters = [...clusters];
  for (const frame of sortedFrames) inFrame.set(frame.id, []);
  for (const cluster of sortedClusters) known.add(cluster.id);
  for (const note of notes) (inFrame.get(note.position.frameId) ?? inFrame.get(null))?.push(note);

  const grouped = (all: Note[]) => {
    const groups = [...sortedClusters, null].map((cluster) => ({
      cluster,
      notes: inReadingOrder(all.filter(({ clusterId }) => (known.has(clusterId) ? clusterId : null) === (cluster?.id ?? null))),
    }));
    return groups.filter((group) => group.notes.length > 0);
  };
  const loose = inFrame.get(null) ?? [];
  const looseDrawings = [...told].flatMap(([frameId, drawings]) => (frameId !== null && inFrame.has(frameId) ? [] : drawings));
  return {
    frames: [
      ...sortedFrames.map((frame) => ({ frame, clusters: grouped(inFrame.get(frame.id) ?? []), drawings: told.get(frame.id) ?? [] })),
      ...(loose.length + looseDrawings.length > 0 ? [{ frame: null, clusters: grouped(loose), drawings: looseDrawings }] : []),
    ],
  };
}

/** Drawings in words by the frame they lie on, in reading order; connectors come last, on the board itself. */
export function toldDrawings(
  items: <Kind extends ToldKind>(kind: Kind) => Iterable<Items[Kind]>, connectors: Iterable<Connector>, frames: Iterable<Frame>, notes: Iterable<Note>,
): Map<string | null, ToldDrawing[]> {
  const said = new Map<string, string>([...frames].map(({ id, title }) => [id, title]));
  for (const { id, text } of notes) said.set(id, text);
  const boxes = TOLD_KINDS.flatMap((kind) => [...items(kind)].map((item) => ({ ...boxOf(kind, item), id: item.id, kind, words: wordsOf(item), frameId: (item as { position: Position }).position.frameId })));
  for (const { id, words } of boxes) said.set(id, words);
  const told = new Map<string | null, ToldDrawing[]>();
  for (const frameId of new Set(boxes.map((box) => box.frameId))) {
    const shown = boxes.filter((box) => box.frameId === frameId && (box.words.trim() !== '' || box.kind === 'picture'));
    told.set(frameId, inRows(shown).flat().map(({ kind, id, words }) => ({ kind, id, words })));
  }
  const lines = [...connectors].flatMap(({ id, label, from, to }): ToldDrawing[] => {
    const ends = [from, to].map((end) => (isHeld(end) ? said.get(end.id) : null));
    // What holds on to something that is gone is not there.
    return ends.includes(undefined) ? [] : [{ kind: 'connector', id, words: label, from: ends[0] ?? null, to: ends[1] ?? null }];
  });
  if (lines.length > 0) told.set(null, [...(told.get(null) ?? []), ...lines]);
  return told;
}

const wordsOf = (item: PlacedItem): string =>
  'text' in item ? item.text : 'alt' in item ? item.alt : 'label' in item ? item.label : 'title' in item ? item.title : '';

export function readOutline(doc: Y.Doc): Outline {
  const [frames, notes] = [readFrames(doc), readNotes(doc)];
  const told = toldDrawings((kind) => readAll(doc, kind, (id, fields) => readItem(kind, id, fields)), readConnectors(doc), frames, notes);
  return outlineOf(frames, readClusters(doc), notes, told);
}
