import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { FoundActivity } from '../../session-access.ts';
import { ClustersService } from '../cluster/clusters.service.ts';
import type { KindSteps, StepTime } from '../kind-steps.ts';
import { isAnswered, optionLinesOf } from './answered.ts';
import { AnswersService } from './answers.service.ts';
import { shuffle } from './secret-box.ts';

/** What there is to choose from is fixed at the beginning; at the end nothing is left that tells in which order secret answers came. */
@Injectable()
export class AnswersSteps implements KindSteps {
  constructor(
    private readonly answers: AnswersService,
    private readonly clusters: ClustersService,
  ) {}

  /** @throws Problem `vote/no-options` where neither lines nor clusters are there to choose from */
  async begin(em: EntityManager, found: FoundActivity, time: StepTime): Promise<void> {
    const { id, settings, roundOf } = found.activity;
    const lines = isAnswered(settings) ? optionLinesOf(settings) : null;
    if (!lines) return;
    const options = roundOf
      ? await this.answers.optionsOf(em, roundOf)
      : lines.length > 0
        ? lines.map((title) => ({ title, clusterId: null }))
        : (await this.clusters.closeForVote(em, found, time)).map(({ id: clusterId, title }) => ({ title, clusterId }));
    await this.answers.begin(em, id, options);
  }

  /** What came late only because it had ended is in time again. */
  async resume(em: EntityManager, { activity }: FoundActivity): Promise<void> {
    await this.answers.countLate(em, activity.id, false);
  }

  async end(em: EntityManager, { activity: { id, settings } }: FoundActivity): Promise<void> {
    if (isAnswered(settings) && settings.secrecy === 'secret') await shuffle(em, id);
  }
}
