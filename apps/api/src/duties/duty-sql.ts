import { momentKey } from '../http/page.ts';
import { answered, STATIONS } from '../provenance/answers.ts';
import type { DutyColumns, DutySource } from './duty-source.ts';

/** Statements over all sources. They are put together of what stands in the code alone; what somebody asks for goes in as parameters. */

const DUTY_COLUMNS = [
  'id', 'about_ids', 'process_id', 'organisation_id', 'title', 'language', 'url', 'since', 'due_on', 'done_at', 'holder_scope', 'holder_id', 'holder_name', 'is_public',
] as const satisfies readonly (keyof DutyColumns)[];

/** Table expression `duty`: the rows of all sources, with the kind of each. */
const unionOf = (sources: readonly DutySource[]): string =>
  `duty (kind, ${DUTY_COLUMNS.join(', ')}) as (${sources.map(({ kind, sql }) => `select '${kind}'::text as kind, one.* from (${sql}) one`).join(' union all ')})`;

/** Table expressions of a `with recursive` that end in `duty`, of everything. */
export const everyDuty = (sources: readonly DutySource[]): string => `${answered()}, ${unionOf(sources)}`;

/** As `OpenDuty` has it. */
const OPEN = `d.kind, d.id, d.process_id as "processId", d.organisation_id as "organisationId", d.title, d.language, d.url, d.since,
  to_char(d.due_on, 'YYYY-MM-DD') as "dueOn", d.holder_scope as "holderScope", d.holder_id as "holderId", d.holder_name as "holderName"`;

/** What is due without a day comes last. */
export const NO_DAY = '9999-12-31';

/** Parameters: the first and the last day. What waits for an author is left out: nobody is reminded of what only she can do. */
export const dutiesBetween = (sources: readonly DutySource[]): string =>
  `with recursive ${everyDuty(sources)} select ${OPEN} from duty d where d.done_at is null and d.holder_scope <> 'author' and d.due_on between $1 and $2 order by d.due_on, d.since, d.id`;

/** Parameter: ids. As `OwedDuty` has it. */
export const dutiesAmong = (sources: readonly DutySource[]): string =>
  `with recursive ${everyDuty(sources)} select ${OPEN} from duty d where d.done_at is null and d.holder_scope <> 'author' and d.id = any($1::uuid[])`;

/** Parameters $1 to $3: places, of whom somebody answers for things (all null: for all), or in which she owes them. */
const IN_OFFICE = '$1::uuid[] is null or d.process_id = any($3::uuid[]) or d.organisation_id = any($1::uuid[]) or d.holder_id = any($2::uuid[])';
export const FOR_OFFICE = `d.holder_scope <> 'member' and (${IN_OFFICE})`;
const FOR_HOLDER = `d.holder_id = any(case d.holder_scope when 'organisation' then $1::uuid[] when 'body' then $2::uuid[] when 'process' then $3::uuid[] when 'member' then array[$14::uuid] end)`;

/** Parameters: three of places, kind, process, holder, whether late alone, today, four of where the page begins, how many; of `me`, who she is. */
export const dutiesListed = (sources: readonly DutySource[], of: 'me' | 'office'): string =>
  `with recursive ${everyDuty(sources)} select ${OPEN}, ${momentKey('d.since')} as key from duty d
  where d.done_at is null and (${of === 'office' ? FOR_OFFICE : FOR_HOLDER})
    and ($4::text is null or d.kind = $4) and ($5::uuid is null or d.process_id = $5) and ($6::uuid is null or d.holder_id = $6) and (not $7 or d.due_on < $8::date)
    and ($9::date is null or (coalesce(d.due_on, '${NO_DAY}'), d.since, d.kind, d.id) > ($9::date, $10::timestamptz, $11::text, $12::uuid))
  order by coalesce(d.due_on, '${NO_DAY}'), d.since, d.kind, d.id limit $13`;

const AMONG = `${STATIONS}, ${answered('station')}`;
/** Parameter: a record, in an array. */
export const ANSWERED_AT = `with recursive ${AMONG} select at from answered where id = any($1::uuid[])`;
/** Parameter: a record, in an array. What waits about it and about what came of it, in public. */
export const publicDuties = (sources: readonly DutySource[]): string =>
  `with recursive ${AMONG}, ${unionOf(sources)} select ${OPEN}, d.about_ids as "aboutIds" from duty d
  where d.done_at is null and d.is_public and d.about_ids && array(select id from station) order by coalesce(d.due_on, '${NO_DAY}'), d.since, d.id`;
