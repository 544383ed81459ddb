import { ByteReader, ByteWriter, bytesToUuid, toBytes, uuidToBytes } from './bytes.ts';

/** Largest presence frame a device may send. */
export const PRESENCE_FRAME_MAX = 64;
/** Ids in one selection or drag; what is more is not shown to others. */
export const PRESENCE_NOTES_MAX = 3;
/** Under this slot comes what whoever shows her view to everybody sees. */
export const SPOTLIGHT_SLOT = 0;
/** Slots a board can give: a cursor names its person in two bytes. */
export const SLOTS_MAX = 0xffff;
/** Cursors are told in steps of this many board units: two bytes reach ±131,068. */
export const CURSOR_STEP = 4;
const CURSOR_MAX = 0x7fff;
const SIDE_MAX = 0xffff;

/** What a person does that nobody stores. Who she is the server knows by the connection; a frame can't say it. */
export type Presence =
  | { kind: 'cursor'; x: number; y: number }
  | { kind: 'left' }
  | { kind: 'selection'; noteIds: string[] }
  /** Notes on their way, by how far they are from where they lie; no notes: dropped. */
  | { kind: 'drag'; noteIds: string[]; dx: number; dy: number }
  /** The part of the board on her screen; sent only while somebody wants to see it. */
  | ({ kind: 'view' } & BoardPart);
export interface BoardPart {
  x: number;
  y: number;
  width: number;
  height: number;
}
export type SlotPresence = Presence & { slot: number };

const KINDS = ['cursor', 'left', 'selection', 'drag', 'view'] as const satisfies Presence['kind'][];

const steps = (coordinate: number) => {
  const count = Math.round(coordinate / CURSOR_STEP);
  return Number.isFinite(count) ? Math.max(-CURSOR_MAX, Math.min(CURSOR_MAX, count)) : 0;
};

const sides = (length: number) => (Number.isFinite(length) ? Math.max(1, Math.min(SIDE_MAX, Math.round(length / CURSOR_STEP))) : 1);

function writeNotes(writer: ByteWriter, noteIds: string[]): void {
  const ids = noteIds.slice(0, PRESENCE_NOTES_MAX).flatMap((id) => uuidToBytes(id) ?? []);
  writer.byte(ids.length);
  for (const id of ids) writer.bytes(id);
}

function writeBody(writer: ByteWriter, presence: Presence): ByteWriter {
  writer.byte(KINDS.indexOf(presence.kind));
  if (presence.kind === 'cursor' || presence.kind === 'view') writer.int16(steps(presence.x)).int16(steps(presence.y));
  if (presence.kind === 'view') writer.uint16(sides(presence.width)).uint16(sides(presence.height));
  if (presence.kind === 'drag') writer.int16(steps(presence.dx)).int16(steps(presence.dy));
  if (presence.kind === 'drag' || presence.kind === 'selection') writeNotes(writer, presence.noteIds);
  return writer;
}

function readBody(reader: ByteReader): Presence | undefined {
  const kind = KINDS[reader.byte()];
  const point = kind === 'cursor' || kind === 'drag' || kind === 'view' ? { x: reader.int16() * CURSOR_STEP, y: reader.int16() * CURSOR_STEP } : { x: 0, y: 0 };
  const size = kind === 'view' ? { width: reader.uint16() * CURSOR_STEP, height: reader.uint16() * CURSOR_STEP } : { width: 0, height: 0 };
  const noteIds: string[] = [];
  if (kind === 'selection' || kind === 'drag') {
    const count = reader.byte();
    if (count > PRESENCE_NOTES_MAX) return undefined;
    for (let i = 0; i < count; i++) noteIds.push(bytesToUuid(reader.bytes(16)));
  }
  if (reader.broken) return undefined;
  switch (kind) {
    case 'cursor': return { kind, ...point };
    case 'left': return { kind };
    case 'selection': return { kind, noteIds };
    case 'drag': return { kind, noteIds, dx: point.x, dy: point.y };
    // A part without a size is none.
    case 'view': return size.width > 0 && size.height > 0 ? { kind, ...point, ...size } : undefined;
    case undefined: return undefined;
  }
}

/** A device's own presence: at most {@link PRESENCE_FRAME_MAX} bytes. */
export function encodePresence(channel: number, presence: Presence): Uint8Array {
  return writeBody(new ByteWriter(PRESENCE_FRAME_MAX).number(channel), presence).done();
}

export function decodePresence(payload: unknown): { channel: number; presence: Presence } | undefined {
  const bytes = toBytes(payload);
  if (!bytes || bytes.length > PRESENCE_FRAME_MAX) return undefined;
  const reader = new ByteReader(bytes);
  const channel = reader.number();
  const presence = readBody(reader);
  return presence && !reader.broken && reader.left === 0 ? { channel, presence } : undefined;
}

/** What all did within a tick: the cursors first, six bytes each, then the rest. */
export function encodePresences(channel: number, presences: Iterable<SlotPresence>): Uint8Array {
  const all = [...presences];
  const cursors = all.filter((presence) => presence.kind === 'cursor');
  const writer = new ByteWriter(16 + cursors.length * 6).number(channel).number(cursors.length);
  for (const { slot, x, y } of cursors) writer.uint16(slot).int16(steps(x)).int16(steps(y));
  for (const presence of all) if (presence.kind !== 'cursor') writeBody(writer.uint16(presence.slot), presence);
  return writer.done();
}

export function decodePresences(payload: unknown): { channel: number; presences: SlotPresence[] } | undefined {
  const bytes = toBytes(payload);
  if (!bytes) return undefined;
  const reader = new ByteReader(bytes);
  const channel = reader.number();
  const count = reader.number();
  if (reader.broken || count * 6 > reader.left) return undefined;
  const presences: SlotPresence[] = [];
  for (let i = 0; i < count; i++) {
    presences.push({ kind: 'cursor', slot: reader.uint16(), x: reader.int16() * CURSOR_STEP, y: reader.int16() * CURSOR_STEP });
  }
  while (reader.left > 0) {
    const slot = reader.uint16();
    const presence = readBody(reader);
    if (!presence) return undefined;
    presences.push({ slot, ...presence });
  }
  return reader.broken ? undefined : { channel, presences };
}
