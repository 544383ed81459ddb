import { addCluster } from '@spolu/board/clusters';
import { boxAround } from '@spolu/board/drawing/box';
import type { SeenBoard } from '@spolu/board/drawing/seen';
import { addFrame, newFrameId } from '@spolu/board/frames';
import { groupPlaces } from '@spolu/board/group-places';
import { addNote } from '@spolu/board/notes';
import { FRAME_HEAD, FRAME_PADDING, heightToHold, NOTE_GAP } from '@spolu/board/placement';
import { FRAME_SIZE, NOTE_SIZE, type Cluster, type Note, type Position } from '@spolu/board/shape';
import { FRAME_GAP } from '@spolu/board/templates';
import { BOARD_TITLE_MAX_LENGTH } from '@spolu/contracts/plain';
import { v4 as randomId } from 'uuid';
import type { BoardContent, BroughtIn } from '../../../boards/boards.service.ts';
import { boxesOf, ordered, steps } from '../../exchange/lay-out.ts';
import { similarGroups } from './similar.ts';

/** What lies on a table's board. */
export interface TableContent {
  number: number;
  /** As the screens call it, in the session's language. */
  label: string;
  content: BoardContent;
}
/** A note and the copy of it. */
export interface CarriedNote {
  tableNumber: number;
  noteId: string;
  carriedNoteId: string;
  contributionId: string;
}
export interface CarriedOver extends BroughtIn {
  carried: CarriedNote[];
  frameIds: string[];
  clusterIds: string[];
}

interface Waiting {
  note: Note;
  table: TableContent;
  cluster: Cluster | null;
}
interface Sheet {
  title: string;
  waiting: Waiting[];
}

const CELL = { width: NOTE_SIZE.width + NOTE_GAP, height: NOTE_SIZE.height + NOTE_GAP };

/**
 * What the tables wrote, laid beside what is on the session's first board: a frame for each of theirs with the notes of all tables, each a copy that shares
 * its contribution and names its table as its category. Clusters come along; notes that share words lie side by side, and that is all that is done with them.
 * @param template the frames that all tables began with, in their order
 * @param loose title of the frame for what lies on none
 * @param already notes that were carried over before
 */
export function carryOver(board: SeenBoard, tables: readonly TableContent[], { template, loose, already }: { template: readonly { id: string; title: string }[]; loose: string; already: ReadonlySet<string> }): CarriedOver {
  const sheets = sheetsOf(tables, template, loose, already);
  const there = boxAround(boxesOf(board));
  let left = there ? there.x + there.width + FRAME_GAP : 0;
  const top = there?.y ?? 0;
  const clusters = new Map<string, { id: string; title: string }>();
  const frames = sheets.map(({ title, waiting }) => {
    const id = newFrameId();
    const places = placesOn(id, waiting);
    const width = Math.max(FRAME_SIZE.width, ...[...places.values()].map(({ x }) => x + NOTE_SIZE.width + FRAME_PADDING));
    const height = Math.max(FRAME_SIZE.height, ...[...places.values()].map((place) => heightToHold(place)));
    const frame = { id, title, position: { x: left, y: top }, size: { width, height }, places };
    left += width + FRAME_GAP;
    return frame;
  });
  const notes = sheets.flatMap(({ waiting }, i) =>
    waiting.map(({ note, table, cluster }) => {
      const title = cluster && shortened(cluster.title, ` · ${table.label}`);
      if (cluster && title !== null && !clusters.has(cluster.id)) clusters.set(cluster.id, { id: randomId(), title });
      const { contributionId, text, colour, participantId, createdAt } = note;
      return {
        id: randomId(), contributionId, text, colour, participantId, createdAt,
        position: frames[i]!.places.get(note.id)!,
        clusterId: clusters.get(cluster?.id ?? '')?.id ?? null,
        category: table.label,
        from: { tableNumber: table.number, noteId: note.id },
      };
    }),
  );
  return {
    notes: notes.map(({ id, text }) => ({ id, text })),
    steps: [
      (doc, orders) => {
        for (const { id, title, position, size, order } of ordered(frames, orders.frame)) addFrame(doc, { id, title, position, size, order });
        for (const cluster of ordered([...clusters.values()], orders.cluster)) addCluster(doc, cluster);
      },
      ...steps(notes, (doc, some, orders) => {
        for (const { from: _, ...note } of ordered(some, orders.item)) addNote(doc, note);
      }),
    ],
    grown: [],
    carried: notes.map(({ id, contributionId, from }) => ({ ...from, carriedNoteId: id, contributionId })),
    frameIds: frames.map(({ id }) => id),
    clusterIds: [...clusters.values()].map(({ id }) => id),
  };
}

