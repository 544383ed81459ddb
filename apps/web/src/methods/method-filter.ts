import {
  IAP2_LEVELS, METHOD_AIMS, METHOD_PHASES, METHOD_PLACES, type Iap2Level, type MethodAim, type MethodPhase, type MethodPlace, type MethodSummary,
} from '@spolu/contracts/methods';

/** What a facilitator knows before she chooses. Empty or null asks for nothing. */
export interface MethodFilter {
  words: string;
  /** What she wants to have reached. */
  aim: MethodAim | null;
  phase: MethodPhase | null;
  /** How many people will be there. */
  people: number | null;
  /** How long it may take at most. */
  minutes: number | null;
  place: MethodPlace | null;
  /** How much of the decision people are given. */
  iap2: Iap2Level | null;
}

export const NO_FILTER: MethodFilter = { words: '', aim: null, phase: null, people: null, minutes: null, place: null, iap2: null };

/** The lengths of time that people have: from a quarter of an hour to two days. */
export const TIMES = [15, 30, 60, 120, 240, 480, 960] as const;

/** Without accents and capitals: "svetova" finds Svetová kaviareň. */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The methods that suit, in the order given. All words must occur in the name or the purpose. */
export function suitable(methods: readonly MethodSummary[], { words, aim, phase, people, minutes, place, iap2 }: MethodFilter): MethodSummary[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  return methods.filter((method) => {
    const said = plain(`${method.name.text} ${method.purpose.text}`);
    return (
      wanted.every((word) => said.includes(word)) &&
      (aim === null || method.aims.includes(aim)) &&
      (phase === null || method.phase === phase) &&
      (place === null || method.places.includes(place)) &&
      (iap2 === null || method.iap2 === iap2) &&
      (people === null || (people >= method.groupSize.min && people <= method.groupSize.max)) &&
      (minutes === null || method.minutes <= minutes)
    );
  });
}

/** The filter as it stands in the page's address, so that it survives going to a method and back. */
export function filterFrom(params: URLSearchParams): MethodFilter {
  return {
    words: params.get('q') ?? '',
    aim: oneOf(METHOD_AIMS, params.get('aim')),
    phase: oneOf(METHOD_PHASES, params.get('phase')),
    people: count(params.get('people')),
    minutes: count(params.get('minutes')),
    place: oneOf(METHOD_PLACES, params.get('place')),
    iap2: oneOf(IAP2_LEVELS, params.get('iap2')),
  };
}

export function paramsOf({ words, aim, phase, people, minutes, place, iap2 }: MethodFilter): Record<string, string> {
  return {
    ...(words && { q: words }),
    ...(aim && { aim }),
    ...(phase && { phase }),
    ...(people !== null && { people: String(people) }),
    ...(minutes !== null && { minutes: String(minutes) }),
    ...(place && { place }),
    ...(iap2 && { iap2 }),
  };
}

const oneOf = <Known extends string>(all: readonly Known[], text: string | null): Known | null => all.find((known) => known === text) ?? null;

function count(text: string | null): number | null {
  const number = Number(text);
  return Number.isInteger(number) && number > 0 ? number : null;
}
