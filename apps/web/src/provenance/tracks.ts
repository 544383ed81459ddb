import type { Station, Way } from '@spolu/contracts/provenance';

/** Notes that went the same way stand together: one stop with all of them. */
export interface Stop {
  id: string;
  /** One station, or all contributions that lead to the same places. */
  stations: readonly [Station, ...Station[]];
}

/** One row of the map: a stop on its track, the tracks that pass it, and the tracks that begin or end at it. */
export interface MapRow {
  stop: Stop;
  track: number;
  /** Something leads to the stop from above. */
  arrives: boolean;
  /** The stop's own track goes on below it. */
  goesOn: boolean;
  /** Other tracks that run past it. */
  passing: readonly number[];
  /** Tracks that leave the stop sideways: new ones begin there, others are joined. */
  forks: readonly number[];
  joins: readonly number[];
}

/** Where stops lead, by stop. */
function nextStops(way: Way, stops: readonly Stop[]): Map<string, string[]> {
  const stopOf = new Map(stops.flatMap((stop) => stop.stations.map((station): [string, string] => [station.recordId, stop.id])));
  const next = new Map(stops.map((stop): [string, string[]] => [stop.id, []]));
  for (const { fromId, toId } of way.links) {
    const [from, to] = [stopOf.get(fromId), stopOf.get(toId)];
    if (!from || !to || from === to) continue;
    const known = next.get(from);
    if (known && !known.includes(to)) known.push(to);
  }
  return next;
}

/** The stations with contributions put together that lead to the same places; the record that was asked for stays by itself. */
export function stopsOf(way: Way): Stop[] {
  const leadsTo = new Map<string, string[]>();
  for (const { fromId, toId } of way.links) leadsTo.set(fromId, [...(leadsTo.get(fromId) ?? []), toId].sort());
  const groups = new Map<string, [Station, ...Station[]]>();
  for (const station of way.stations) {
    const alone = station.kind !== 'contribution' || station.recordId === way.recordId;
    const key = alone ? station.recordId : `to ${(leadsTo.get(station.recordId) ?? []).join()}`;
    const group = groups.get(key);
    if (group) group.push(station);
    else groups.set(key, [station]);
  }
  return [...groups.values()].map((stations) => ({ id: stations[0].recordId, stations }));
}

/**
 * Each stop as late as possible: right above the first place it leads to, so that what belongs together stands together and few tracks run side by
 * side. What leads to something still stands before it.
 */
function inDrawingOrder(stops: readonly Stop[], next: ReadonlyMap<string, readonly string[]>): Stop[] {
  const place = new Map(stops.map((stop, i) => [stop.id, i]));
  const before = new Map<string, Stop[]>();
  for (const stop of stops) for (const to of next.get(stop.id) ?? []) before.set(to, [...(before.get(to) ?? []), stop]);
  const drawn = new Set<string>();
  const order: Stop[] = [];
  const draw = (stop: Stop): void => {
    if (drawn.has(stop.id)) return;
    drawn.add(stop.id);
    for (const earlier of before.get(stop.id) ?? []) if ((place.get(earlier.id) ?? 0) < (place.get(stop.id) ?? 0)) draw(earlier);
    order.push(stop);
  };
  for (const stop of stops) if ((next.get(stop.id) ?? []).length === 0) draw(stop);
  for (const stop of stops) draw(stop);
  return order;
}

/**
 * A way as a map of tracks. Every stop that is still ahead has at most one track leading to it: whatever else leads there joins that track, so the
 * map stays narrow however many ideas meet in one recommendation.
 */
export function drawMap(way: Way): MapRow[] {
  const stops = stopsOf(way);
  const next = nextStops(way, stops);
  const order = inDrawingOrder(stops, next);
  const place = new Map(order.map((stop, i) => [stop.id, i]));
  /** By track: the stop it leads to. */
  const tracks: (string | null)[] = [];
  const freeTrack = () => {
    const free = tracks.indexOf(null);
    return free === -1 ? tracks.length : free;
  };
  return order.map((stop, i): MapRow => {
    const arriving = tracks.indexOf(stop.id);
    const arrives = arriving !== -1;
    const track = arrives ? arriving : freeTrack();
    tracks[track] = null;
    const passing = tracks.flatMap((target, number) => (target === null ? [] : [number]));
    const forks: number[] = [];
    const joins: number[] = [];
    let goesOn = false;
    const targets = [...(next.get(stop.id) ?? [])].filter((id) => (place.get(id) ?? -1) > i).sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
    for (const target of targets) {
      const known = tracks.indexOf(target);
      if (known !== -1) {
        joins.push(known);
      } else if (!goesOn) {
        goesOn = true;
        tracks[track] = target;
      } else {
        const fork = freeTrack();
        tracks[fork] = target;
        forks.push(fork);
      }
    }
    return { stop, track, arrives, goesOn, passing, forks, joins };
  });
}

/** How many tracks run side by side at most. */
export const widthOf = (rows: readonly MapRow[]): number => Math.max(1, ...rows.flatMap((row) => [row.track, ...row.passing, ...row.forks]).map((track) => track + 1));
