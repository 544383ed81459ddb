import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { FoundActivity } from '../../session-access.ts';
import type { KindSteps } from '../kind-steps.ts';
import { QuestionsService } from './questions.service.ts';

@Injectable()
export class QAndASteps implements KindSteps {
  constructor(private readonly questions: QuestionsService) {}

  async end(em: EntityManager, { activity }: FoundActivity): Promise<void> {
    await this.questions.rest(em, activity.id);
  }
}
