import type { VoterStanding } from '@spolu/contracts/public-votes';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '../http/viewer.ts';
import type { PublicVote } from './public-vote.entity.ts';

type VoteOfProcess = Pick<PublicVote, 'id' | 'processId' | 'opensAt'>;

/** All that somebody is in a process: she votes once as all of them. */
export interface Voter {
  personId: string | null;
  /** Seats that are her account's, wherever she took them, and those of this device that are nobody's account's. */
  seatIds: string[];
  /** Whether this device has seats that belong to an account, which votes with them. */
  hasClaimedSeats: boolean;
}

const SEAT_OF_PROCESS = '(seat.process_id = $1 or seat.session_id in (select session_id from process_session where process_id = $1))';

/** Who asks, as one voter. A seat that belongs to an account votes with that account alone: a claim makes one voter of two. */
export async function voterOf(em: EntityManager, { person, participants }: Viewer, { processId }: VoteOfProcess): Promise<Voter> {
  const personId = person?.id ?? null;
  const seats = await em.query<{ id: string; isOwned: boolean; isMine: boolean }[]>(
    `select seat.id,
        seat.person_id is not null or exists (select 1 from contribution c where c.participant_id = seat.id and c.person_id is not null) as "isOwned",
        coalesce(seat.person_id = $3, false) or exists (select 1 from contribution c where c.participant_id = seat.id and c.person_id = $3) as "isMine"
      from participant seat
      where ${SEAT_OF_PROCESS} and (seat.id = any($2::uuid[]) or seat.person_id = $3 or seat.id in (select participant_id from contribution where person_id = $3))
      order by seat.id`,
    [processId, participants.map(({ id }) => id), personId],
  );
  return {
    personId,
    seatIds: seats.filter(({ isOwned, isMine }) => isMine || !isOwned).map(({ id }) => id),
    hasClaimedSeats: seats.some(({ isOwned, isMine }) => isOwned && !isMine),
  };
}

/** What she may do in a vote for those who took part: they wrote something, supported an idea, or came to a session of its process before it opened. */
export async function standingOf(em: EntityManager, { personId, seatIds, hasClaimedSeats }: Voter, { processId, opensAt }: VoteOfProcess): Promise<VoterStanding> {
  const [first] = await em.query<{ at: Date | null }[]>(
    `select min(at) as at from (
      select c.created_at as at from contribution c join record r on r.id = c.id where r.process_id = $1 and (c.participant_id = any($2::uuid[]) or c.person_id = $3)
      union all select seat.joined_at from participant seat where seat.id = any($2::uuid[]) and seat.session_id is not null and seat.removed_at is null
      union all select s.at from idea_support s join idea i on i.id = s.idea_id where i.process_id = $1 and (s.by_id = any($2::uuid[]) or s.by_id = $3)
    ) as did`,
    [processId, seatIds, personId],
  );
  const at = first?.at ?? null;
  if (at !== null && at < opensAt) return 'may-vote';
  if (hasClaimedSeats && personId === null) return 'sign-in';
  return at === null ? 'did-not-take-part' : 'joined-later';
}

/** How many took part before it opened: an account and the seats that belong to it are one. */
export async function tookPartCount(em: EntityManager, { processId, opensAt }: VoteOfProcess): Promise<number> {
  const [row] = await em.query<{ count: number }[]>(
    `with seat as (select seat.* from participant seat where ${SEAT_OF_PROCESS}),
      did as (
        select c.participant_id as seat_id, c.person_id from contribution c join record r on r.id = c.id
          where r.process_id = $1 and c.created_at < $2 and (c.participant_id is not null or c.person_id is not null)
        union select id, person_id from seat where session_id is not null and removed_at is null and joined_at < $2
        union select seat.id, person.id from idea_support s join idea i on i.id = s.idea_id left join seat on seat.id = s.by_id left join person on person.id = s.by_id
          where i.process_id = $1 and s.at < $2
      ),
      owner as (
        select seat.id as seat_id, coalesce(seat.person_id, (select c.person_id from contribution c where c.participant_id = seat.id and c.person_id is not null limit 1)) as person_id from seat
      )
      select count(distinct coalesce(did.person_id, owner.person_id, did.seat_id))::int as count from did left join owner using (seat_id)`,
    [processId, opensAt],
  );
  return row!.count;
}

/** The commands at the marks of a voter, null at those that stand beside another; none: she has not voted. */
export async function marksOf(em: EntityManager, voteId: string, { personId, seatIds }: Voter): Promise<(string | null)[]> {
  const marks = await em.query<{ command: string | null }[]>(
    `select command from public_vote_given where vote_id = $1 and person_id = $2
      union all select command from public_vote_guest_given where vote_id = $1 and participant_id = any($3::uuid[])`, [voteId, personId, seatIds]);
  return marks.map(({ command }) => command);
}
