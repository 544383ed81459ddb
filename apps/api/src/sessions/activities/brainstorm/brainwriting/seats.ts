import { IDEAS_PER_SHEET_TURN, type SheetCircle } from '@spolu/contracts/activities/brainstorm';
import type { EntityManager } from 'typeorm';
import type { Place } from './circles.ts';

/** Somebody's place in her circle; without a circle in the round in which she began. */
export interface Seat extends Place {
  participantId: string;
  circle: number | null;
  /** She held a sheet in the round that was asked for, or in the one before. */
  isWriting: boolean;
}

/** Everybody who began a sheet, in that order. */
export const seatsOf = (em: EntityManager, activityId: string, round: number) =>
  em.query<Seat[]>(
    `select distinct on (t.sheet) t.sheet, t.participant_id as "participantId", t.round as since, s.circle,
        exists (select 1 from brainwriting_turn now where now.activity_id = t.activity_id and now.participant_id = t.participant_id and now.round between $2 - 1 and $2) as "isWriting"
      from brainwriting_turn t left join brainwriting_sheet s on s.activity_id = t.activity_id and s.sheet = t.sheet
      where t.activity_id = $1 order by t.sheet, t.round`,
    [activityId, round],
  );

/** How far each circle is in a round. */
export const roomCircles = (em: EntityManager, activityId: string, round: number) =>
  em.query<SheetCircle[]>(
    `select s.circle as number, array_agg(f.frame_id order by s.sheet) as "frameIds", count(h.participant_id)::int as "holderCount",
        (count(*) filter (where h.ideas >= h.turns * $3))::int as "doneCount"
      from brainwriting_sheet s join activity_frame f on f.activity_id = s.activity_id and f.position = s.sheet
        left join lateral (
          select t.participant_id,
            (select count(*) from card c where c.activity_id = t.activity_id and c.participant_id = t.participant_id and c.frame_id = f.frame_id and c.state <> 'removed') as ideas,
            (select count(*) from brainwriting_turn hers where hers.activity_id = t.activity_id and hers.participant_id = t.participant_id and hers.sheet = t.sheet) as turns
          from brainwriting_turn t where t.activity_id = s.activity_id and t.sheet = s.sheet and t.round = $2
        ) h on true
      where s.activity_id = $1 group by s.circle order by s.circle`,
    [activityId, round, IDEAS_PER_SHEET_TURN],
  );
