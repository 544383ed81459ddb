import type { OwnHand, RoomHands, StaffHand } from '@spolu/contracts/hands';
import type { EntityManager } from 'typeorm';

/** Raised hands of people who are still in the room. */
const RAISED = `hand h join participant p on p.id = h.participant_id and p.removed_at is null where h.session_id = $1 and h.lowered_at is null`;

export async function roomHands(em: EntityManager, sessionId: string): Promise<RoomHands> {
  const [row] = await em.query<RoomHands[]>(
    `select count(*) filter (where h.called_at is null)::int as "waitingCount",
        coalesce(hashtext(string_agg(h.participant_id || ' ' || h.raised_at || ' ' || (h.called_at is null), ',' order by h.raised_at, h.participant_id)), 0) as mark
      from ${RAISED}`,
    [sessionId],
  );
  return row ?? { waitingCount: 0, mark: 0 };
}

export async function staffHands(em: EntityManager, sessionId: string): Promise<StaffHand[]> {
  const rows = await em.query<(Omit<StaffHand, 'raisedAt'> & { raisedAt: Date })[]>(
    `select h.participant_id as "participantId", p.nickname, case when h.called_at is null then 'waiting' else 'called' end as state, h.raised_at as "raisedAt"
      from ${RAISED} order by h.called_at is null, h.raised_at, h.participant_id`,
    [sessionId],
  );
  return rows.map((row) => ({ ...row, raisedAt: row.raisedAt.toISOString() }));
}

export async function ownHand(em: EntityManager, sessionId: string, participantId: string): Promise<OwnHand> {
  const [row] = await em.query<{ called: boolean; place: number }[]>(
    `select called, place from (
        select h.participant_id, h.called_at is not null as called,
          count(*) filter (where h.called_at is null) over (order by h.raised_at, h.participant_id)::int as place from ${RAISED}
      ) as queue where participant_id = $2`,
    [sessionId, participantId],
  );
  if (!row) return { state: 'down', place: null };
  return row.called ? { state: 'called', place: null } : { state: 'waiting', place: row.place };
}
