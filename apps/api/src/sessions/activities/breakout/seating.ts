import type { Sector } from '@spolu/contracts/common';
import { type BreakoutSettings, type OwnTable, placeOf, questionAt, type RoomBreakout } from '@spolu/contracts/activities/breakout';
import type { EntityManager } from 'typeorm';
import type { Guest, Seating } from './deal.ts';
import { BreakoutSeat } from './breakout.entity.ts';

/** Somebody at a table in one round. Who was asked to leave sits nowhere any more. */
export interface Seat {
  participantId: string;
  tableNumber: number;
  isHost: boolean;
  sector: Sector | null;
}

/** A participant `p` who has the role of a table host. */
const TABLE_HOST = `role r where r.person_id = p.person_id and r.scope = 'session' and r.scope_id = p.session_id and r.role = 'table-host' and r.ended_at is null
    and coalesce(r.from_on <= current_date, true) and coalesce(r.until_on >= current_date, true)`;

/** 0 before the first dealing. */
export async function roundOf(em: EntityManager, activityId: string): Promise<number> {
  const [row] = await em.query<{ round: number }[]>('select coalesce(max(number), 0)::int as round from breakout_round where activity_id = $1', [activityId]);
  return row?.round ?? 0;
}

export const seatsOf = (em: EntityManager, activityId: string, round: number): Promise<Seat[]> =>
  em.query(
    `select s.participant_id as "participantId", s.table_number as "tableNumber", s.is_host as "isHost", p.sector
      from breakout_seat s join participant p on p.id = s.participant_id and p.removed_at is null
      where s.activity_id = $1 and s.round = $2 order by p.joined_at, p.id`,
    [activityId, round],
  );

/** Everybody who may be seated. */
export const guestsOf = (em: EntityManager, sessionId: string): Promise<(Guest & { isTableHost: boolean })[]> =>
  em.query(
    `select p.id, p.sector, exists (select 1 from ${TABLE_HOST}) as "isTableHost" from participant p where p.session_id = $1 and p.removed_at is null order by p.joined_at, p.id`,
    [sessionId],
  );

/** All rounds so far, each as it ended. */
export async function pastOf(em: EntityManager, activityId: string): Promise<Seating[]> {
  const seats = await em.query<{ round: number; participantId: string; tableNumber: number }[]>(
    'select round, participant_id as "participantId", table_number as "tableNumber" from breakout_seat where activity_id = $1 order by round',
    [activityId],
  );
  const rounds = new Map<number, Map<string, number>>();
  for (const { round, participantId, tableNumber } of seats) {
    const seating = rounds.get(round) ?? new Map<string, number>();
    rounds.set(round, seating.set(participantId, tableNumber));
  }
  return [...rounds.values()];
}

export async function writeSeats(em: EntityManager, activityId: string, round: number, seating: Seating, hosts: Seating): Promise<void> {
  await em.query(
    `insert into breakout_seat (activity_id, round, participant_id, table_number, is_host)
      select $1, $2, given.id, given.number, given.host from unnest($3::uuid[], $4::int[], $5::boolean[]) as given (id, number, host)`,
    [activityId, round, [...seating.keys()], [...seating.values()], [...seating.keys()].map((id) => hosts.has(id))],
  );
}

/** One changes seats at a time. To be asked for after the session and the activity, never before. */
export async function lockSeats(em: EntityManager, activityId: string): Promise<void> {
  await em.query('select 1 from breakout where activity_id = $1 for update', [activityId]);
}

/** Those who sit at these tables are told anew. */
export async function touch(em: EntityManager, activityId: string, numbers: readonly number[]): Promise<void> {
  await em.query('update breakout_table set version = version + 1 where activity_id = $1 and number = any($2::int[])', [activityId, numbers]);
}

/** The board of the table at which somebody sat then; of who came to one only later, that one. Null: she sits nowhere. */
export async function boardAt(em: EntityManager, activityId: string, participantId: string, at: Date): Promise<string | null> {
  const [row] = await em.query<{ boardId: string }[]>(
    `select t.board_id as "boardId" from breakout_seat s
      join breakout_round r on r.activity_id = s.activity_id and r.number = s.round
      join breakout_table t on t.activity_id = s.activity_id and t.number = s.table_number
      where s.activity_id = $1 and s.participant_id = $2
      order by r.dealt_at <= $3 desc, case when r.dealt_at <= $3 then s.round else -s.round end desc limit 1`,
    [activityId, participantId, at],
  );
  return row?.boardId ?? null;
}

