import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { FoundActivity } from '../../session-access.ts';
import type { KindSteps } from '../kind-steps.ts';
import { Ideathon } from './ideathon.entity.ts';

/** It begins with its challenge; what follows is moved by hand. */
@Injectable()
export class IdeathonSteps implements KindSteps {
  async begin(em: EntityManager, { activity }: FoundActivity): Promise<void> {
    await em.insert(Ideathon, { activityId: activity.id, stage: 'brief', pitchOrder: [], pitchedTeamIds: [], pitchingTeamId: null, toldAt: null });
  }
}
