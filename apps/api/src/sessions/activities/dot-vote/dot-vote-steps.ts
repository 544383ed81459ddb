import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { BoardsService } from '../../../boards/boards.service.ts';
import type { FoundActivity } from '../../session-access.ts';
import { shuffle } from '../answers/secret-box.ts';
import { ClustersService } from '../cluster/clusters.service.ts';
import type { KindSteps, StepTime } from '../kind-steps.ts';
import { VotesService } from './votes.service.ts';

/** The options are the clusters that the hall sees at the beginning; their tallies stand on the board once the result is shown. */
@Injectable()
export class DotVoteSteps implements KindSteps {
  constructor(
    private readonly boards: BoardsService,
    private readonly clusters: ClustersService,
    private readonly votes: VotesService,
  ) {}

  /** @throws Problem `vote/no-options` */
  async begin(em: EntityManager, found: FoundActivity, time: StepTime): Promise<void> {
    const { roundOf } = found.activity;
    await this.votes.begin(em, found.activity, roundOf ? await this.votes.optionsOf(em, roundOf) : await this.clusters.closeForVote(em, found, time), found.session.language);
  }

  async end(em: EntityManager, { activity: { id, settings } }: FoundActivity): Promise<void> {
    if (settings.kind === 'dot-vote' && settings.secrecy === 'secret') await shuffle(em, id);
  }

  /** What came late only because it had ended is in time again. */
  async resume(em: EntityManager, { activity }: FoundActivity): Promise<void> {
    await this.votes.countLate(em, activity.id, false);
  }

  async showResult(em: EntityManager, { activity, boardId }: FoundActivity): Promise<void> {
    await this.boards.writeTallies(em, boardId, await this.votes.tallies(em, activity.id));
  }
}
