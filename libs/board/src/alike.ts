/** What groups of notes may be called alike by: words, not meanings. */
export interface AlikeGroup {
  /** In the order in which they were given. */
  noteIds: string[];
  /** As somebody wrote them, those that most of the group share first. */
  words: string[];
}
interface Text {
  id: string;
  text: string;
}

/** Slovak, Czech and Ukrainian change the ends of words; what is left tells them apart well enough. */
const STEM_LENGTH = 5;
const WORD_LENGTH_MIN = 3;
/** A word that so big a part of all notes has tells none of them apart. */
const COMMON = 0.3;
const COMMON_FROM = 3;
/** How alike the notes of a group are on average, at least; of 0 to 1. */
const ALIKE = 0.09;
const WORDS_SHOWN = 4;

/** Words without which no sentence does, by their beginnings, in the four languages. */
const LITTLE = new Set(
  `aby ako ale alebo ani asi bez bol bola boli bolo byt budu bude cez dnes ich iba jej jeho kde ked keby kto ktora ktore ktory kvoli lebo len mame mali maju moze mozu musi naj
  nam nas nase nasi nech nema nemaj nie nieco pre pred preto pri pod podla sme som stale svoj takze tam tak tato tento toto tie treba tych uz aky ake aka akym bolo byva desat dva tri styri dalsi ine inak kazd kolko kto ktor lahsie len mat mali mest mestsk menej miest nove novy preco prave rok roky rokov rychl staci stal svoj ten urob ukaz vediet vieme viet vlast vlastn zatial vam vas velmi viac vsetk vsade zo ze zatia
  jsou jsem jako nebo kter kdyz pouze proto take tohle tato jeste jen neni bylo byla jeji jejich kdyby muze mohou musi vice
  and are but for from has have not our that the their them there they this was were what when which who will with would you your more can could should
  але або але від для його коли мають може наш наша нам немає також тому тут треба цей щоб який яка які вони було бути є же за із на не по про та те то у це як`
    .split(/\s+/).map((word) => word.normalize('NFD').replace(/\p{Mn}/gu, '').slice(0, STEM_LENGTH)),
);

/** The beginnings of a text's words with the word they were found in, without case and diacritics; short words say little. */
export function stemsOf(text: string): Map<string, string> {
  const stems = new Map<string, string>();
  for (const word of text.match(/[\p{L}\p{N}]+/gu) ?? []) {
    const plain = word.toLowerCase().normalize('NFD').replace(/\p{Mn}/gu, '');
    const stem = plain.slice(0, STEM_LENGTH);
    if (plain.length >= WORD_LENGTH_MIN && !stems.has(stem)) stems.set(stem, word.toLowerCase());
  }
  return stems;
}

/**
 * Groups of notes that share telling words; a note stands in one at most, and those that share none stand in none. It proposes and knows nothing of what is meant:
 * a person decides. The rarer a word, the more it says; two groups become one as long as their notes are alike on average (average linkage), the most
 * alike first, so the order in which notes were written changes nothing but ties.
 */
export function alikeGroups(notes: readonly Text[]): AlikeGroup[] {
  const stems = notes.map(({ text }) => stemsOf(text));
  const vectors = vectorsOf(stems);
  const sums = pairsOf(vectors);
  const members = new Map(notes.map((_, i) => [i, [i]]));
  for (;;) {
    let best: { one: number; other: number; alike: number } | null = null;
    for (const [one, row] of sums) {
      for (const [other, sum] of row) {
        if (other <= one) continue;
        const alike = sum / (members.get(one)!.length * members.get(other)!.length);
        if (alike >= ALIKE && (best === null || alike > best.alike)) best = { one, other, alike };
      }
    }
    if (best === null) break;
    join(members, sums, best.one, best.other);
  }
  return [...members.values()]
    .filter((group) => group.length > 1)
    .map((group) => group.sort((a, b) => a - b))
    .sort((a, b) => b.length - a.length || a[0]! - b[0]!)
    .map((group) => ({ noteIds: group.map((i) => notes[i]!.id), words: sharedWords(group, stems, vectors) }));
}

type Vector = ReadonlyMap<string, number>;

/** Of length one; the weight of a word is how much it tells notes apart. */
function vectorsOf(stems: readonly ReadonlyMap<string, string>[]): Vector[] {
  const counts = new Map<string, number>();
  for (const one of stems) for (const stem of one.keys()) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const tells = (stem: string) => {
    const count = counts.get(stem) ?? 0;
    return !LITTLE.has(stem) && count > 1 && (count <= COMMON_FROM || count <= stems.length * COMMON);
  };
  return stems.map((one) => {
    const all = [...one.keys()].filter((stem) => !LITTLE.has(stem)).map((stem) => [stem, Math.log(1 + stems.length / (counts.get(stem) ?? 1))] as const);
    const length = Math.hypot(...all.map(([, weight]) => weight)) || 1;
    return new Map(all.filter(([stem]) => tells(stem)).map(([stem, weight]) => [stem, weight / length]));
  });
}

/** How alike each two notes are that share a word. */
function pairsOf(vectors: readonly Vector[]): Map<number, Map<number, number>> {
  const holders = new Map<string, number[]>();
  vectors.forEach((vector, i) => [...vector.keys()].forEach((stem) => holders.set(stem, [...(holders.get(stem) ?? []), i])));
  const pairs = new Map<number, Map<number, number>>(vectors.map((_, i) => [i, new Map()]));
  for (const [stem, among] of holders) {
    for (const one of among) {
      for (const other of among) {
        if (one === other) continue;
        const row = pairs.get(one)!;
        row.set(other, (row.get(other) ?? 0) + vectors[one]!.get(stem)! * vectors[other]!.get(stem)!);
      }
    }
  }
  return pairs;
}

/** `other` is no more; what was alike to it is so to `one`. */
function join(members: Map<number, number[]>, sums: Map<number, Map<number, number>>, one: number, other: number): void {
  members.get(one)!.push(...members.get(other)!);
  members.delete(other);
  const row = sums.get(one)!;
  for (const [third, sum] of sums.get(other)!) {
    const back = sums.get(third)!;
    back.delete(other);
    if (third === one) continue;
    row.set(third, (row.get(third) ?? 0) + sum);
    back.set(one, (back.get(one) ?? 0) + sum);
  }
  row.delete(other);
  sums.delete(other);
}

function sharedWords(group: readonly number[], stems: readonly ReadonlyMap<string, string>[], vectors: readonly Vector[]): string[] {
  const counts = new Map<string, number>();
  for (const i of group) for (const stem of vectors[i]!.keys()) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const shared = [...counts].filter(([, count]) => count > 1).sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
  return shared.slice(0, WORDS_SHOWN).map(([stem]) => stems[group.find((i) => stems[i]!.has(stem))!]!.get(stem)!);
}
