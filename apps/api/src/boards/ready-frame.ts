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

const heads = new Map<string, Buffer>();

/** The text packet that announces one binary attachment (Engine.IO 4, Socket.IO 5), and the attachment. Stock clients can't tell the difference. */
export function readyFrame(event: string, payload: Uint8Array): ReadyFrame {
  let head = heads.get(event);
  if (!head) heads.set(event, (head = webSocketFrame(1, Buffer.from(`451-${JSON.stringify([event, { _placeholder: true, num: 0 }])}`))));
  return { bytes: Buffer.concat([head, webSocketFrame(2, payload)]) };
}

/** What socket.io and Engine.IO keep to themselves of a connection; here, in one place, on purpose. */
interface Inside {
  client: { writeToEngine(packets: string[], options: object): void };
  conn: { writeBuffer: unknown[]; transport: { writable: boolean } };
}

/** Bytes that a receiver may owe, and for how long, before she is cut off; she comes back and reads the board anew. */
const OWED_BYTES_MAX = 4 * 1024 * 1024;
const OWED_MS_MAX = 15_000;

/** Writes ready frames to one connection and knows whether it keeps up. */
export class FrameWriter {
  readonly #inside: Inside;
  #owed = 0;
  #owingSince = 0;

  constructor(socket: Socket) {
    this.#inside = socket as unknown as Inside;
  }

  /** False while what was written before has not left: then nothing that may be left out should be added. */
  get isFree(): boolean {
    const { writeBuffer, transport } = this.#inside.conn;
    return writeBuffer.length === 0 && transport.writable;
  }

  /** @returns false for a receiver that is hopelessly behind; nothing was written. `counts` false: not held against her */
  write({ bytes }: ReadyFrame, now: number, counts = true): boolean {
    if (this.#inside.conn.writeBuffer.length === 0) {
      this.#owed = 0;
      this.#owingSince = now;
    }
    if (counts) {
      this.#owed += bytes.length;
      if (this.#owed > OWED_BYTES_MAX || now - this.#owingSince > OWED_MS_MAX) return false;
    }
    this.#inside.client.writeToEngine([''], { preEncoded: true, compress: false, wsPreEncodedFrame: [bytes] });
    return true;
  }
}
