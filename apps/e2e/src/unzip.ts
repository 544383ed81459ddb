import { inflateRawSync } from 'node:zlib';

/** Files of an archive by their names, as its central directory has them: also of a document, which is one. */
export function unzip(archive: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  let at = archive.readUInt32LE(end + 16);
  for (let i = 0; i < archive.readUInt16LE(end + 10); i++) {
    const [method, size, local] = [archive.readUInt16LE(at + 10), archive.readUInt32LE(at + 20), archive.readUInt32LE(at + 42)];
    const [nameSize, extraSize, commentSize] = [archive.readUInt16LE(at + 28), archive.readUInt16LE(at + 30), archive.readUInt16LE(at + 32)];
    const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const bytes = archive.subarray(from, from + size);
    files.set(archive.subarray(at + 46, at + 46 + nameSize).toString(), method === 8 ? inflateRawSync(bytes) : bytes);
    at += 46 + nameSize + extraSize + commentSize;
  }
  return files;
}
