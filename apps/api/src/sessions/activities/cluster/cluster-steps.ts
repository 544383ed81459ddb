import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { FoundActivity } from '../../session-access.ts';
import type { KindSteps, StepTime } from '../kind-steps.ts';
import { ClustersService } from './clusters.service.ts';

/** The board's clusters are closed at the end. */
@Injectable()
export class ClusterSteps implements KindSteps {
  constructor(private readonly clusters: ClustersService) {}

  async end(em: EntityManager, found: FoundActivity, time: StepTime): Promise<void> {
    await this.clusters.close(em, found, { ...time, activityId: found.activity.id });
  }
}
