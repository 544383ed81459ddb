import type { EntityManager } from 'typeorm';

/** Who could vote: everybody in the room with a device, until the end; of those who were asked to leave before, only who had voted. */
export async function eligibleFor(em: EntityManager, activityId: string): Promise<number> {
  const [row] = await em.query<{ count: number }[]>(
    `select count(*)::int as count from participant p join activity a on a.session_id = p.session_id
      where a.id = $1 and p.has_device and (
        p.joined_at <= coalesce(a.ended_at, 'infinity') and (p.removed_at is null or p.removed_at > coalesce(a.ended_at, 'infinity'))
        or exists (select 1 from ballot b where b.activity_id = a.id and b.participant_id = p.id)
        or exists (select 1 from answer b where b.activity_id = a.id and b.participant_id = p.id)
        or exists (select 1 from secret_answer_given b where b.activity_id = a.id and b.participant_id = p.id))`,
    [activityId],
  );
  return row?.count ?? 0;
}
