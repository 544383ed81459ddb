import type { CommitmentView, MilestoneView } from '@spolu/contracts/commitments';

/** A milestone with the commitment that it belongs to. */
export interface Placed {
  milestone: MilestoneView;
  commitment: CommitmentView;
}
export interface Span {
  from: string;
  until: string;
}

const DAY_MS = 86_400_000;
const at = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** All milestones of a plan by their days; those of one day, and those without any, as they stand in the plan. */
export function byDay(commitments: readonly CommitmentView[]): { dated: Placed[]; undated: Placed[] } {
  const all = commitments.flatMap((commitment) => commitment.milestones.map((milestone) => ({ milestone, commitment })));
  const dated = all.filter(({ milestone }) => milestone.dueOn !== null).sort((a, b) => a.milestone.dueOn!.localeCompare(b.milestone.dueOn!));
  return { dated, undated: all.filter(({ milestone }) => milestone.dueOn === null) };
}

/** From the first day to the last of all that is drawn, the plan's own days among them. Null: there is none, or no way between two. */
export function spanOf(plan: { fromOn: string | null; untilOn: string | null }, commitments: readonly CommitmentView[]): Span | null {
  const days = [plan, ...commitments].flatMap(({ fromOn, untilOn }) => [fromOn, untilOn])
    .concat(commitments.flatMap(({ milestones }) => milestones.map(({ dueOn }) => dueOn)))
    .filter((day) => day !== null).sort();
  const [from, until] = [days[0], days.at(-1)];
  return from && until && from < until ? { from, until } : null;
}

/** How far a day lies along the span, 0 to 1; null where it lies outside. */
export function shareOf(day: string, { from, until }: Span): number | null {
  return day < from || day > until ? null : (at(day) - at(from)) / (at(until) - at(from));
}

/** The beginnings of years within the span; of quarters where it is shorter than two years. */
export function ticksOf(span: Span): string[] {
  const months = at(span.until) - at(span.from) < 2 * 366 * DAY_MS ? ['01', '04', '07', '10'] : ['01'];
  const ticks: string[] = [];
  for (let year = Number(span.from.slice(0, 4)); year <= Number(span.until.slice(0, 4)); year++) {
    for (const month of months) {
      const day = `${year}-${month}-01`;
      if (day >= span.from && day <= span.until) ticks.push(day);
    }
  }
  return ticks;
}
