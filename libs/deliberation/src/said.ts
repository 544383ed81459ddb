import { turnoutOf, type Turnout } from './turnout.ts';

/** What one person said in her own words, each once; nothing is an abstention. */
export type SaidBallot = readonly string[];

/** The same word or sentence, however it was spelt. */
export interface Said {
  /** What is the same for all its spellings. */
  key: string;
  /** As most people spelt it. */
  text: string;
  /** How many said it. */
  count: number;
}
export interface SaidResult extends Turnout {
  /** What most said first; equals by their letters. */
  said: Said[];
}

/** One key for big and small letters, more or fewer blanks, and a full stop at the end. */
export function keyOf(text: string): string {
  const plain = text.normalize('NFC').toLocaleLowerCase('sk').replace(/\s+/g, ' ').trim();
  return plain.replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, '') || plain;
}

/** Without marks on Latin letters: many type none on a phone. The marks of й and ї are letters, not marks. */
const bare = (key: string) => key.normalize('NFD').replace(/([a-z])\p{M}+/gu, '$1').normalize('NFC');

/**
 * What each was meant to be, among all that was said: a word typed without marks is the one marked word it may be; where it may be two, nobody knows which, and it
 * stays itself.
 */
export function keysAmong(all: readonly string[]): (text: string) => string {
  const marked = new Map<string, Set<string>>();
  for (const key of all.map(keyOf)) if (bare(key) !== key) marked.set(bare(key), (marked.get(bare(key)) ?? new Set()).add(key));
  return (text) => {
    const key = keyOf(text);
    const [one, ...others] = marked.get(key) ?? [];
    return one === undefined || others.length > 0 ? key : one;
  };
}

/** @param eligibleCount everybody who could have answered; at least as many as there are ballots */
export function tallySaid(ballots: readonly SaidBallot[], eligibleCount: number): SaidResult {
  const meant = keysAmong(ballots.flat());
  const groups = new Map<string, { count: number; spellings: Map<string, number> }>();
  for (const ballot of ballots) {
    const own = new Map(ballot.map((text) => [meant(text), text.normalize('NFC').trim()]));
    for (const [key, text] of own) {
      const group = groups.get(key) ?? { count: 0, spellings: new Map<string, number>() };
      group.count += 1;
      group.spellings.set(text, (group.spellings.get(text) ?? 0) + 1);
      groups.set(key, group);
    }
  }
  const said = [...groups].map(([key, { count, spellings }]): Said => ({ key, text: spelling(spellings), count }));
  return {
    ...turnoutOf(ballots.length, ballots.filter((ballot) => ballot.length === 0).length, eligibleCount),
    said: said.sort((a, b) => b.count - a.count || order(a.key, b.key)),
  };
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const marksIn = (text: string) => Number(bare(keyOf(text)) !== keyOf(text));

/** The most frequent one; of equals one with marks, then the first by its letters: not who was first. */
function spelling(spellings: ReadonlyMap<string, number>): string {
  const [first] = [...spellings].sort(([a, many], [b, few]) => few - many || marksIn(b) - marksIn(a) || order(a, b));
  return first?.[0] ?? '';
}
