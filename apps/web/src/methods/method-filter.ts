import { METHOD_PHASES, type MethodPhase, type MethodSummary } from '@spolu/contracts/methods';

/** What a facilitator knows before she chooses. Empty or null asks for nothing. */
export interface MethodFilter {
  words: string;
  phase: MethodPhase | null;
  /** How many people will be there. */
  people: number | null;
  /** How long it may take at most. */
  minutes: number | null;
}

export const NO_FILTER: MethodFilter = { words: '', phase: null, people: null, minutes: null };

/** The lengths of time that people have: from a quarter of an hour to two days. */
export const TIMES = [15, 30, 60, 120, 240, 480, 960] as const;

/** Without accents and capitals: "svetova" finds Svetová kaviareň. */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The methods that suit, in the order given. All words must occur in the name or the purpose. */
export function suitable(methods: readonly MethodSummary[], { words, phase, people, minutes }: MethodFilter): MethodSummary[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  return methods.filter((method) => {
    const said = plain(`${method.name.text} ${method.purpose.text}`);
    return (
      wanted.every((word) => said.includes(word)) &&
      (phase === null || method.phase === phase) &&
      (people === null || (people >= method.groupSize.min && people <= method.groupSize.max)) &&
      (minutes === null || method.minutes <= minutes)
    );
  });
}

/** The filter as it stands in the page's address, so that it survives going to a method and back. */
export function filterFrom(params: URLSearchParams): MethodFilter {
  const phase = METHOD_PHASES.find((known) => known === params.get('phase')) ?? null;
  return { words: params.get('q') ?? '', phase, people: count(params.get('people')), minutes: count(params.get('minutes')) };
}

export function paramsOf({ words, phase, people, minutes }: MethodFilter): Record<string, string> {
  return {
    ...(words && { q: words }),
    ...(phase && { phase }),
    ...(people !== null && { people: String(people) }),
    ...(minutes !== null && { minutes: String(minutes) }),
  };
}

function count(text: string | null): number | null {
  const number = Number(text);
  return Number.isInteger(number) && number > 0 ? number : null;
}
