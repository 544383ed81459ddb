import { type IdeathonSettings, type IdeathonStage, type MoveStage, stagesOf } from '@spolu/contracts/activities/ideathon';
import { Problem } from '@spolu/contracts/problems';

const MINUTE_MS = 60_000;

/**
 * On to another stage or back to one. From here on the activity's clock is the stage's: the canvas has its time each time it begins, the others have none.
 * @throws Problem `changed-meanwhile` where it stands elsewhere than she saw, `conflict` for a stage that does not take place
 */
export function moved(stage: IdeathonStage, { from, to }: MoveStage, settings: IdeathonSettings, now: Date): { stage: IdeathonStage; endsAt: Date | null } {
  if (stage !== from) throw new Problem('changed-meanwhile');
  if (!stagesOf(settings).includes(to)) throw new Problem('conflict', { stage: to });
  return { stage: to, endsAt: to === 'canvas' ? minutesFrom(now, settings.canvasMinutes) : null };
}

const minutesFrom = (now: Date, minutes: number | null) => (minutes === null ? null : new Date(now.getTime() + minutes * MINUTE_MS));

/** @throws Problem `ideathon/not-now` */
export function demandStage(stage: IdeathonStage, ...stages: IdeathonStage[]): void {
  if (!stages.includes(stage)) throw new Problem('ideathon/not-now', { stage });
}
