import type { LateAnswers, LateTold } from '@spolu/contracts/activities/late';
import { GROUP_MIN } from '@spolu/contracts/question-texts';
import type { EntityManager } from 'typeorm';

/** What lies in the late trays of an open session, of votes whose outcome nobody knows yet. */
export const lateAnswersIn = (em: EntityManager, sessionId: string): Promise<LateAnswers[]> =>
  em.query(
    `select a.id as "activityId", a.title, count(*) filter (where l.left_out_at is null)::int as "waitingCount",
        count(*) filter (where l.left_out_at is not null)::int as "leftOutCount",
        case when a.kind = 'question' and a.revealed_at is not null then $2::int else 1 end as "countedFrom"
      from activity a join session s on s.id = a.session_id join late_answer l on l.activity_id = a.id join participant p on p.id = l.participant_id
      where a.session_id = $1 and s.state = 'open' and a.state = 'ended' and a.result_shown_at is null and l.counted_at is null and p.removed_at is null
      group by a.id order by a.position`,
    [sessionId, GROUP_MIN],
  );

/** Of a vote that is counted: what waited until then counts for nothing. Undefined where none came late. */
export async function lateTold(em: EntityManager, activityId: string): Promise<LateTold | undefined> {
  const [told] = await em.query<LateTold[]>(
    `select count(counted_at)::int as counted, (count(*) - count(counted_at))::int as "leftOut" from late_answer where activity_id = $1 having count(*) > 0`, [activityId],
  );
  return told;
}
