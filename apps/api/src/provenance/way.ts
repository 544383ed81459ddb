import type { Language } from '@spolu/contracts/common';
import type { ContributionKind, Entered, LinkKind, RecordKind, Station, Way, WayLink } from '@spolu/contracts/provenance';

/** Contributions listed on one way; more are only counted. */
export const WAY_CONTRIBUTIONS_MAX = 200;

/** A record on the way with the links that start at it, as the one recursive query gives it. */
export interface WayRow {
  id: string;
  kind: RecordKind;
  title: string;
  url: string | null;
  at: string;
  outcome: string | null;
  reason: string | null;
  language: Language | null;
  /** Of a contribution. */
  said?: ContributionKind | null;
  entered?: Entered | null;
  links: { toId: string; kind: LinkKind; at: string; reason?: string | null; endedAt?: string | null }[];
}

/** Stations stand in the order in which a thought usually travels; where two are equally far, this decides. */
const LINE: Record<RecordKind, number> = {
  table: 0, contribution: 1, cluster: 2, idea: 3, 'vote-option': 4, assessment: 5, dossier: 6, recommendation: 7, referral: 8, opinion: 9, decision: 10, milestone: 11, document: 12,
};

/**
 * The way of one record as one viewer may see it. A station she may not see is left out and its neighbours are joined by the link that
 * arrives, so the line never breaks. The same rows in any order give the same way.
 * @param rows all that led to the record and all that came of it, the record itself among them
 */
export function assembleWay<Row extends WayRow>(recordId: string, rows: readonly Row[], sees: (row: Row) => boolean): Way {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const visible = new Map(rows.filter((row) => row.id === recordId || sees(row)).map((row) => [row.id, row]));
  const links = joined(byId, visible);
  const stations = inLineOrder([...visible.values()], links);
  const listed = new Set(
    stations.filter((row) => row.kind === 'contribution' && row.id !== recordId).slice(0, WAY_CONTRIBUTIONS_MAX).map((row) => row.id),
  );
  const kept = stations.filter((row) => row.kind !== 'contribution' || row.id === recordId || listed.has(row.id));
  const keptIds = new Set(kept.map((row) => row.id));
  return {
    recordId,
    stations: kept.map(toStation),
    links: links.filter((link) => keptIds.has(link.fromId) && keptIds.has(link.toId)),
    contributionCount: rows.filter((row) => row.kind === 'contribution').length,
  };
}

function toStation({ id, kind, title, url, at, outcome, reason, language, said, entered }: WayRow): Station {
  return { recordId: id, kind, title, url, at, outcome, reason, language, ...(said && said !== 'note' ? { said } : {}), ...(entered ? { entered } : {}) };
}

/** The links between visible stations, those that lead through hidden ones included: sorted, each pair and kind once with its earliest instant. */
function joined(byId: ReadonlyMap<string, WayRow>, visible: ReadonlyMap<string, WayRow>): WayLink[] {
  const links = new Map<string, WayLink>();
  for (const from of visible.values()) {
    const hidden = new Set<string>();
    const open: WayRow[] = [from];
    for (let row = open.pop(); row; row = open.pop()) {
      for (const { toId, kind, at, reason, endedAt } of row.links) {
        const to = byId.get(toId);
        if (!to || toId === from.id) continue;
        if (!visible.has(toId)) {
          if (!hidden.has(toId)) open.push(to);
          hidden.add(toId);
          continue;
        }
        const key = `${from.id} ${toId} ${kind}`;
        const known = links.get(key);
        if (!known || at < known.at) links.set(key, { fromId: from.id, toId, kind, at, ...(reason ? { reason } : {}), ...(endedAt ? { endedAt } : {}) });
      }
    }
  }
  return [...links.values()].sort((a, b) => compare(a.at, b.at) || compare(a.fromId, b.fromId) || compare(a.toId, b.toId) || compare(a.kind, b.kind));
}

/**
 * What leads to something stands before it; among those that may stand next, the one earlier on the line, then earlier in time.
 * Thoughts carried over can lead in a circle: then the earliest of the circle goes first.
 */
function inLineOrder<Row extends WayRow>(rows: readonly Row[], links: readonly WayLink[]): Row[] {
  const waiting = [...rows].sort((a, b) => LINE[a.kind] - LINE[b.kind] || compare(a.at, b.at) || compare(a.id, b.id));
  const before = new Map(rows.map((row) => [row.id, new Set<string>()]));
  for (const { fromId, toId } of links) before.get(toId)?.add(fromId);
  const after = new Map(rows.map((row) => [row.id, [] as string[]]));
  for (const { fromId, toId } of links) after.get(fromId)?.push(toId);
  const ordered: Row[] = [];
  while (waiting.length > 0) {
    const free = waiting.findIndex((row) => before.get(row.id)?.size === 0);
    const [next] = waiting.splice(Math.max(free, 0), 1);
    if (!next) break;
    ordered.push(next);
    for (const toId of after.get(next.id) ?? []) before.get(toId)?.delete(next.id);
  }
  return ordered;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
