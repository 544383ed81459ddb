import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { BoardsService } from '../../../boards/boards.service.ts';
import type { FoundActivity } from '../../session-access.ts';
import { ActivityFrame } from '../../session.entity.ts';
import type { KindSteps } from '../kind-steps.ts';
import { Brainwriting } from './brainwriting/sheet.entity.ts';
import { CardsService } from './cards.service.ts';
import { beginRoundRobin } from './round-robin/word.ts';

/** Frames for the notes at the beginning, but sheets are begun by those who ask for one; held cards become notes when they are revealed. */
@Injectable()
export class BrainstormSteps implements KindSteps {
  constructor(
    private readonly boards: BoardsService,
    private readonly cards: CardsService,
  ) {}

  async begin(em: EntityManager, { activity, boardId }: FoundActivity): Promise<void> {
    if (activity.settings.kind !== 'brainstorm') return;
    if (activity.settings.way?.kind === 'brainwriting') {
      await em.insert(Brainwriting, { activityId: activity.id, round: 1 });
      return;
    }
    if (activity.settings.way?.kind === 'round-robin') await beginRoundRobin(em, activity.id);
    const titles = activity.settings.frames.length > 0 ? activity.settings.frames : [activity.title];
    const frames = await this.boards.addFrames(em, boardId, titles.map((title) => ({ title })));
    await em.insert(ActivityFrame, frames.map(({ id, title }, position) => ({ activityId: activity.id, position, frameId: id, title })));
  }

  /** What came too late only because it had ended is taken in. */
  async resume(em: EntityManager, found: FoundActivity): Promise<void> {
    if (!found.activity.lockedAt) await this.cards.acceptAllLate(em, found);
  }

  reveal(em: EntityManager, found: FoundActivity): Promise<void> {
    return this.cards.showHeld(em, found);
  }

  forget(activityId: string): void {
    this.cards.forgetCounts(activityId);
  }
}
