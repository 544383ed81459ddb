import type { EntityManager } from 'typeorm';
import type { BoardContent } from '../../boards/boards.service.ts';
import type { FoundActivity } from '../session-access.ts';

/** When a step is done and by whom, with the board as the hall saw it then. */
export interface StepTime {
  board: BoardContent;
  now: Date;
  /** The person; null for nobody with an account. */
  by: string | null;
}

/**
 * What a kind does beside what all kinds do when an activity goes its way. In the transaction of the step, after its columns were changed; the board's rule
 * is written and the room told by `RunService`.
 */
export interface KindSteps {
  begin?(em: EntityManager, found: FoundActivity, time: StepTime): Promise<void>;
  /** It goes on after its end. */
  resume?(em: EntityManager, found: FoundActivity): Promise<void>;
  end?(em: EntityManager, found: FoundActivity, time: StepTime): Promise<void>;
  /** What was held back is for everybody: asked for, or because the session closed. */
  reveal?(em: EntityManager, found: FoundActivity): Promise<void>;
  showResult?(em: EntityManager, found: FoundActivity): Promise<void>;
  /** Its session was closed: what was held in memory is forgotten. After the commit. */
  forget?(activityId: string): void;
}
