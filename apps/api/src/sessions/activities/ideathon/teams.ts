import type { RoomTeam } from '@spolu/contracts/activities/ideathon';
import type { EntityManager } from 'typeorm';

/** Those that are teams now, in their order; who was removed from the session is in none. */
export const teamsOf = (em: EntityManager, activityId: string): Promise<RoomTeam[]> =>
  em.query(
    `select t.id, t.number, t.name, t.idea, t.version,
        (select count(*)::int from ideathon_member m join participant p on p.id = m.participant_id and p.removed_at is null where m.team_id = t.id) as "memberCount"
      from ideathon_team t where t.activity_id = $1 and t.merged_into_id is null and t.removed_at is null order by t.number`,
    [activityId],
  );
