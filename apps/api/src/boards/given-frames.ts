/** The events in ready frames, one after another: each a text with its name, and its attachment. */
export function eventsOf(bytes: Buffer): { event: string; payload: Uint8Array }[] {
  const events = [];
  for (let at = 0; at < bytes.length; ) {
    const text = at + 2 + bytes[at + 1]!;
    const [event] = JSON.parse(bytes.subarray(at + 2, text).toString().slice(4)) as [string];
    const short = bytes[text + 1]!;
    const [head, length] = short < 126 ? [2, short] : short === 126 ? [4, bytes.readUInt16BE(text + 2)] : [10, Number(bytes.readBigUInt64BE(text + 2))];
    at = text + head + length;
    events.push({ event, payload: Uint8Array.from(bytes.subarray(text + head, at)) });
  }
  return events;
}
