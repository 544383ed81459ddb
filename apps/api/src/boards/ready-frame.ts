import type { EventEmitter } from 'node:events';
import type { Socket } from 'socket.io';

/** A socket.io binary event as ready WebSocket frames: made once, written to every receiver as it is. */
export interface ReadyFrame {
  bytes: Buffer;
}

/** One unmasked WebSocket frame (RFC 6455, 5.2). */
function webSocketFrame(opcode: 1 | 2, payload: Uint8Array): Buffer {
  const { length } = payload;
  const head = Buffer.alloc(length < 126 ? 2 : length < 65_536 ? 4 : 10);
  head[0] = 0x80 | opcode;
  if (length < 126) head[1] = length;
  else if (length < 65_536) {
    head[1] = 126;
    head.writeUInt16BE(length, 2);
  } else {
    head[1] = 127;
    head.writeBigUInt64BE(BigInt(length), 2);
  }
  return Buffer.concat([head, payload]);
}

/** The text of Socket.IO that announces an event's one binary attachment. */
const headOf = (event: string) => `51-${JSON.stringify([event, { _placeholder: true, num: 0 }])}`;
const heads = new Map<string, Buffer>();

/** The text packet that announces one binary attachment (Engine.IO 4, Socket.IO 5), and the attachment. Stock clients can't tell the difference. */
export function readyFrame(event: string, payload: Uint8Array): ReadyFrame {
  let head = heads.get(event);
  if (!head) heads.set(event, (head = webSocketFrame(1, Buffer.from(`4${headOf(event)}`))));
  return { bytes: Buffer.concat([head, webSocketFrame(2, payload)]) };
}

/** What socket.io, Engine.IO and ws keep to themselves of a connection; here, in one place, on purpose. */
interface Inside {
  client: { writeToEngine(packets: string[], options: object): void; ondata: (packet: unknown) => void };
  conn: EventEmitter & { writeBuffer: unknown[]; transport: { writable: boolean; socket: { _socket: Wire } } };
}
/** The TCP socket. */
interface Wire {
  readonly writable: boolean;
  readonly writableLength: number;
  destroy(): void;
  /** False when the receiver owes more than a little. */
  write(bytes: Uint8Array): boolean;
}

/**
 * Hears events with one binary attachment before socket.io's decoder, whose work for each is more than ours. A packet that is written in any other way than
 * stock clients write it goes to the decoder, like all others.
 */
export function onHot(socket: Socket, listeners: Readonly<Record<string, (payload: unknown) => void>>): void {
  const { client, conn } = socket as unknown as Inside;
  const byHead = new Map<unknown, (payload: unknown) => void>();
  for (const [event, listener] of Object.entries(listeners)) {
    socket.on(event, listener);
    byHead.set(headOf(event), listener);
  }
  let head: unknown;
  conn.off('data', client.ondata);
  conn.on('data', (packet: unknown) => {
    const listener = byHead.get(head);
    if (listener) {
      const announced = head;
      head = undefined;
      if (typeof packet !== 'string') return listener(packet);
      // No attachment: the decoder says what it thinks of that.
      client.ondata(announced);
    } else if (byHead.has(packet)) {
      head = packet;
      return;
    }
    client.ondata(packet);
  });
}

// SEC-32
/** Bytes that a receiver may owe, and for how long, before she is cut off; she comes back and reads the board anew. */
export const OWED_BYTES_MAX = 4 * 1024 * 1024;
const OWED_MS_MAX = 15_000;

/**
 * Writes ready frames to one connection and knows whether it keeps up. A frame goes straight to the wire where socket.io has nothing waiting for it, which
 * is nearly always: its bookkeeping for each packet costs a third of a crowded board's tick.
 */
export class FrameWriter {
  readonly #inside: Inside;
  readonly #wire: Wire;
  /** Something may be owed. */
  #behind = false;
  /** Bytes that wait behind what socket.io is still to send. */
  #queued = 0;
  /** Owed bytes that are not held against the receiver. */
  #spared = 0;
  #owingSince = 0;

  /** @param socket over WebSocket, which it never leaves */
  constructor(socket: Socket) {
    this.#inside = socket as unknown as Inside;
    this.#wire = this.#inside.conn.transport.socket._socket;
  }

  /** False while what was written before has not left: then nothing that may be left out should be added. */
  get isFree(): boolean {
    const { writeBuffer, transport } = this.#inside.conn;
    return writeBuffer.length === 0 && transport.writable && this.#wire.writableLength === 0;
  }

  /** @returns false for a receiver that is hopelessly behind; nothing was written. `counts` false: not held against her */
  write({ bytes }: ReadyFrame, now: number, counts = true): boolean {
    const wire = this.#wire;
    if (!wire.writable) return true;
    if (this.#behind && !this.#mayOwe(bytes.length, now, counts)) return false;
    const { client, conn } = this.#inside;
    // What socket.io is still to send goes first: an answer before the board that follows on it.
    if (conn.writeBuffer.length > 0) {
      this.#queued += bytes.length;
      client.writeToEngine([''], { preEncoded: true, compress: false, wsPreEncodedFrame: [bytes] });
    } else if (wire.write(bytes)) return true;
    if (!this.#behind) this.#owingSince = now;
    this.#behind = true;
    if (!counts) this.#spared += bytes.length;
    return true;
  }

  /** Ends the connection at once: a farewell would wait behind all that its receiver does not read, and keep that for half a minute more. */
  cut(): void {
    this.#wire.destroy();
  }

  #mayOwe(bytes: number, now: number, counts: boolean): boolean {
    if (this.#inside.conn.writeBuffer.length === 0) this.#queued = 0;
    const owed = this.#wire.writableLength + this.#queued;
    if (owed === 0) {
      this.#behind = false;
      this.#spared = 0;
      return true;
    }
    return !counts || owed <= this.#spared || (owed - this.#spared + bytes <= OWED_BYTES_MAX && now - this.#owingSince <= OWED_MS_MAX);
  }
}
