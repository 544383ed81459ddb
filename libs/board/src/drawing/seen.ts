import type * as Y from 'yjs';
import { DRAWING_KINDS } from '@spolu/contracts/plain';
import type { DrawingKind } from '@spolu/contracts/boards';
import { boxOf, type Box } from '../boxes.ts';
import { readClusters } from '../clusters.ts';
import { isHeld, type Connector, type ConnectorEnd } from '../connectors.ts';
import { readFrames } from '../frames.ts';
import { readItem } from '../kinds.ts';
import { readNotes } from '../notes.ts';
import { readAll } from '../read-all.ts';
import type { Cluster, Frame, Items, Note, Place } from '../shape.ts';

/** A note with its place on the board itself, whether its frame is drawn or not. */
export interface PlacedNote extends Note {
  at: Place;
}
type LyingKind = Exclude<DrawingKind, 'connector'>;
/** A drawing with its room on the board itself. */
export type SeenDrawing =
  | { [Kind in LyingKind]: { kind: Kind; item: Items[Kind]; box: Box; /** The corner from which its place counts. */ frame: Place } }[LyingKind]
  | { kind: 'connector'; item: Connector; from: Box; to: Box };

/** All that is seen on a board, as plain data. */
export interface SeenBoard {
  frames: readonly Frame[];
  clusters: readonly Cluster[];
  notes: readonly PlacedNote[];
  /** Connectors that hold on to something that is gone are none of them. */
  drawings: readonly SeenDrawing[];
}

/** Things stay where they were when their frame went. */
export function readSeen(doc: Y.Doc): SeenBoard {
  const frames = readFrames(doc);
  const corners = new Map(readFrames(doc, { removed: true }).map(({ id, position }) => [id, position]));
  const cornerOf = (frameId: string | null): Place => corners.get(frameId ?? '') ?? { x: 0, y: 0 };
  const shifted = <Thing extends Place>(thing: Thing, frameId: string | null): Thing => {
    const corner = cornerOf(frameId);
    return { ...thing, x: thing.x + corner.x, y: thing.y + corner.y };
  };
  const notes = readNotes(doc).map((note): PlacedNote => {
    const { x, y } = shifted(note.position, note.position.frameId);
    return { ...note, at: { x, y } };
  });
  const lying = DRAWING_KINDS.flatMap((kind) => (kind === 'connector' ? [] : readLying(doc, kind, cornerOf)));
  const boxes = new Map<string, Box>([
    ...frames.map(({ id, position, size }) => [`frame ${id}`, { ...position, ...size }] as const),
    ...notes.map(({ id, at, size }) => [`note ${id}`, { ...at, ...size }] as const),
    ...lying.map(({ kind, item, box }) => [`${kind} ${item.id}`, box] as const),
  ]);
  // a free end is a box without size
  const endOf = (end: ConnectorEnd): Box | undefined => (isHeld(end) ? boxes.get(`${end.kind} ${end.id}`) : shifted({ x: end.x, y: end.y, width: 0, height: 0 }, end.frameId));
  const connectors = readAll(doc, 'connector', (id, fields) => readItem('connector', id, fields)).flatMap((item): SeenDrawing[] => {
    const [from, to] = [endOf(item.from), endOf(item.to)];
    return from && to ? [{ kind: 'connector', item, from, to }] : [];
  });
  return { frames, clusters: readClusters(doc), notes, drawings: [...lying, ...connectors] };
}

type Lying = Exclude<SeenDrawing, { kind: 'connector' }>;

function readLying<Kind extends LyingKind>(doc: Y.Doc, kind: Kind, cornerOf: (frameId: string | null) => Place): Lying[] {
  return readAll(doc, kind, (id, fields) => readItem(kind, id, fields)).map((item) => {
    const [frame, box] = [cornerOf(item.position.frameId), boxOf(kind, item)];
    return { kind, item, frame, box: { ...box, x: box.x + frame.x, y: box.y + frame.y } } as Lying;
  });
}
