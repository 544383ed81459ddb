import type * as Y from 'yjs';
import { addCluster } from '@spolu/board/clusters';
import { boxAround } from '@spolu/board/drawing/box';
import type { SeenBoard } from '@spolu/board/drawing/seen';
import { addFrame, newFrameId } from '@spolu/board/frames';
import { addNote, type NewNote } from '@spolu/board/notes';
import { orderBetween } from '@spolu/board/order-key';
import { freePlacesIn, heightToHold } from '@spolu/board/placement';
import type { BoardFile } from '@spolu/contracts/board-files';
import { v4 as randomId } from 'uuid';
import type { NextOrders } from '../../boards/board-hub.ts';
import type { BroughtIn } from '../../boards/boards.service.ts';
import type { ImportedNote } from './read-import.ts';

/** How something comes onto a board: which notes, and how they are made. */
export interface LaidOut extends BroughtIn {
  notes: { id: string; contributionId: string; text: string; createdAt: number }[];
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
  const there = boxAround([...board.frames.map(({ position, size }) => ({ ...position, ...size })), ...board.notes.map(({ at, size }) => ({ ...at, ...size }))]);
  const comes = boxAround([...file.frames, ...file.notes.filter(({ frameId }) => frameId === null)]) ?? { x: 0, y: 0 };
  const move = { x: (there ? there.x + there.width + GAP : 0) - comes.x, y: (there?.y ?? 0) - comes.y };
  const frameIds = new Map(file.frames.map(({ id }) => [id, newFrameId()]));
  const clusterIds = new Map(file.clusters.map(({ id }) => [id, randomId()]));
  const notes = file.notes.map(({ contributionId, text, colour, x, y, frameId, width, height, clusterId, createdAt }) => {
    const id = randomId();
    const frame = frameIds.get(frameId ?? '') ?? null;
    return {
      id, contributionId: shared.has(contributionId) ? contributionId : id, text, colour, createdAt: Date.parse(createdAt), size: { width, height },
      position: { x: x + (frame === null ? move.x : 0), y: y + (frame === null ? move.y : 0), frameId: frame }, clusterId: clusterIds.get(clusterId ?? '') ?? null,
    };
  });
  return {
    notes,
    steps: [
      (doc, orders) => {
        for (const { order, title, id, x, y, width, height } of ordered(file.frames, orders.frame)) {
          addFrame(doc, { id: frameIds.get(id)!, title, order, position: { x: x + move.x, y: y + move.y }, size: { width, height } });
        }
        for (const { order, id, title } of ordered(file.clusters, orders.cluster)) addCluster(doc, { id: clusterIds.get(id)!, title, order });
      },
      ...steps(notes, addNotes),
    ],
    grown: [],
  };
}

/** As many things at once as the gate takes. */
const STEP = 1_000;

function steps<Item>(items: readonly Item[], add: (doc: Y.Doc, some: readonly Item[], orders: NextOrders) => void): BroughtIn['steps'] {
  return Array.from({ length: Math.ceil(items.length / STEP) }, (_, i) => (doc, orders) => add(doc, items.slice(i * STEP, (i + 1) * STEP), orders));
}

function addNotes(doc: Y.Doc, notes: readonly Omit<NewNote, 'participantId' | 'order'>[], orders: NextOrders): void {
  for (const note of ordered(notes, orders.item)) addNote(doc, { ...note, participantId: null });
}

/** Each behind the one before. */
function ordered<Item>(items: readonly Item[], first: string): (Item & { order: string })[] {
  let next = first;
  return items.map((item) => {
    const order = next;
    next = orderBetween(order, null);
    return { ...item, order };
  });
}
