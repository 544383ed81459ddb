/** When the blocks of a day begin and end: computed for the sheet, guessed anew while it runs, and what to cut to end in time. All in minutes since the day's midnight. */

export interface TimedBlock {
  id: string;
  minutes: number;
  /** 0: everybody together, who wait for each other. Else one of the parallel tracks. */
  track: number;
  /** HH:MM; null: as soon as what is before it ends. */
  fixedStart: string | null;
  optional: boolean;
  shortestMinutes: number | null;
  /** What has happened of it; null: nothing yet. `endsAt`: when its time is up, null: without a limit. `pausedAt`: since then its time stands. */
  actual: { startedAt: number; endsAt: number | null; pausedAt: number | null; endedAt: number | null } | null;
}

export interface Placed {
  id: string;
  start: number;
  end: number;
  /** Free minutes before a fixed start, or (below zero) so many that what is before runs into it. */
  slack: number;
  /** It did not begin, and something after it did. */
  isPassedOver: boolean;
}
export interface Timetable {
  blocks: Placed[];
  /** When the last track ends; the day's start where nothing stands in it. */
  end: number;
}

const MINUTES_A_DAY = 24 * 60;
export function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}
/** `HH:MM`, also of what lies beyond midnight. */
export function clockOf(minutes: number): string {
  const inDay = ((Math.round(minutes) % MINUTES_A_DAY) + MINUTES_A_DAY) % MINUTES_A_DAY;
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`;
}

type Place = (block: TimedBlock, free: number, at: number) => { start: number; end: number };

/** Tracks side by side since everybody was together last; the next common block waits for the longest of them. */
function lay(blocks: readonly TimedBlock[], dayStart: number, place: Place, passed: ReadonlySet<string>): Timetable {
  let common = dayStart;
  let tracks = new Map<number, number>();
  const placed = blocks.map((block, at): Placed => {
    const free = block.track === 0 ? Math.max(common, ...tracks.values()) : (tracks.get(block.track) ?? common);
    if (passed.has(block.id)) return { id: block.id, start: free, end: free, slack: 0, isPassedOver: true };
    const { start, end } = place(block, free, at);
    // One that is fixed into the time of what runs before it does not give that time back.
    if (block.track === 0) [common, tracks] = [Math.max(free, end), new Map<number, number>()];
    else tracks.set(block.track, Math.max(free, end));
    return { id: block.id, start, end, slack: block.fixedStart === null ? 0 : start - free, isPassedOver: false };
  });
  return { blocks: placed, end: Math.max(common, ...tracks.values()) };
}

const NOTHING_PASSED: ReadonlySet<string> = new Set();

/** The day as planned: each block after the one before it, or when it is fixed to. */
export function plannedTimes(blocks: readonly TimedBlock[], startsAt: string | null): Timetable {
  return lay(
    blocks,
    startsAt === null ? 0 : minutesOf(startsAt),
    ({ fixedStart, minutes }, free) => {
      const start = fixedStart === null || startsAt === null ? free : minutesOf(fixedStart);
      return { start, end: start + minutes };
    },
    NOTHING_PASSED,
  );
}

export interface Reality {
  /** The clock now, while the day runs; null: it is only tried out. */
  now: number | null;
  /** What if this block began so much later than it could? */
  late: { id: string; minutes: number } | null;
}

/**
 * The day as it goes: what began stands where it did, what runs goes on until its time is up, the rest follows. A delay eats the slack before a
 * fixed start first, and shifts that one only when there is none left.
 */
export function expectedTimes(blocks: readonly TimedBlock[], startsAt: string, { now, late }: Reality): Timetable {
  const unseen = goingOnUnseen(blocks);
  return lay(
    blocks,
    minutesOf(startsAt),
    ({ id, actual, fixedStart, minutes }, free) => {
      if (actual) {
        const due = actual.endsAt ?? actual.startedAt + minutes;
        const stood = actual.pausedAt === null || now === null ? 0 : Math.max(0, now - actual.pausedAt);
        const open = Math.max(now ?? actual.startedAt, due + stood);
        return { start: actual.startedAt, end: actual.endedAt ?? open };
      }
      const soonest = (unseen.has(id) ? free : Math.max(free, now ?? free)) + (late?.id === id ? late.minutes : 0);
      const start = fixedStart === null ? soonest : Math.max(soonest, minutesOf(fixedStart));
      return { start, end: start + minutes };
    },
    passedOver(blocks),
  );
}

/** What was not begun though something after it was; in another of the tracks that go on side by side it goes on unseen by the room. */
export function passedOver(blocks: readonly TimedBlock[]): ReadonlySet<string> {
  const passed = new Set<string>();
  let commonBegun = false;
  let begunTracks = new Set<number>();
  for (const block of [...blocks].reverse()) {
    if (block.actual) {
      if (block.track === 0) commonBegun = true;
      else begunTracks.add(block.track);
    } else if (commonBegun || begunTracks.has(block.track) || (block.track === 0 && begunTracks.size > 0)) passed.add(block.id);
    if (block.track === 0) {
      commonBegun ||= begunTracks.size > 0;
      begunTracks = new Set();
    }
  }
  return passed;
}

/** Tracks that go on beside one the room has begun: nobody presses a button for them, so they are taken to keep to the plan. */
function goingOnUnseen(blocks: readonly TimedBlock[]): ReadonlySet<string> {
  const unseen = new Set<string>();
  let side: TimedBlock[] = [];
  const close = () => {
    const begun = new Set(side.filter(({ actual }) => actual).map(({ track }) => track));
    if (begun.size > 0) for (const { id, track } of side) if (!begun.has(track)) unseen.add(id);
    side = [];
  };
  for (const block of blocks) {
    if (block.track === 0) close();
    else side.push(block);
  }
  close();
  return unseen;
}

/** `minutes` null: it is left out. */
export interface Cut {
  id: string;
  minutes: number | null;
}
export interface Cuts {
  cuts: Cut[];
  /** So many minutes are too many even with all of them. */
  missing: number;
}

/**
 * What to cut so that the day ends by `target`, and nothing more than that: blocks are shortened before any is left out, and the latest first, so that time made
 * up on the way gives them back.
 */
export function cutsToEndBy(target: number, blocks: readonly TimedBlock[], startsAt: string, reality: Reality): Cuts {
  const passed = passedOver(blocks);
  const from = reality.late ? blocks.findIndex(({ id }) => id === reality.late?.id) : 0;
  const expected = expectedTimes(blocks, startsAt, reality).blocks;
  const open = blocks.filter((block, at) => at >= from && !block.actual && !passed.has(block.id) && (reality.now === null || expected[at]!.start >= reality.now));
  const chosen = new Map<string, number | null>();
  const endWith = (changed?: Cut) => {
    const minutesFor = ({ id, minutes }: TimedBlock) => {
      const cut = changed?.id === id ? changed.minutes : chosen.get(id);
      return cut === undefined ? minutes : cut;
    };
    const left = blocks.flatMap((block) => {
      const minutes = minutesFor(block);
      return minutes === null ? [] : [{ ...block, minutes }];
    });
    return expectedTimes(left, startsAt, { ...reality, late: movedTo(left, reality.late, blocks) }).end;
  };
  if (endWith() <= target) return { cuts: [], missing: 0 };
  for (const { id, minutes, optional, shortestMinutes } of open) {
    if (optional) chosen.set(id, null);
    else if (shortestMinutes !== null && shortestMinutes < minutes) chosen.set(id, shortestMinutes);
  }
  const reachable = endWith();
  const goal = Math.max(target, reachable);
  for (const { id, optional, minutes, shortestMinutes } of open) {
    const back = Math.min(shortestMinutes ?? minutes, minutes);
    if (optional && endWith({ id, minutes: back }) <= goal) chosen.set(id, back);
  }
  for (const { id, minutes } of open) {
    let least = chosen.get(id);
    if (typeof least !== 'number') continue;
    // the end grows with the minutes: halving finds the most that still fits
    let most = minutes;
    while (least < most) {
      const middle = Math.ceil((least + most) / 2);
      if (endWith({ id, minutes: middle }) <= goal) least = middle;
      else most = middle - 1;
    }
    chosen.set(id, least);
  }
  const cuts = open.flatMap(({ id, minutes }) => {
    const cut = chosen.get(id);
    return cut === undefined || cut === minutes ? [] : [{ id, minutes: cut }];
  });
  return { cuts, missing: Math.max(0, reachable - target) };
}

/** The delay of a block that is left out meets the next one of all that stand after it. */
function movedTo(left: readonly TimedBlock[], late: Reality['late'], all: readonly TimedBlock[]): Reality['late'] {
  if (!late || left.some(({ id }) => id === late.id)) return late;
  const after = new Set(all.slice(all.findIndex(({ id }) => id === late.id) + 1).map(({ id }) => id));
  const next = left.find(({ id }) => after.has(id));
  return next ? { id: next.id, minutes: late.minutes } : null;
}
