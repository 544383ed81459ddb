import { Injectable } from '@nestjs/common';
import type { AnswerTerms, EditAnswerTerms, EditReminderLadder, ReminderLadder } from '@spolu/contracts/duties';
import { Problem } from '@spolu/contracts/problems';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../database/transactions.ts';
import { demand, signedIn } from '../http/policy.ts';
import type { Viewer } from '../http/viewer.ts';
import { ParticipationService } from '../participation/participation.service.ts';
import { editAnswerTerms, editReminderLadder, readAnswerTerms } from './duties.policy.ts';
import { AnswerTerm, ReminderLadderRow } from './duty.entity.ts';
import { dayAfter } from './ladder.ts';

/** Within how many days a process answers, and when people are reminded of it. */
@Injectable()
export class AnswerTermsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly participation: ParticipationService,
  ) {}

  async terms(me: Viewer, processId: string): Promise<AnswerTerms> {
    const process = await this.participation.factsOf(processId);
    demand(readAnswerTerms, me, process);
    const found = await this.transactions.manager.findOneBy(AnswerTerm, { processId });
    return { answerDays: found?.answerDays ?? null, questionDays: found?.questionDays ?? null, revision: found?.revision ?? 0, may: { edit: editAnswerTerms.allows(me, process) } };
  }

  /** @throws Problem `changed-meanwhile` */
  async editTerms(me: Viewer, processId: string, { revision, ...days }: EditAnswerTerms): Promise<void> {
    await this.transactions.run(async (em) => {
      demand(editAnswerTerms, me, await this.participation.factsOf(processId, em));
      const kept = await em.query<unknown[]>(
        revision === 0
          ? 'insert into answer_term (process_id, answer_days, question_days, revision) values ($1, $2, $3, 1 + $4::int) on conflict do nothing returning 1'
          : `with kept as (update answer_term set answer_days = $2, question_days = $3, revision = revision + 1 where process_id = $1 and revision = $4 returning 1) select from kept`,
        [processId, days.answerDays, days.questionDays, revision],
      );
      if (kept.length === 0) throw new Problem('changed-meanwhile');
    });
  }

  /** Until when something asked for today is due by the terms of its process. Null: there is no term. */
  async questionDueOn(em: EntityManager, processId: string, today: string): Promise<string | null> {
    const days = (await em.findOneBy(AnswerTerm, { processId }))?.questionDays ?? null;
    return days === null ? null : dayAfter(today, days);
  }

  async ladder(me: Viewer): Promise<ReminderLadder> {
    demand(signedIn, me);
    const { days, officeFromDays, revision } = await this.transactions.manager.findOneByOrFail(ReminderLadderRow, { id: 1 });
    return { days, officeFromDays, revision, may: { edit: editReminderLadder.allows(me, {}) } };
  }

  /** @throws Problem `changed-meanwhile` */
  async editLadder(me: Viewer, { days, officeFromDays, revision }: EditReminderLadder): Promise<void> {
    demand(editReminderLadder, me);
    await this.transactions.run(async (em) => {
      const { affected } = await em.update(ReminderLadderRow, { id: 1, revision }, { days: [...days].sort((a, b) => a - b), officeFromDays, revision: revision + 1 });
      if (affected === 0) throw new Problem('changed-meanwhile');
    });
  }
}
