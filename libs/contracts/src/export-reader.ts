import type { ExportLine } from './report-export.ts';

const NEWLINE = 10;

/** Reads what an export sends, however it was cut on its way: lines and parts of the file in their order. */
export class ExportReader {
  #rest: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  /** So many bytes of the file are still to come before the next line. */
  #due = 0;

  *read(chunk: Uint8Array): Generator<ExportLine | { part: Uint8Array<ArrayBuffer> }> {
    let bytes = joined(this.#rest, chunk);
    for (;;) {
      if (this.#due > 0) {
        if (bytes.length === 0) break;
        const part = bytes.slice(0, this.#due);
        this.#due -= part.length;
        bytes = bytes.slice(part.length);
        yield { part };
        continue;
      }
      const end = bytes.indexOf(NEWLINE);
      if (end === -1) break;
      // codes, numbers and file names, all of them ASCII
      const line = JSON.parse(String.fromCharCode(...bytes.slice(0, end))) as ExportLine;
      bytes = bytes.slice(end + 1);
      if ('bytes' in line) this.#due = line.bytes;
      else yield line;
    }
    this.#rest = bytes;
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
