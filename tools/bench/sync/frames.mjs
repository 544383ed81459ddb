/**
 * WebSocket frames by hand (RFC 6455, 5.2), so that thousands of devices fit into one process: no copy where a frame came whole, no unmasking
 * work for the server's frames, and our own frames masked with a key of zeros.
 */

/** One frame as a device sends it. */
export function clientFrame(opcode, payload) {
  const { length } = payload;
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.alloc(head + 4 + length);
  frame[0] = 0x80 | opcode;
  if (head === 2) frame[1] = 0x80 | length;
  else if (head === 4) {
    frame[1] = 0x80 | 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 0x80 | 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.set(payload, head + 4);
  return frame;
}
export const textFrame = (text) => clientFrame(1, Buffer.from(text));

/** A socket.io event with one binary attachment, both frames in one write. */
const heads = new Map();
export function binaryEvent(event, payload) {
  if (!heads.has(event)) heads.set(event, textFrame(`451-${JSON.stringify([event, { _placeholder: true, num: 0 }])}`));
  return Buffer.concat([heads.get(event), clientFrame(2, payload)]);
}

/** Cuts a stream of bytes into frames. What it hands out is a view, good until it returns. */
export class FrameReader {
  #parts = [];
  #size = 0;
  #needed = 0;

  constructor(onFrame) {
    this.onFrame = onFrame;
  }

  push(chunk) {
    if (this.#size > 0) {
      this.#parts.push(Buffer.from(chunk));
      this.#size += chunk.length;
      if (this.#size < this.#needed) return;
      chunk = Buffer.concat(this.#parts);
      this.#parts = [];
      this.#size = 0;
    }
    let at = 0;
    for (;;) {
      const left = chunk.length - at;
      let head = 2;
      let length = left < 2 ? 0 : chunk[at + 1] & 127;
      if (length === 126) head = 4;
      else if (length === 127) head = 10;
      if (left >= head && head > 2) length = head === 4 ? chunk.readUInt16BE(at + 2) : Number(chunk.readBigUInt64BE(at + 2));
      this.#needed = left < head ? head : head + length;
      if (left < this.#needed) break;
      this.onFrame(chunk[at] & 15, chunk.subarray(at + head, at + head + length));
      at += head + length;
    }
    if (at < chunk.length) {
      this.#parts = [Buffer.from(chunk.subarray(at))];
      this.#size = chunk.length - at;
    }
  }
}
