import { Injectable } from '@nestjs/common';
import type { CheckpointReason } from '@spolu/contracts/boards';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../database/transactions.ts';
import { JobsService } from '../jobs/jobs.service.ts';
import type { UpdateAuthor } from './board-store.ts';

export interface StoredCheckpoint extends UpdateAuthor {
  tick: number;
  at: Date;
  reason: CheckpointReason;
  activityId: string | null;
}

/** Where in its log a board can be found again: where an activity ended, every ten minutes while it changes, and before each step back. */
@Injectable()
export class BoardCheckpoints {
  constructor(
    private readonly transactions: Transactions,
    jobs: JobsService,
  ) {
    jobs.do('board.activity-ended', ({ boardId, activityId }) => this.markEnd(boardId, activityId));
    jobs.do('boards.checkpoint-due', () => this.markChanged());
  }

  /** In the transaction of whoever goes back right after that tick. */
  async mark(em: EntityManager, boardId: string, tick: number, reason: CheckpointReason, { participantId, personId }: UpdateAuthor): Promise<void> {
    await em.query(
      `insert into board_checkpoint (board_id, tick, reason, participant_id, person_id) values ($1, $2, $3, $4, $5) on conflict do nothing`,
      [boardId, tick, reason, participantId, personId],
    );
  }

  async list(boardId: string): Promise<StoredCheckpoint[]> {
    return this.transactions.manager.query<StoredCheckpoint[]>(
      `select tick, at, reason, activity_id as "activityId", participant_id as "participantId", person_id as "personId" from board_checkpoint where board_id = $1 order by tick desc, at desc`,
      [boardId],
    );
  }

  /** What was shown before the activity ended is stored within a moment, and this job begins after that. */
  async markEnd(boardId: string, activityId: string): Promise<void> {
    await this.transactions.manager.query(
      `insert into board_checkpoint (board_id, tick, reason, activity_id)
        select board_id, tick, 'activity-ended', $2 from board_update where board_id = $1 order by tick desc limit 1
        on conflict do nothing`,
      [boardId, activityId],
    );
  }

  /** All boards that have changed since their last one. */
  async markChanged(): Promise<void> {
    await this.transactions.manager.query(
      `insert into board_checkpoint (board_id, tick, reason)
        select b.id, newest.tick, 'ten-minutes' from board b
          cross join lateral (select tick from board_update u where u.board_id = b.id order by tick desc limit 1) newest
          left join lateral (select tick from board_checkpoint c where c.board_id = b.id order by tick desc limit 1) marked on true
        where newest.tick > coalesce(marked.tick, 1)
        on conflict do nothing`,
    );
  }
}
