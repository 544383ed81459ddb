import { ByteReader, ByteWriter, toBytes } from './bytes.ts';

/** Largest frame a device may send; a long offline edit goes out in pieces. */
export const UPDATE_FRAME_MAX = 1024 * 1024;

/** A device's change: on which channel, its own running number, one Yjs update (v1). */
export interface UpdateFrame {
  channel: number;
  seq: number;
  update: Uint8Array;
}

export function encodeUpdate({ channel, seq, update }: UpdateFrame): Uint8Array {
  return new ByteWriter(update.length + 12).number(channel).number(seq).bytes(update).done();
}

export function decodeUpdate(payload: unknown): UpdateFrame | undefined {
  const bytes = toBytes(payload);
  if (!bytes || bytes.length > UPDATE_FRAME_MAX) return undefined;
  const reader = new ByteReader(bytes);
  const frame = { channel: reader.number(), seq: reader.number(), update: reader.rest() };
  return reader.broken || frame.update.length === 0 ? undefined : frame;
}

/** One accepted change within a tick. `slot` and `seq` tell its sender that it is her own; both 0 for changes of the server. */
export interface TickUpdate {
  slot: number;
  seq: number;
  update: Uint8Array;
}
/**
 * What the board took since the frame before. `tick` numbers a board's ticks for good; `durable` is the last tick that is stored. An empty list
 * only tells that `durable` has grown.
 */
export interface UpdatesFrame {
  channel: number;
  tick: number;
  durable: number;
  updates: TickUpdate[];
}

export function encodeUpdates({ channel, tick, durable, updates }: UpdatesFrame): Uint8Array {
  const writer = new ByteWriter(24 + updates.reduce((sum, { update }) => sum + update.length + 12, 0));
  writer.number(channel).number(tick).number(durable).number(updates.length);
  for (const { slot, seq, update } of updates) writer.number(slot).number(seq).number(update.length).bytes(update);
  return writer.done();
}

export function decodeUpdates(payload: unknown): UpdatesFrame | undefined {
  const bytes = toBytes(payload);
  if (!bytes) return undefined;
  const reader = new ByteReader(bytes);
  const frame: UpdatesFrame = { channel: reader.number(), tick: reader.number(), durable: reader.number(), updates: [] };
  const count = reader.number();
  // Each takes three bytes at least: a frame that claims more than it holds is refused before anything is made for it.
  if (count * 3 > reader.left) return undefined;
  for (let i = 0; i < count; i++) frame.updates.push({ slot: reader.number(), seq: reader.number(), update: reader.bytes(reader.number()) });
  return reader.broken || reader.left > 0 ? undefined : frame;
}

/** A whole board for a newcomer: a Yjs state (v2) as of a tick. What came since follows as an {@link UpdatesFrame}. */
export interface StateFrame {
  channel: number;
  tick: number;
  state: Uint8Array;
  /** The state is raw deflate (RFC 1951); only for who asked for it. */
  deflated?: boolean;
}

const STATE_V2 = 2;
const STATE_V2_DEFLATED = 3;

export function encodeState({ channel, tick, state, deflated }: StateFrame): Uint8Array {
  return new ByteWriter(state.length + 16).number(channel).number(tick).byte(deflated ? STATE_V2_DEFLATED : STATE_V2).bytes(state).done();
}

export function decodeState(payload: unknown): StateFrame | undefined {
  const bytes = toBytes(payload);
  if (!bytes) return undefined;
  const reader = new ByteReader(bytes);
  const channel = reader.number();
  const tick = reader.number();
  const format = reader.byte();
  const state = reader.rest();
  if (reader.broken || state.length === 0 || (format !== STATE_V2 && format !== STATE_V2_DEFLATED)) return undefined;
  return { channel, tick, state, deflated: format === STATE_V2_DEFLATED };
}