export interface ReadBreakout {
  id: string;
  settings: BreakoutSettings;
}

/** What every screen may know of one that has begun. */
export async function readRoomBreakout(em: EntityManager, { id, settings }: ReadBreakout): Promise<RoomBreakout> {
  const [row] = await em.query<{ round: number; message: string | null; messageAt: Date | null; carriedOver: boolean; tables: RoomBreakout['tables']; frames: RoomBreakout['frames'] }[]>(
    `with round as (select coalesce(max(number), 0)::int as number from breakout_round where activity_id = $1),
      sits as (
        select s.table_number as number, count(*)::int as members from breakout_seat s
          join round on s.round = round.number join participant p on p.id = s.participant_id and p.removed_at is null
          where s.activity_id = $1 group by s.table_number
      )
      select round.number as round, b.message, b.message_at as "messageAt", b.carried_over_at is not null as "carriedOver",
        (select json_agg(json_build_object('number', t.number, 'memberCount', coalesce(sits.members, 0), 'version', t.version) order by t.number)
          from breakout_table t left join sits on sits.number = t.number where t.activity_id = $1) as tables,
        (select json_agg(json_build_object('id', f.frame_id, 'title', f.title) order by f.position) from activity_frame f where f.activity_id = $1) as frames
      from breakout b cross join round where b.activity_id = $1`,
    [id],
  );
  if (!row) throw new Error(`breakout ${id} has not begun`);
  const { deal, seats, hosts, visitors, questions, places } = settings;
  const { round, message, messageAt, carriedOver, tables, frames } = row;
  return {
    settings: { deal, seats, hosts, visitors, questions, places },
    round, frames, tables, carriedOver,
    message: message === null || messageAt === null ? null : { text: message, sentAt: messageAt.toISOString() },
  };
}

/** The table of one who takes part, as her phone shows it; null while she sits nowhere. Asked for by a whole hall at once. */
export async function readOwnTable(em: EntityManager, { id, settings }: ReadBreakout, participantId: string): Promise<OwnTable | null> {
  const [row] = await em.query<{ number: number; round: number; boardId: string; isHost: boolean; helpSince: Date | null; memberCount: number; isHosted: boolean; hostName: string | null }[]>(
    `select t.number, s.round, t.board_id as "boardId", s.is_host as "isHost", t.help_since as "helpSince", at_table.*
      from breakout_seat s join breakout_table t on t.activity_id = s.activity_id and t.number = s.table_number
      cross join lateral (
        select count(*)::int as "memberCount", bool_or(m.is_host) as "isHosted",
          max((select person.name from person where m.is_host and person.id = p.person_id and exists (select 1 from ${TABLE_HOST}))) as "hostName"
        from breakout_seat m join participant p on p.id = m.participant_id and p.removed_at is null
        where m.activity_id = s.activity_id and m.round = s.round and m.table_number = s.table_number
      ) as at_table
      where s.activity_id = $1 and s.participant_id = $2 and s.round = (select max(number) from breakout_round where activity_id = $1)`,
    [id, participantId],
  );
  if (!row) return null;
  return { ...row, place: placeOf(settings, row.number), question: questionAt(settings, row.number), helpSince: row.helpSince?.toISOString() ?? null };
}

/** Puts one person at a table of this round, or nowhere. A host who moves hosts no more. @returns the tables that changed */
export async function moveSeat(em: EntityManager, { activityId, round, participantId, table }: { activityId: string; round: number; participantId: string; table: number | null }): Promise<number[]> {
  const before = await em.findOneBy(BreakoutSeat, { activityId, round, participantId });
  if ((before?.tableNumber ?? null) === table) return [];
  if (table === null) await em.delete(BreakoutSeat, { activityId, round, participantId });
  else await em.upsert(BreakoutSeat, { activityId, round, participantId, tableNumber: table, isHost: false }, ['activityId', 'round', 'participantId']);
  return [before?.tableNumber ?? null, table].filter((number) => number !== null);
}
