import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { FoundActivity } from '../../session-access.ts';
import { CardsService } from '../brainstorm/cards.service.ts';
import type { KindSteps, StepTime } from '../kind-steps.ts';
import { BreakoutService } from './breakout.service.ts';

/** Boards and seats at the beginning; who may write at the tables follows from the rows at every step. */
@Injectable()
export class BreakoutSteps implements KindSteps {
  constructor(
    private readonly breakouts: BreakoutService,
    private readonly cards: CardsService,
  ) {}

  begin(em: EntityManager, found: FoundActivity, time: StepTime): Promise<void> {
    return this.breakouts.begin(em, found, time);
  }

  /** What came too late only because it had ended is taken in. */
  async resume(em: EntityManager, found: FoundActivity): Promise<void> {
    if (!found.activity.lockedAt) await this.cards.acceptAllLate(em, found);
  }
}
