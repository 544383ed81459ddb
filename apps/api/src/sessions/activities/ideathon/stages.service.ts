import { Injectable } from '@nestjs/common';
import type { MoveStage } from '@spolu/contracts/activities/ideathon';
import type { Viewer } from '../../../http/viewer.ts';
import { Activity } from '../../session.entity.ts';
import { runSession } from '../../sessions.policy.ts';
import { Ideathon } from './ideathon.entity.ts';
import { IdeathonAccess } from './ideathon-access.ts';
import { moved } from './stage.ts';

/** How far an ideathon is. */
@Injectable()
export class StagesService {
  constructor(private readonly ideathons: IdeathonAccess) {}

  /** On to another stage or back. @throws Problem `changed-meanwhile`, `conflict` for a stage that does not take place */
  async move(me: Viewer, activityId: string, input: MoveStage): Promise<void> {
    return this.ideathons.steering(me, runSession, activityId, async (em, { ideathon, settings }) => {
      const { stage, endsAt } = moved(ideathon.stage, input, settings, new Date());
      await em.update(Ideathon, { activityId }, { stage });
      await em.update(Activity, { id: activityId }, { endsAt, pausedAt: null });
    });
  }
}
