import type * as Y from 'yjs';
import { boxOf, type Box } from '@spolu/board/boxes';
import { addCluster } from '@spolu/board/clusters';
import { isHeld } from '@spolu/board/connectors';
import { boxAround } from '@spolu/board/drawing/box';
import type { SeenBoard } from '@spolu/board/drawing/seen';
import { addFrame, newFrameId } from '@spolu/board/frames';
import { addAuthored, lockItem } from '@spolu/board/items';
import { readItem } from '@spolu/board/kinds';
import { addNote, type NewNote } from '@spolu/board/notes';
import { orderBetween } from '@spolu/board/order-key';
import { freePlacesIn, heightToHold } from '@spolu/board/placement';
import { isTextKind, type Value } from '@spolu/board/shape';
import type { BoardFile, BoardFileDrawing } from '@spolu/contracts/board-files';
import { v4 as randomId } from 'uuid';
import type { NextOrders } from '../../boards/board-commands.ts';
import type { BroughtIn } from '../../boards/boards.service.ts';
import type { ImportedNote } from './read-import.ts';

/** How something comes onto a board: which notes, and how they are made. */
export interface LaidOut extends BroughtIn {
  notes: { id: string; contributionId: string; text: string; createdAt: number }[];
  drawingCount: number;
}

/** Notes in the free places of a frame, or of the board itself; the frame grows to hold them. */
export function layNotes(board: SeenBoard, imported: readonly ImportedNote[], { frameId, now }: { frameId: string | null; now: Date }): LaidOut {
  const frame = board.frames.find(({ id }) => id === frameId) ?? null;
  const places = freePlacesIn(frame, board.notes, imported.length);
  const createdAt = now.getTime();
  const notes = imported.map(({ text, colour, category }, i) => {
    const id = randomId();
    return { id, contributionId: id, text, colour, category, createdAt, position: places[i]! };
  });
  const height = Math.max(0, ...places.map((place) => heightToHold(place)));
  return {
    notes,
    drawingCount: 0,
    steps: steps(notes, addNotes),
    grown: frame && height > frame.size.height ? [{ id: frame.id, size: { ...frame.size, height } }] : [],
  };
}

const GAP = 120;

/**
 * A board of our own beside what is there, with ids of its own.
 * @param shared contributions that the notes go on sharing; for all others new ones are made
 */
export function layBoard(board: SeenBoard, file: BoardFile, { shared }: { shared: ReadonlySet<string> }): LaidOut {
  const there = boxAround(boxesOf(board));
  const comes = boxAround([...file.frames, ...file.notes.filter(({ frameId }) => frameId === null), ...file.drawings.flatMap(looseBoxes)]) ?? { x: 0, y: 0 };
  const move = { x: Math.round((there ? there.x + there.width + GAP : 0) - comes.x), y: Math.round((there?.y ?? 0) - comes.y) };
  const frameIds = new Map(file.frames.map(({ id }) => [id, newFrameId()]));
  const clusterIds = new Map(file.clusters.map(({ id }) => [id, randomId()]));
  const ids = new Map([...frameIds, ...[...file.notes, ...file.drawings].map(({ id }) => [id, randomId()] as const)]);
  const groups = new Map<string, string>();
  const groupOf = (groupId: Field | undefined) => {
    if (typeof groupId !== 'string') return null;
    const group = groups.get(groupId) ?? randomId();
    groups.set(groupId, group);
    return group;
  };
  const placeOf = (x: number, y: number, frameId: Field | undefined): [number, number, string | null] => {
    const frame = frameIds.get(String(frameId)) ?? null;
    return frame === null ? [x + move.x, y + move.y, null] : [x, y, frame];
  };
  const notes = file.notes.map(({ id: old, contributionId, text, colour, x: left, y: top, frameId: on, width, height, clusterId, createdAt, category, groupId, locked, z }) => {
    const id = ids.get(old)!;
    const [x, y, frameId] = placeOf(left, top, on);
    return {
      kind: 'note' as const, z, id, contributionId: shared.has(contributionId) ? contributionId : id, text, colour, createdAt: Date.parse(createdAt), size: { width, height },
      position: { x, y, frameId }, clusterId: clusterIds.get(clusterId ?? '') ?? null, category, groupId: groupOf(groupId), locked,
    };
  });
  const drawings = file.drawings.flatMap(({ kind, id, z, fields: { groupId, locked, ...fields }, text }) => {
    const values: Record<string, Value> = {};
    for (const [name, value] of Object.entries(fields)) {
      const laid = name === 'noteId' ? (ids.get(String(value)) ?? null) : isPlace(name) ? layPlace(value, ids, placeOf) : value;
      // A line that holds on to what does not come along holds on to nothing.
      if (laid === undefined) return [];
      if (laid !== null) values[name] = laid;
    }
    return [{ kind, z, authored: { id: ids.get(id)!, participantId: null, groupId: groupOf(groupId), locked: locked === true }, values, text: isTextKind(kind) ? (text ?? '') : undefined }];
  });
  return {
    notes,
    drawingCount: drawings.length,
    steps: [
      (doc, orders) => {
        for (const { order, id, x, y, width, height, locked, ...frame } of ordered(file.frames, orders.frame)) {
          addFrame(doc, { ...frame, id: frameIds.get(id)!, order, position: { x: x + move.x, y: y + move.y }, size: { width, height } });
          if (locked) lockItem(doc, 'frame', frameIds.get(id)!, true);
        }
        for (const { order, id, title } of ordered(file.clusters, orders.cluster)) addCluster(doc, { id: clusterIds.get(id)!, title, order });
      },
      ...steps([...notes, ...drawings].sort((a, b) => a.z - b.z), (doc, some, orders) => {
        for (const one of ordered(some, orders.item)) {
          if (one.kind === 'note') addNote(doc, { ...one, participantId: null });
          else addAuthored(doc, one.kind, { ...one.authored, order: one.order }, one.values, one.text);
        }
      }),
    ],
    grown: [],
  };
}

