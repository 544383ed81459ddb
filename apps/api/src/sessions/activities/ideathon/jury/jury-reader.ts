import type { IdeathonSettings, IdeathonStage } from '@spolu/contracts/activities/ideathon';
import type { ReportJury, RoomJury } from '@spolu/contracts/activities/ideathon-jury';
import { type EntityManager, IsNull } from 'typeorm';
import type { Activity } from '../../../session.entity.ts';
import { IdeathonJuryResult } from './jury.entity.ts';
import { progressOf, reopenedOf, resultOf } from './jury-result.ts';
import { readJury } from './jury-rows.ts';
import { isOver, isTold } from './told.ts';

/** How far the jury is; what it came to once that is told. */
export async function roomJury(em: EntityManager, activity: Pick<Activity, 'id' | 'state'>, ideathon: IdeathonSettings, stage: IdeathonStage): Promise<RoomJury | null> {
  const { jury: settings } = ideathon;
  const { id: activityId } = activity;
  if (!settings) return null;
  const rows = await readJury(em, activityId, settings);
  const { state, version, revision } = rows.jury;
  const fixed = isTold(state, stage, await isOver(em, activity, ideathon)) ? await em.findOneBy(IdeathonJuryResult, { activityId, reopenedAt: IsNull() }) : null;
  return { state, version, revision, jurorCount: rows.jurors.length, ...progressOf(rows, resultOf(rows)), result: fixed?.result.outcome ?? null };
}

/** What the report says of it: nothing of a score before it is fixed. */
export async function reportJury(em: EntityManager, activityId: string, { jury: settings }: IdeathonSettings): Promise<ReportJury | null> {
  if (!settings) return null;
  const rows = await readJury(em, activityId, settings);
  const all = await em.find(IdeathonJuryResult, { where: { activityId }, order: { number: 'DESC' } });
  const fixed = all.find(({ reopenedAt }) => reopenedAt === null);
  return {
    state: rows.jury.state,
    jurorCount: rows.jurors.length,
    ...progressOf(rows, resultOf(rows)),
    conflictCount: fixed?.result.conflictCount ?? rows.conflicts.length,
    result: fixed?.result.outcome ?? null,
    revisedCount: fixed?.result.revisedCount ?? 0,
    swings: fixed?.result.swings ?? [],
    fixedAt: fixed?.fixedAt.toISOString() ?? null,
    reopened: reopenedOf(all),
  };
}
