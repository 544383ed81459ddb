import { isHeld, type ConnectorEnd } from '@spolu/board/connectors';
import type { DrawingValues } from '@spolu/board/drawing-values';
import type { PlacedNote, SeenBoard, SeenDrawing } from '@spolu/board/drawing/seen';
import { byOrder, type Value } from '@spolu/board/shape';
import type { BoardFile, BoardFileDrawing } from '@spolu/contracts/board-files';

interface Making {
  title: string;
  now: Date;
  /** Of the drawings, by id. */
  values: ReadonlyMap<string, DrawingValues>;
  /** Of those that come along, by file id. */
  pictures: ReadonlyMap<string, Buffer>;
}
type Box = { x: number; y: number; width: number; height: number };
type Field = BoardFileDrawing['fields'][string];

/** A board, or a part of one, as a file that can be read in again. */
export function toBoardFile({ frames, clusters, notes, drawings }: SeenBoard, { title, now, values, pictures }: Making): BoardFile {
  const frameIds = new Set(frames.map(({ id }) => id));
  const known = new Set([...frameIds, ...notes.map(({ id }) => id), ...drawings.map(({ item }) => item.id)]);
  const used = new Set(notes.map(({ clusterId }) => clusterId));
  const kept = clusters.filter(({ id }) => used.has(id));
  const clusterIds = new Set(kept.map(({ id }) => id));
  const stacked = [...notes, ...drawings.map(({ item }) => item)].sort(byOrder);
  const z = new Map(stacked.map(({ id }, i) => [id, i]));
  const isHere = (frameId: string | null) => frameId !== null && frameIds.has(frameId);
  return {
    format: 'spolupracovna-board',
    version: 3,
    exportedAt: now.toISOString(),
    title,
    frames: frames.map(({ id, title: name, position: { x, y }, size, hint, layout, columns, rows, locked }) => ({
      id, title: name, x, y, ...size, hint, layout, columns: [...columns], rows: [...rows], locked,
    })),
    clusters: kept.map(({ id, title: name }) => ({ id, title: name })),
    notes: notes.map((note) => noteOf(note, isHere, clusterIds, z.get(note.id) ?? 0)),
    drawings: drawings.map((drawing) => ({ kind: drawing.kind, id: drawing.item.id, z: z.get(drawing.item.id) ?? 0, ...placed(drawing, values.get(drawing.item.id), isHere, known) })),
    pictures: [...pictures].map(([id, bytes]) => ({ id, data: bytes.toString('base64') })),
  };
}

function noteOf(
  { id, contributionId, text, colour, position, at, size, clusterId, createdAt, category, groupId, locked }: PlacedNote,
  isHere: (frameId: string | null) => boolean, clusterIds: ReadonlySet<string>, z: number,
): BoardFile['notes'][number] {
  // a note whose frame does not come along lies where it lay on the board
  const frameId = isHere(position.frameId) ? position.frameId : null;
  const { x, y } = frameId === null ? at : position;
  return {
    id, contributionId, text, colour, x, y, frameId, ...size, clusterId: clusterId !== null && clusterIds.has(clusterId) ? clusterId : null, createdAt: new Date(createdAt).toISOString(),
    category, groupId, locked, z,
  };
}

/** Its values, with the places that need a frame or a thing that does not come along said on the board itself. */
function placed(drawing: SeenDrawing, values: DrawingValues | undefined, isHere: (frameId: string | null) => boolean, known: ReadonlySet<string>): Pick<BoardFileDrawing, 'fields' | 'text'> {
  const fields: Record<string, Field> = {};
  for (const [name, value] of Object.entries(values?.fields ?? {})) fields[name] = plain(value);
  if (drawing.kind === 'connector') {
    fields['from'] = endOf(drawing.item.from, drawing.from, isHere, known);
    fields['to'] = endOf(drawing.item.to, drawing.to, isHere, known);
  } else {
    const { position } = drawing.item;
    // its box may begin elsewhere than its place: a pin's place is its tip
    if (!isHere(position.frameId)) fields['p'] = [position.x + drawing.frame.x, position.y + drawing.frame.y, null];
    if (typeof fields['noteId'] === 'string' && !known.has(fields['noteId'])) delete fields['noteId'];
  }
  return { fields, ...(values?.text === undefined ? {} : { text: values.text }) };
}

function endOf(end: ConnectorEnd, box: Box, isHere: (frameId: string | null) => boolean, known: ReadonlySet<string>): Field {
  if (isHeld(end)) return known.has(end.id) ? [end.kind, end.id] : [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2), null];
  return isHere(end.frameId) ? [end.x, end.y, end.frameId] : [box.x, box.y, null];
}

const plain = (value: Value): Field => (Array.isArray(value) ? [...(value as readonly (string | number | null)[])] : (value as Exclude<Value, readonly unknown[]>));
