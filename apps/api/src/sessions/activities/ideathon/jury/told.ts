import type { IdeathonSettings, IdeathonStage } from '@spolu/contracts/activities/ideathon';
import type { JuryState } from '@spolu/contracts/activities/ideathon-jury';
import type { EntityManager } from 'typeorm';
import type { Activity } from '../../../session.entity.ts';

/**
 * The hall hears what the jury came to when it is fixed and the ideathon tells its results, or is over: an audience that votes after the jury does not know it, and
 * teams have their feedback also where nobody went on to the results.
 */
export const isTold = (jury: JuryState, stage: IdeathonStage, over: boolean): boolean => jury === 'fixed' && (stage === 'results' || over);

/** Whether it was ended; where an audience votes, for good: as long as its session is open it may go on, and she who knows the jury's result would vote. */
export async function isOver(em: EntityManager, { id, state }: Pick<Activity, 'id' | 'state'>, { audience }: IdeathonSettings): Promise<boolean> {
  if (state !== 'ended' || !audience) return state === 'ended';
  const closed: unknown[] = await em.query(`select 1 from activity a join session s on s.id = a.session_id where a.id = $1 and s.state = 'closed'`, [id]);
  return closed.length > 0;
}
