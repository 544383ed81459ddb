/** Writes a frame. Numbers are little-endian base-128 (as Yjs writes them), so small ones take one byte. */
export class ByteWriter {
  #bytes: Uint8Array;
  #length = 0;

  constructor(capacity = 64) {
    this.#bytes = new Uint8Array(capacity);
  }

  #room(count: number): void {
    if (this.#length + count <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + count));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }

  byte(value: number): this {
    this.#room(1);
    this.#bytes[this.#length++] = value;
    return this;
  }

  /** @param value a whole number from 0 to 2^53 - 1 */
  number(value: number): this {
    let rest = value;
    while (rest > 127) {
      this.byte((rest % 128) | 128);
      rest = Math.floor(rest / 128);
    }
    return this.byte(rest);
  }

  uint16(value: number): this {
    return this.byte(value & 255).byte((value >> 8) & 255);
  }

  int16(value: number): this {
    return this.uint16(value & 0xffff);
  }

  bytes(bytes: Uint8Array): this {
    this.#room(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
    return this;
  }

  /** The bytes so far; a copy of their own. */
  done(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }
}

/** Reads a frame that a stranger sent. After anything that is not there, `broken` is set and all reads give zero or nothing. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;
  broken = false;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  byte(): number {
    const value = this.#bytes[this.#at];
    if (value === undefined) {
      this.broken = true;
      return 0;
    }
    this.#at++;
    return value;
  }

  number(): number {
    let value = 0;
    for (let unit = 1; ; unit *= 128) {
      const byte = this.byte();
      value += (byte & 127) * unit;
      if (!Number.isSafeInteger(value)) this.broken = true;
      if (this.broken) return 0;
      if (byte < 128) return value;
    }
  }

  uint16(): number {
    return this.byte() | (this.byte() << 8);
  }

  int16(): number {
    return (this.uint16() << 16) >> 16;
  }

  /** A view on the next bytes, not a copy. */
  bytes(length: number): Uint8Array {
    if (length > this.left) {
      this.broken = true;
      return new Uint8Array(0);
    }
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  rest(): Uint8Array {
    return this.bytes(this.left);
  }
}

/** A payload of a socket event as bytes: Node hands over a Buffer, a browser an ArrayBuffer. Undefined for all else. */
export function toBytes(payload: unknown): Uint8Array | undefined {
  if (payload instanceof Uint8Array) return payload;
  // Not instanceof: an ArrayBuffer of another realm (a test's window, a worker) is one too.
  if (Object.prototype.toString.call(payload) === '[object ArrayBuffer]') return new Uint8Array(payload as ArrayBuffer);
  return undefined;
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The 16 bytes of a UUID; undefined for anything else. */
export function uuidToBytes(uuid: string): Uint8Array | undefined {
  if (!UUID.test(uuid)) return undefined;
  const hex = uuid.replaceAll('-', '');
  return Uint8Array.from({ length: 16 }, (_, i) => Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16));
}

export function bytesToUuid(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte) => HEX[byte]).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}
