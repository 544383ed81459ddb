/** Words that stayed, went or came, in the order in which they are read. */
export interface Stretch {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

interface Word {
  text: string;
  /** Without the space after it: a line that breaks elsewhere is no change. */
  key: string;
}

/** Two texts that differ in more than this many pairs of words are told as one replaced by the other: nobody reads such a comparison word by word. */
const MOST_PAIRS = 6_000_000;

/** How a text came from an earlier one, by their longest common subsequence of words; a mark of punctuation is a word. */
export function wordDiff(before: string, after: string): Stretch[] {
  const a = wordsOf(before);
  const b = wordsOf(after);
  const start = lengthWhile(Math.min(a.length, b.length), (i) => a[i]!.key === b[i]!.key);
  const end = lengthWhile(Math.min(a.length, b.length) - start, (i) => a.at(-1 - i)!.key === b.at(-1 - i)!.key);
  const stretches: Stretch[] = [];
  const say = (kind: Stretch['kind'], words: readonly Word[]) => {
    const text = words.map((word) => word.text).join('');
    const last = stretches.at(-1);
    if (last?.kind === kind) last.text += text;
    else if (text) stretches.push({ kind, text });
  };
  say('same', b.slice(0, start));
  for (const { kind, word } of stepsOf(a.slice(start, a.length - end), b.slice(start, b.length - end))) say(kind, [word]);
  say('same', b.slice(b.length - end));
  return stretches;
}

const wordsOf = (text: string): Word[] => (text.match(/(?:[\p{L}\p{N}]+|[^\s\p{L}\p{N}]|^)\s*/gu) ?? []).filter(Boolean).map((word) => ({ text: word, key: word.trim() }));

function lengthWhile(most: number, holds: (i: number) => boolean): number {
  let i = 0;
  while (i < most && holds(i)) i++;
  return i;
}

/** What goes is told before what comes in its place. */
function stepsOf(a: readonly Word[], b: readonly Word[]): { kind: Stretch['kind']; word: Word }[] {
  const gone = (words: readonly Word[]) => words.map((word) => ({ kind: 'removed' as const, word }));
  const come = (words: readonly Word[]) => words.map((word) => ({ kind: 'added' as const, word }));
  if (a.length * b.length > MOST_PAIRS) return [...gone(a), ...come(b)];
  const width = b.length + 1;
  // how much of a[i…] and b[j…] they have in common
  const common = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j]!;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) common[i * width + j] = a[i]!.key === b[j]!.key ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  }
  const steps: { kind: Stretch['kind']; word: Word }[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i]!.key === b[j]!.key) {
      steps.push({ kind: 'same', word: b[j++]! });
      i++;
    } else if (at(i + 1, j) >= at(i, j + 1)) steps.push({ kind: 'removed', word: a[i++]! });
    else steps.push({ kind: 'added', word: b[j++]! });
  }
  return [...steps, ...gone(a.slice(i)), ...come(b.slice(j))];
}
