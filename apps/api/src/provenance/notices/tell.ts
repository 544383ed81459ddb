import type { LinkKind } from '@spolu/contracts/provenance';
import type { EntityManager } from 'typeorm';

/** A station was reached from another one, or says something new of itself; then both ids are its own. */
export interface Move {
  fromId: string;
  movedId: string;
}

/** Steps within a room, which everybody there saw. All others are told. */
const IN_THE_ROOM: ReadonlySet<LinkKind> = new Set(['gave', 'clustered-into']);
export const isTold = (kind: LinkKind): boolean => !IN_THE_ROOM.has(kind);

/**
 * Everybody with an account or an address whose own words lead to a station that moved, and whoever follows something that leads there: once for each person and station, her
 * own words before what she follows, the earliest first. Parameters $1: the moves, $2: who did it and needs no telling.
 */
const READERS = `
  with recursive
  up(moved_id, id) as (
    select "movedId", "fromId" from jsonb_to_recordset($1) as move("fromId" uuid, "movedId" uuid)
    union select up.moved_id, link.from_id from up join link on link.to_id = up.id
      and not exists (select from link_end e where e.from_id = link.from_id and e.to_id = link.to_id and e.kind = link.kind)
  ),
  concerned as (
    select up.moved_id, coalesce(c.person_id, p.person_id) as person_id, guest.participant_id, c.id as about_id, false as followed, c.created_at as since
    from up join contribution c on c.id = up.id left join participant p on p.id = c.participant_id
    left join notice_address guest on guest.participant_id = c.participant_id and guest.confirmed_at is not null and coalesce(c.person_id, p.person_id) is null
    union all
    select up.moved_id, f.person_id, null, f.record_id, true, f.since from up join following f on f.record_id = up.id
  ),
  reader as (
    select distinct on (moved_id, person_id, participant_id) moved_id, person_id, participant_id, about_id, followed,
      (count(*) filter (where not followed) over (partition by moved_id, person_id, participant_id))::int as own_count
    from concerned where (person_id is not null or participant_id is not null) and ($2::uuid is null or person_id is distinct from $2::uuid)
    order by moved_id, person_id, participant_id, followed, since, about_id
  )`;

/** Of the stations those that say something new of themselves and were not only reached. */
const SAYS_NEW = `says_new as (select "movedId" as id from jsonb_to_recordset($1) as move("fromId" uuid, "movedId" uuid) where "fromId" = "movedId")`;

/**
 * Tells everybody concerned of moves, in the transaction that makes them. A notice that is still unread is brought up to date; one she has read
 * is followed by another when the station says something new, and by none when it was only reached once more.
 * @param by the person who did it
 */
export async function tell(em: EntityManager, moves: readonly Move[], by: string | null): Promise<void> {
  if (moves.length === 0) return;
  const parameters = [JSON.stringify(moves), by];
  await em.query(
    `${READERS}, ${SAYS_NEW}
    update notice set at = now(), mailed_at = case when notice.moved_id in (select id from says_new) then null else mailed_at end, about_id = reader.about_id, followed = reader.followed, more_count = greatest(own_count - 1, 0)
    from reader where notice.moved_id = reader.moved_id and (notice.person_id = reader.person_id or notice.participant_id = reader.participant_id) and read_at is null`,
    parameters,
  );
  await em.query(
    `${READERS}, ${SAYS_NEW}
    insert into notice (id, person_id, participant_id, about_id, followed, more_count, moved_id, at)
    select gen_random_uuid(), person_id, participant_id, about_id, followed, greatest(own_count - 1, 0), moved_id, now() from reader
    where moved_id in (select id from says_new) or not exists (select 1 from notice n where n.moved_id = reader.moved_id and (n.person_id = reader.person_id or n.participant_id = reader.participant_id))
    on conflict do nothing`,
    parameters,
  );
}