/** The frames to be made, with what comes onto each: first those of the template, then those that a table made for itself, then what lies on none. */
function sheetsOf(tables: readonly TableContent[], template: readonly { id: string; title: string }[], loose: string, already: ReadonlySet<string>): Sheet[] {
  const sheets = new Map<string, Sheet>(template.map(({ id, title }) => [id, { title, waiting: [] }]));
  const last: Sheet = { title: loose, waiting: [] };
  for (const table of tables) {
    const clusterOf = new Map(table.content.clusters.map((cluster) => [cluster.id, cluster]));
    const frameOf = new Map(table.content.frames.map((frame) => [frame.id, frame]));
    for (const note of table.content.notes) {
      if (already.has(note.id)) continue;
      const { frameId } = note.position;
      const frame = frameId === null ? undefined : frameOf.get(frameId);
      let sheet = frameId === null ? last : sheets.get(frameId);
      if (!sheet && frame) {
        sheet = { title: shortened(frame.title, ` · ${table.label}`), waiting: [] };
        sheets.set(frame.id, sheet);
      }
      (sheet ?? last).waiting.push({ note, table, cluster: clusterOf.get(note.clusterId ?? '') ?? null });
    }
  }
  return [...sheets.values(), last].filter(({ waiting }) => waiting.length > 0);
}

/** Clusters first, those of like names beside each other; then notes that share words, each group together; then all others, row by row. */
function placesOn(frameId: string, waiting: readonly Waiting[]): Map<string, Position> {
  const clustered = new Map<string, Waiting[]>();
  for (const one of waiting) if (one.cluster) clustered.set(one.cluster.id, [...(clustered.get(one.cluster.id) ?? []), one]);
  const clusters = [...clustered.values()];
  const alike = similarGroups(clusters, ([first]) => first?.cluster?.title ?? '');
  const inOrder = [...alike.flat(), ...clusters.filter((cluster) => !alike.flat().includes(cluster))];
  const free = waiting.filter(({ cluster }) => !cluster);
  const similar = similarGroups(free, ({ note }) => note.text);
  const grouped = new Set(similar.flat());
  const single = free.filter((one) => !grouped.has(one));
  const columns = Math.max(Math.floor((FRAME_SIZE.width - 2 * FRAME_PADDING + NOTE_GAP) / CELL.width), Math.ceil(Math.sqrt(waiting.length * 1.5)));
  const width = 2 * FRAME_PADDING + columns * CELL.width - NOTE_GAP;
  const frame = { id: frameId, title: '', hint: '', position: { x: 0, y: 0 }, size: { width, height: FRAME_SIZE.height }, layout: 'plain' as const, columns: [], rows: [], order: '', locked: false, removed: false };
  const places = groupPlaces(frame, [...inOrder, ...similar].map((group) => group.map(({ note }) => note.id)));
  const begin = places.size > 0 ? Math.max(...[...places.values()].map(({ y }) => y)) + CELL.height + FRAME_PADDING : FRAME_HEAD;
  single.forEach(({ note }, i) => places.set(note.id, { x: FRAME_PADDING + (i % columns) * CELL.width, y: begin + Math.floor(i / columns) * CELL.height, frameId }));
  return places;
}

const shortened = (title: string, end: string) => title.slice(0, BOARD_TITLE_MAX_LENGTH - end.length) + end;
