export type WrittenPart = { kind: 'paragraph'; text: string } | { kind: 'list'; items: readonly string[] };

/** What somebody typed into a box of several lines, as it is meant: lines that begin with a dash or a dot are a list. */
export function writtenParts(text: string): WrittenPart[] {
  const parts: WrittenPart[] = [];
  for (const line of text.split('\n').map((one) => one.trim()).filter(Boolean)) {
    const [, item] = /^[-–•*]\s+(.*)$/.exec(line) ?? [];
    const last = parts.at(-1);
    if (item === undefined) parts.push({ kind: 'paragraph', text: line });
    else if (last?.kind === 'list') parts.splice(-1, 1, { kind: 'list', items: [...last.items, item] });
    else parts.push({ kind: 'list', items: [item] });
  }
  return parts;
}
