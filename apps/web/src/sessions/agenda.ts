import type { ActivityState } from '@spolu/contracts/sessions';

interface Step {
  id: string;
  state: ActivityState;
}

/** What comes after what runs now: the first planned step behind the last one that began; steps that were skipped do not come back. */
export function nextStep<Of extends Step>(agenda: readonly Of[]): Of | null {
  const lastBegun = agenda.findLastIndex((step) => step.state !== 'planned');
  return agenda.slice(lastBegun + 1).find((step) => step.state === 'planned') ?? agenda.find((step) => step.state === 'planned') ?? null;
}

export const totalMinutes = (agenda: readonly { minutes: number }[]) => agenda.reduce((sum, step) => sum + step.minutes, 0);

const MINUTES_A_DAY = 24 * 60;
/** Wall-clock times `HH:MM` at which the steps begin, and the last of them the end, counted from the planned beginning. */
export function beginnings(agenda: readonly { minutes: number }[], startsAt: string): string[] {
  const [hours = 0, minutes = 0] = startsAt.split(':').map(Number);
  let at = hours * 60 + minutes;
  const times = [wallClock(at)];
  for (const step of agenda) times.push(wallClock((at += step.minutes)));
  return times;
}
const wallClock = (minutes: number) => {
  const inDay = minutes % MINUTES_A_DAY;
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`;
};

/** The list with the item at `from` moved to `to`; the same list where there is nothing to move. */
export function moved<Item>(list: readonly Item[], from: number, to: number): readonly Item[] {
  const item = list[from];
  if (item === undefined || to < 0 || to >= list.length || from === to) return list;
  const rest = list.filter((_, i) => i !== from);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}
