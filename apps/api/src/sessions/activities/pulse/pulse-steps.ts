import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { partWords } from '../../feedback/words.ts';
import type { FoundActivity } from '../../session-access.ts';
import { AnswersSteps } from '../answers/answers-steps.ts';
import type { KindSteps, StepTime } from '../kind-steps.ts';

/** A secret vote on statements; at its end what people said in their own words is parted from how they scored. */
@Injectable()
export class PulseSteps implements KindSteps {
  constructor(private readonly answers: AnswersSteps) {}

  begin(em: EntityManager, found: FoundActivity, time: StepTime): Promise<void> {
    return this.answers.begin(em, found, time);
  }

  async end(em: EntityManager, found: FoundActivity): Promise<void> {
    await this.answers.end(em, found);
    await partWords(em, found.activity);
  }
}