type Field = BoardFileDrawing['fields'][string];
const isPlace = (name: string) => name === 'p' || name === 'from' || name === 'to';

/** A place in the file as one on the board, an end as what it holds there; undefined where that is not there. */
function layPlace(value: Field, ids: ReadonlyMap<string, string>, placeOf: (x: number, y: number, frameId: Field | undefined) => Value): Value | undefined {
  if (!Array.isArray(value)) return value;
  const [x, y, frameId] = value;
  if (typeof x !== 'string') return placeOf(Number(x), Number(y), frameId);
  const held = ids.get(String(y));
  return held === undefined ? undefined : [x, held];
}

/** What lies on the board itself, as far as it takes room. */
function looseBoxes({ kind, id, fields, text }: BoardFileDrawing): Box[] {
  const values = new Map<string, unknown>([...Object.entries(fields), ['text', text]]);
  if (kind !== 'connector') {
    const item = readItem(kind, id, values);
    return item.position.frameId === null ? [boxOf(kind, item)] : [];
  }
  const { from, to } = readItem(kind, id, values);
  return [from, to].flatMap((end) => (isHeld(end) || end.frameId !== null ? [] : [{ x: end.x, y: end.y, width: 0, height: 0 }]));
}

/** What takes up room on a board, on the board itself. */
export const boxesOf = ({ frames, notes, drawings }: SeenBoard): Box[] => [
  ...frames.map(({ position, size }) => ({ ...position, ...size })),
  ...notes.map(({ at, size }) => ({ ...at, ...size })),
  ...drawings.flatMap((drawing) => (drawing.kind === 'connector' ? [drawing.from, drawing.to] : [drawing.box])),
];

/** As many things at once as the gate takes. */
const STEP = 1_000;

/** Things made in as many steps as the gate wants. */
export function steps<Item>(items: readonly Item[], add: (doc: Y.Doc, some: readonly Item[], orders: NextOrders) => void): BroughtIn['steps'] {
  return Array.from({ length: Math.ceil(items.length / STEP) }, (_, i) => (doc, orders) => add(doc, items.slice(i * STEP, (i + 1) * STEP), orders));
}

function addNotes(doc: Y.Doc, notes: readonly Omit<NewNote, 'participantId' | 'order'>[], orders: NextOrders): void {
  for (const note of ordered(notes, orders.item)) addNote(doc, { ...note, participantId: null });
}

/** Each behind the one before. */
export function ordered<Item>(items: readonly Item[], first: string): (Item & { order: string })[] {
  let next = first;
  return items.map((item) => {
    const order = next;
    next = orderBetween(order, null);
    return { ...item, order };
  });
}
