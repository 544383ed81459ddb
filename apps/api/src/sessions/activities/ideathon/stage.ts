import { type IdeathonSettings, type IdeathonStage, type MoveStage, stagesOf } from '@spolu/contracts/activities/ideathon';
import { Problem } from '@spolu/contracts/problems';

const MINUTE_MS = 60_000;

/** How far an ideathon is. */
export interface Standing {
  stage: IdeathonStage;
  /** Since when its results are told. */
  toldAt: Date | null;
}

/**
 * On to another stage or back to one. From here on the activity's clock is the stage's: the canvas has its time each time it begins, the others have none.
 * @throws Problem `changed-meanwhile` where it stands elsewhere than she saw, `conflict` for a stage that does not take place, `vote/result-shown` back to a
 * vote whose result is known
 */
export function moved({ stage, toldAt }: Standing, { from, to }: MoveStage, settings: IdeathonSettings, now: Date): { stage: IdeathonStage; endsAt: Date | null } {
  if (stage !== from) throw new Problem('changed-meanwhile');
  if (!stagesOf(settings).includes(to)) throw new Problem('conflict', { stage: to });
  if (to === 'audience-vote' && toldAt) throw new Problem('vote/result-shown');
  return { stage: to, endsAt: to === 'canvas' ? minutesFrom(now, settings.canvasMinutes) : null };
}

export const minutesFrom = (now: Date, minutes: number | null) => (minutes === null ? null : new Date(now.getTime() + minutes * MINUTE_MS));

/** @throws Problem `ideathon/not-now` */
export function demandStage(stage: IdeathonStage, ...stages: IdeathonStage[]): void {
  if (!stages.includes(stage)) throw new Problem('ideathon/not-now', { stage });
}
