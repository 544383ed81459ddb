import type { LateAnswers } from '@spolu/contracts/activities/late';
import type { EntityManager } from 'typeorm';

/** What lies in the late trays of an open session, of votes whose outcome nobody knows yet. */
export const lateAnswersIn = (em: EntityManager, sessionId: string): Promise<LateAnswers[]> =>
  em.query(
    `select a.id as "activityId", a.title, count(*) filter (where l.left_out_at is null)::int as "waitingCount",
        count(*) filter (where l.left_out_at is not null)::int as "leftOutCount"
      from activity a join session s on s.id = a.session_id join late_answer l on l.activity_id = a.id join participant p on p.id = l.participant_id
      where a.session_id = $1 and s.state = 'open' and a.state = 'ended' and a.result_shown_at is null and l.counted_at is null and p.removed_at is null
      group by a.id order by a.position`,
    [sessionId],
  );
