import { momentKey } from '../http/page.ts';
import { answered } from '../provenance/answers.ts';
import { everyDuty, FOR_OFFICE } from './duty-sql.ts';
import type { DutySource } from './duty-source.ts';

/** What people said of a process and what may be answered: notes and ideas, but those that were taken back or hidden with a reason. */
const SAID = `
  said (id, process_id, text, language, created_at, at, decided_at) as (
    select c.id, coalesce(r.process_id, place.process_id), r.title, r.language, c.created_at, case when answered.at is not null then greatest(answered.at, c.created_at) end, answered.decided_at
    from contribution c join record r on r.id = c.id left join role_place place on place.id = r.session_id left join answered on answered.id = c.id
    where c.kind in ('note', 'idea') and not r.withdrawn and r.outcome is distinct from 'hidden'
  )`;
const DAYS = (from: string, until: string) => `extract(epoch from ${until} - ${from}) / 86400.0`;
const TAKEN = (days: string) => `
  round(percentile_cont(0.5) within group (order by ${days})::numeric, 1)::float as "medianDays", round(percentile_cont(0.9) within group (order by ${days})::numeric, 1)::float as "slowDays"`;

/** Parameters: the processes she answers for (null: all), today, two of where the page begins, how many. */
export const processesOverview = (sources: readonly DutySource[]): string => `
  with recursive ${everyDuty(sources)}, ${SAID},
  mine as (
    select p.id, p.title from process p
    where p.state <> 'draft' and ($1::uuid[] is null or p.id = any($1::uuid[]))
      and ($3::text is null or (p.title, p.id) > ($3::text, $4::uuid)) order by p.title, p.id limit $5
  ),
  stats as (
    select process_id, count(*)::int as "contributionCount", count(at)::int as "answeredCount", count(decided_at)::int as "decidedCount", ${TAKEN(DAYS('created_at', 'at'))}
    from said where process_id in (select id from mine) group by process_id
  ),
  waits as (
    select process_id, kind, count(*)::int as open, (count(*) filter (where due_on < $2::date))::int as late from duty
    where done_at is null and holder_scope <> 'member' and process_id in (select id from mine) group by process_id, kind
  )
  select mine.id as "processId", mine.title, coalesce("contributionCount", 0) as "contributionCount", coalesce("answeredCount", 0) as "answeredCount",
    coalesce("decidedCount", 0) as "decidedCount", "medianDays", "slowDays",
    coalesce((select json_agg(json_build_object('kind', kind, 'open', open, 'late', late) order by kind) from waits where waits.process_id = mine.id), '[]') as waiting
  from mine left join stats on stats.process_id = mine.id order by mine.title, mine.id`;

/** Parameters: three of places, today, two of where the page begins, how many. */
export const holdersOverview = (sources: readonly DutySource[]): string => `
  with recursive ${everyDuty(sources)},
  mine as materialized (select d.* from duty d where ${FOR_OFFICE} and d.holder_scope in ('organisation', 'body')),
  holder as (
    select holder_scope as scope, holder_id as id, min(since) filter (where done_at is null) as oldest, count(done_at)::int as "doneCount", ${TAKEN(DAYS('since', 'done_at'))}
    from mine group by holder_scope, holder_id
  ),
  named as (select holder.*, coalesce(o.name, b.name) as name from holder left join organisation o on o.id = holder.id left join body b on b.id = holder.id),
  waits as (select holder_id, kind, count(*)::int as open, (count(*) filter (where due_on < $4::date))::int as late from mine where done_at is null group by holder_id, kind)
  select scope, id, name, to_char(oldest at time zone (select time_zone from installation), 'YYYY-MM-DD') as "oldestOn", "doneCount", "medianDays", "slowDays",
    coalesce((select json_agg(json_build_object('kind', kind, 'open', open, 'late', late) order by kind) from waits where waits.holder_id = named.id), '[]') as waiting
  from named where ($5::text is null or (name, id) > ($5::text, $6::uuid)) order by name, id limit $7`;

/** Parameters: the process, what to show, two of where the page begins, how many. */
export const CONTRIBUTIONS_LISTED = `
  with recursive ${answered()}, ${SAID}
  select id, text, language, created_at as "createdAt", at as "answeredAt", decided_at as "decidedAt", ${momentKey('created_at')} as key from said
  where process_id = $1 and case $2 when 'answered' then at is not null when 'unanswered' then at is null when 'decided' then decided_at is not null else true end
    and ($3::timestamptz is null or (created_at, id) > ($3::timestamptz, $4::uuid))
  order by created_at, id limit $5`;
