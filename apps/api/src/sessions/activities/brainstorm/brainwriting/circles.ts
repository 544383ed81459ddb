const CIRCLE_SIZE = 6;
const CIRCLE_MIN = 5;
/** Fewer than two circles of five stay one: of a smaller one the sheets would come back before the last round. */
const TWO_CIRCLES_MIN = 10;

/** How many sit in each circle: as near to six as the number of people lets it, so five to seven; up to nine people are one circle. */
export function circleSizes(people: number): number[] {
  if (people === 0) return [];
  const count = people < TWO_CIRCLES_MIN ? 1 : Math.round(people / CIRCLE_SIZE);
  return Array.from({ length: count }, (_, i) => Math.floor(people / count) + (i < people % count ? 1 : 0));
}

/**
 * The circles, numbered from 1, of sheets that were begun since the last passing on: whose came one after the other sit together. First the circles there are have
 * five; then five or more are circles of their own, and fewer sit where the fewest write.
 * @param writing how many write in each circle there is
 */
export function dealCircles(begun: readonly number[], writing: ReadonlyMap<number, number>): { sheet: number; circle: number }[] {
  const sheets = [...begun].sort((a, b) => a - b);
  const now = new Map(writing);
  const dealt: { sheet: number; circle: number }[] = [];
  for (let left = sheets.length; left > 0; left--) {
    const [smallest] = [...now].sort(([a, some], [b, others]) => some - others || a - b);
    if (!smallest || (smallest[1] >= CIRCLE_MIN && left >= CIRCLE_MIN)) break;
    const [circle, count] = smallest;
    now.set(circle, count + 1);
    dealt.push({ sheet: sheets[dealt.length]!, circle });
  }
  const last = Math.max(0, ...writing.keys());
  const rest = sheets.slice(dealt.length);
  const circles = circleSizes(rest.length).flatMap((size, i) => Array.from({ length: size }, () => last + i + 1));
  return [...dealt, ...rest.map((sheet, i) => ({ sheet, circle: circles[i]! }))];
}

/** Her place in a circle: the sheet that she began there, and in which round. */
export interface Place {
  sheet: number;
  since: number;
}

/**
 * Which sheet lies before each place of a circle in a round, by the sheet that was begun there. In each round every sheet goes on by one place; who comes later sits
 * down between the last and the first with a sheet of her own. So nobody holds two, nobody gets one back before it went round, and at the place of somebody who
 * left it lies for one round and goes on.
 */
export function sheetsInHand(circle: readonly Place[], round: number): Map<number, number> {
  let places: number[] = [];
  let sheets: number[] = [];
  for (let at = 1; at <= round; at++) {
    const begun = circle.filter(({ since }) => since === at).map(({ sheet }) => sheet).sort((a, b) => a - b);
    places = [...places, ...begun];
    sheets = [...sheets.slice(-1), ...sheets.slice(0, -1), ...begun];
  }
  return new Map(places.map((place, i) => [place, sheets[i]!]));
}
