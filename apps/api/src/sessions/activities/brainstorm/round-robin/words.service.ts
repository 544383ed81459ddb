import { Injectable } from '@nestjs/common';
import type { PassWord } from '@spolu/contracts/activities/brainstorm';
import { Problem } from '@spolu/contracts/problems';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../../../../database/transactions.ts';
import { demand } from '../../../../http/policy.ts';
import type { Viewer } from '../../../../http/viewer.ts';
import { demandRunning } from '../../../activity.ts';
import { Rooms } from '../../../rooms.ts';
import { type FoundActivity, SessionAccess } from '../../../session-access.ts';
import { runSession, takePart } from '../../../sessions.policy.ts';
import { handOn, holdWord, isRoundRobin } from './word.ts';

/** The word goes on without an idea. */
@Injectable()
export class WordsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: SessionAccess,
    private readonly rooms: Rooms,
  ) {}

  /** She has nothing to add this time. @throws Problem `conflict`, `activity/not-running`, `changed-meanwhile`, `round-robin/not-your-turn` */
  async pass(me: Viewer, activityId: string, input: PassWord): Promise<void> {
    return this.goOn(activityId, input, async (found, em) => {
      demand(takePart, me, found.facts);
      return (await this.access.participant(me, found.session.id, em)).id;
    });
  }

  /** Whoever has it is passed over. @throws Problem `conflict`, `activity/not-running`, `changed-meanwhile` */
  async skip(me: Viewer, activityId: string, input: PassWord): Promise<void> {
    return this.goOn(activityId, input, async ({ facts }) => {
      demand(runSession, me, facts);
      return null;
    });
  }

  /** @param askFor who must have the word; null: whoever has it */
  private async goOn(activityId: string, { turn }: PassWord, askFor: (found: FoundActivity, em: EntityManager) => Promise<string | null>): Promise<void> {
    return this.transactions.run(async (em) => {
      const found = await this.access.activity(activityId, 'contribute', em);
      const speaker = await askFor(found, em);
      const { activity, session } = found;
      if (!isRoundRobin(activity.settings)) throw new Problem('conflict', { kind: activity.kind });
      demandRunning(activity);
      const word = await holdWord(em, activityId);
      if (word?.turn !== turn) throw new Problem('changed-meanwhile');
      if (speaker !== null && word.participantId !== speaker) throw new Problem('round-robin/not-your-turn');
      await handOn(em, word);
      this.transactions.afterCommit(() => this.rooms.changed(session.id));
    });
  }
}
