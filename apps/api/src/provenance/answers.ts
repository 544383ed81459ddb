import type { RecordKind } from '@spolu/contracts/provenance';

/** What answers all that leads to it. A thought that was carried over was answered by the reason for that. */
const ANSWERS: readonly RecordKind[] = ['assessment', 'opinion', 'decision', 'milestone'];
const LEADS_ON = `not exists (select from link_end e where e.from_id = link.from_id and e.to_id = link.to_id and e.kind = link.kind)`;

/**
 * Table expressions of a `with recursive` that end in `answered (id, at, decided_at)`: for each record with an answer the moment since which a way leads from it to one, and to a
 * decision. Steps that were undone lead nowhere. What the answers have behind them is walked once, so that a town's years cost as much as its answers.
 * @param among a table expression with a column `id`: only these are looked at; none: all
 */
export const answered = (among?: string): string => `
  answer (id, at, is_decision) as (
    select id, at, kind = 'decision' from record where kind in ('${ANSWERS.join(`', '`)}') ${within('id', among)}
    union select link.from_id, link.at, false from link where link.kind = 'carried-over-to' and ${LEADS_ON} ${within('link.from_id', among)}
  ),
  behind (id, at, is_decision) as (
    select id, at, is_decision from answer
    union select link.from_id, greatest(behind.at, link.at), behind.is_decision from behind join link on link.to_id = behind.id
      where ${LEADS_ON} ${within('link.from_id', among)}
  ),
  answered (id, at, decided_at) as (select id, min(at), min(at) filter (where is_decision) from behind group by id)`;

/** Table expression `station (id)`: the records that parameter $1 names and all that came of them. */
export const STATIONS = `
  station (id) as (select unnest($1::uuid[]) union select link.to_id from station join link on link.from_id = station.id where ${LEADS_ON})`;

const within = (column: string, among: string | undefined) => (among ? `and ${column} in (select id from ${among})` : '');
