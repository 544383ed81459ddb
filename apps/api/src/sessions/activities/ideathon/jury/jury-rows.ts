import type { JuryCriterion, JurySettings } from '@spolu/contracts/activities/ideathon-jury';
import type { EntityManager } from 'typeorm';
import { teamsOf } from '../teams.ts';
import { IdeathonJury } from './jury.entity.ts';

/** All that a jury has said so far, as rows have it. */
export interface JuryRows {
  jury: IdeathonJury;
  criteria: readonly JuryCriterion[];
  /** Those that are teams now. */
  teams: readonly { id: string; number: number; name: string; idea: string }[];
  /** Without those who were asked to leave the session before the scores were opened. */
  jurors: readonly JurorRow[];
  /** Declared, or because she is in the team or was on the phone that she had before (`reason` null); of jurors and of teams that are there now. */
  conflicts: readonly { participantId: string; teamId: string; reason: string | null }[];
  /** Of jurors and of teams that are there now. */
  sheets: readonly JurySheetRow[];
  /** How often scores were changed after they had been opened. */
  revisedCount: number;
}
export interface JurorRow {
  /** Whose her sheets and conflicts are. */
  participantId: string;
  /** Who she is in the room now. */
  heldById: string;
  nickname: string | null;
  declaredAt: Date | null;
}
export interface JurySheetRow {
  participantId: string;
  teamId: string;
  scores: readonly (number | null)[];
  feedback: string;
  note: string;
}

/** From then on scores are known, and who leaves the session leaves them there. */
export const isOpened = ({ state }: Pick<IdeathonJury, 'state'>) => state === 'discussing' || state === 'fixed';

/** A jury of which nothing is written down yet. */
const newJury = (activityId: string): IdeathonJury => ({ activityId, state: 'preparing', version: 0, revision: 0 });

export async function readJury(em: EntityManager, activityId: string, { criteria }: JurySettings): Promise<JuryRows> {
  const jury = (await em.findOneBy(IdeathonJury, { activityId })) ?? newJury(activityId);
  const teams = await teamsOf(em, activityId);
  const jurors = await em.query<JuryRows['jurors']>(
    `select j.participant_id as "participantId", j.held_by_id as "heldById", p.nickname, j.declared_at as "declaredAt"
      from ideathon_juror j join participant p on p.id = j.held_by_id where j.activity_id = $1 and (p.removed_at is null or $2) order by p.joined_at, p.id`,
    [activityId, isOpened(jury)],
  );
  const ids = [activityId, jurors.map(({ participantId }) => participantId), teams.map(({ id }) => id)];
  const conflicts = await em.query<JuryRows['conflicts']>(
    `with inside as (
        select distinct j.participant_id, m.team_id from ideathon_juror j
          join ideathon_member m on m.activity_id = j.activity_id and m.participant_id in (j.participant_id, j.held_by_id)
          where j.activity_id = $1 and j.participant_id = any($2) and m.team_id = any($3)
      )
      select participant_id as "participantId", team_id as "teamId", null as reason from inside
      union all select c.participant_id, c.team_id, c.reason from ideathon_jury_conflict c
        where c.activity_id = $1 and c.participant_id = any($2) and c.team_id = any($3)
          and not exists (select 1 from inside i where i.participant_id = c.participant_id and i.team_id = c.team_id)`,
    ids,
  );
  const sheets = await em.query<JuryRows['sheets']>(
    `select participant_id as "participantId", team_id as "teamId", scores, feedback, note
      from ideathon_jury_sheet where activity_id = $1 and participant_id = any($2) and team_id = any($3)`,
    ids,
  );
  const [revised] = await em.query<{ count: number }[]>('select count(*)::int as count from ideathon_jury_revision where activity_id = $1', [activityId]);
  return { jury, criteria, teams, jurors, conflicts, sheets, revisedCount: revised?.count ?? 0 };
}

/** The seat of who asks; none for who is no juror. */
export const seatOf = ({ jurors }: Pick<JuryRows, 'jurors'>, participantId: string) => jurors.find(({ heldById }) => heldById === participantId);

/** Its row, held: one change of a jury after the other. */
export async function holdJury(em: EntityManager, activityId: string): Promise<IdeathonJury> {
  await em.createQueryBuilder().insert().into(IdeathonJury).values(newJury(activityId)).orIgnore().execute();
  return em.findOneOrFail(IdeathonJury, { where: { activityId }, lock: { mode: 'pessimistic_write' } });
}
