import { Injectable } from '@nestjs/common';
import type { TopicAnswers, TopicCheck } from '@spolu/contracts/topic-guide';
import { Transactions } from '../database/transactions.ts';
import { demand } from '../http/policy.ts';
import type { Viewer } from '../http/viewer.ts';
import { editProcess } from './participation.policy.ts';
import { ParticipationService } from './participation.service.ts';
import { TopicCheckRow } from './topic-check.entity.ts';

/** What was answered of a process's topic, for those who work on it. The advice is reckoned from the answers wherever it is shown. */
@Injectable()
export class TopicChecksService {
  constructor(
    private readonly transactions: Transactions,
    private readonly participation: ParticipationService,
  ) {}

  async read(me: Viewer, processId: string): Promise<TopicCheck> {
    demand(editProcess, me, await this.participation.factsOf(processId));
    const row = await this.transactions.manager.findOneBy(TopicCheckRow, { processId });
    return { answers: row?.answers ?? null, notedAt: row?.notedAt.toISOString() ?? null };
  }

  /** In place of what was kept before. */
  async keep(me: Viewer, processId: string, answers: TopicAnswers): Promise<void> {
    return this.transactions.run(async (em) => {
      demand(editProcess, me, await this.participation.factsOf(processId, em));
      await em.upsert(TopicCheckRow, { processId, answers, notedAt: new Date(), notedBy: me.person?.id ?? null }, ['processId']);
    });
  }
}
