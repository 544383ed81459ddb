import { deal, type Guest } from '../breakout/deal.ts';

interface Left {
  /** Who may be dealt, those in teams among them. */
  guests: readonly Guest[];
  /** Who is in which team, by its place among all. */
  teams: ReadonlyMap<string, number>;
  teamCount: number;
  teamMax: number;
  seed: number;
}

/**
 * Deals who is in no team to the teams, so that these are of one size as far as those who are in one already allow, and the sectors spread evenly. Where the
 * teams have no place for all, as many new ones as are needed stand behind them.
 */
export function dealLeft({ guests, teams, teamCount, teamMax, seed }: Left): { newTeamCount: number; dealt: Map<string, number> } {
  const left = guests.filter(({ id }) => !teams.has(id));
  const sizes = Array.from({ length: teamCount }, (_, i) => [...teams.values()].filter((team) => team === i).length);
  const free = sizes.reduce((sum, size) => sum + Math.max(0, teamMax - size), 0);
  const newTeamCount = Math.ceil(Math.max(0, left.length - free) / teamMax);
  // those that are full, or fuller than they should be, get nobody
  const open = [...sizes, ...Array.from({ length: newTeamCount }, () => 0)].flatMap((size, i) => (size < teamMax ? [i] : []));
  const hosts = new Map([...teams].flatMap(([id, team]) => (open.includes(team) ? [[id, open.indexOf(team) + 1] as const] : [])));
  const known = guests.filter(({ id }) => hosts.has(id) || !teams.has(id));
  const seating = open.length === 0 ? new Map<string, number>() : deal(known, { tableCount: open.length, bySector: true, hosts, seed });
  return { newTeamCount, dealt: new Map(left.flatMap(({ id }) => [[id, open[(seating.get(id) ?? 1) - 1] ?? 0] as const])) };
}
