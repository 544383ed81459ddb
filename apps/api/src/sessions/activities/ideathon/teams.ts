import type { ReportTeam, RoomTeam } from '@spolu/contracts/activities/ideathon';
import type { Sector } from '@spolu/contracts/common';
import { Problem } from '@spolu/contracts/problems';
import type { EntityManager } from 'typeorm';
import { IdeathonTeam } from './ideathon.entity.ts';

/** Those that are teams now, in their order; who was removed from the session is in none. */
export const teamsOf = (em: EntityManager, activityId: string): Promise<RoomTeam[]> =>
  em.query(
    `select t.id, t.number, t.name, t.idea, t.version,
        (select count(*)::int from ideathon_member m join participant p on p.id = m.participant_id and p.removed_at is null where m.team_id = t.id) as "memberCount",
        array(select last.field from (select distinct on (field) field, text from ideathon_entry e where e.team_id = t.id order by field, revision desc) last
          where last.text <> '' order by last.field) as filled
      from ideathon_team t where t.activity_id = $1 and t.merged_into_id is null and t.removed_at is null order by t.number`,
    [activityId],
  );

/** Those that were merged into others, by the team they are part of in the end. */
export async function mergedInto(em: EntityManager, activityId: string): Promise<Map<string, ReportTeam['merged']>> {
  const rows = await em.query<(ReportTeam['merged'][number] & { teamId: string })[]>(
    `with recursive part (id, team_id) as (
        select id, merged_into_id from ideathon_team where activity_id = $1 and merged_into_id is not null
        union select part.id, next.merged_into_id from part join ideathon_team next on next.id = part.team_id and next.merged_into_id is not null
      )
      select part.team_id as "teamId", t.number, t.name, t.idea from part join ideathon_team t on t.id = part.id
        join ideathon_team whole on whole.id = part.team_id and whole.merged_into_id is null order by t.number`,
    [activityId],
  );
  const merged = new Map<string, ReportTeam['merged']>();
  for (const { teamId, ...team } of rows) merged.set(teamId, [...(merged.get(teamId) ?? []), team]);
  return merged;
}

export interface Member {
  participantId: string;
  teamId: string;
  sector: Sector | null;
}

/** Who is in which team, in the order in which they came into the session. */
export const membersOf = (em: EntityManager, activityId: string): Promise<Member[]> =>
  em.query(
    `select m.participant_id as "participantId", m.team_id as "teamId", p.sector from ideathon_member m
      join participant p on p.id = m.participant_id and p.removed_at is null where m.activity_id = $1 order by p.joined_at, p.id`,
    [activityId],
  );

/** @throws Problem `not-found` for one that is no team of this ideathon any more */
export async function teamOf(em: EntityManager, activityId: string, teamId: string): Promise<IdeathonTeam> {
  const team = await em.findOneBy(IdeathonTeam, { id: teamId, activityId });
  if (!team || team.mergedIntoId || team.removedAt) throw new Problem('not-found');
  return team;
}

/** Where a team belongs. @throws Problem `not-found` */
export async function activityOfTeam(em: EntityManager, teamId: string): Promise<string> {
  const team = await em.findOne(IdeathonTeam, { where: { id: teamId }, select: { id: true, activityId: true } });
  if (!team) throw new Problem('not-found');
  return team.activityId;
}

/** One changes teams at a time. To be asked for after the session and the activity, never before. */
export async function holdTeams(em: EntityManager, activityId: string): Promise<void> {
  await em.query('select 1 from ideathon where activity_id = $1 for update', [activityId]);
}

/** Those who are in these teams are told anew. */
export async function touch(em: EntityManager, teamIds: readonly (string | null)[]): Promise<void> {
  await em.query('update ideathon_team set version = version + 1 where id = any($1::uuid[])', [teamIds.filter((id) => id !== null)]);
}

/** Puts somebody into a team, or into none. */
export async function putInto(em: EntityManager, { activityId, participantId, teamId, now }: { activityId: string; participantId: string; teamId: string | null; now: Date }): Promise<void> {
  const [before] = await em.query<{ teamId: string }[]>('select team_id as "teamId" from ideathon_member where activity_id = $1 and participant_id = $2', [activityId, participantId]);
  if ((before?.teamId ?? null) === teamId) return;
  if (teamId === null) await em.query('delete from ideathon_member where activity_id = $1 and participant_id = $2', [activityId, participantId]);
  else {
    await em.query(
      `insert into ideathon_member (activity_id, participant_id, team_id, joined_at) values ($1, $2, $3, $4)
        on conflict (activity_id, participant_id) do update set team_id = excluded.team_id, joined_at = excluded.joined_at`,
      [activityId, participantId, teamId, now],
    );
  }
  await touch(em, [before?.teamId ?? null, teamId]);
}

/** A new team with the next number. @throws Problem `ideathon/too-many-teams` */
export async function addTeam(em: EntityManager, { most, ...team }: Pick<IdeathonTeam, 'id' | 'activityId' | 'name' | 'idea' | 'language'> & { most: number }): Promise<void> {
  const last = (await em.maximum(IdeathonTeam, 'number', { activityId: team.activityId })) ?? 0;
  if ((await teamsOf(em, team.activityId)).length >= most) throw new Problem('ideathon/too-many-teams', { limit: most });
  await em.insert(IdeathonTeam, { ...team, number: last + 1, version: 1, mergedIntoId: null, removedAt: null });
}
