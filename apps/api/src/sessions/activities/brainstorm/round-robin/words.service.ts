import { Injectable } from '@nestjs/common';
import type { GiveWord, PassWord } from '@spolu/contracts/activities/brainstorm';
import { Problem } from '@spolu/contracts/problems';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../../../../database/transactions.ts';
import { demand } from '../../../../http/policy.ts';
import type { Viewer } from '../../../../http/viewer.ts';
import { demandRunning } from '../../../activity.ts';
import { Rooms } from '../../../rooms.ts';
import { type FoundActivity, SessionAccess } from '../../../session-access.ts';
import { Participant } from '../../../session.entity.ts';
import { runSession, takePart } from '../../../sessions.policy.ts';
import { giveWord, handOn, holdWord, isRoundRobin } from './word.ts';

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

  /** Somebody has it now, for it went past her or she must leave soon; who had it comes then. @throws Problem `conflict`, `activity/not-running`, `changed-meanwhile`, `not-found`, `session/removed` */
  async give(me: Viewer, activityId: string, { turn, participantId }: GiveWord): Promise<void> {
    const askFor = async ({ facts, session }: FoundActivity, em: EntityManager) => {
      demand(runSession, me, facts);
      const participant = await em.findOneBy(Participant, { id: participantId, sessionId: session.id });
      if (!participant) throw new Problem('not-found');
      if (participant.removedAt) throw new Problem('session/removed');
      return null;
    };
    return this.goOn(activityId, { turn }, askFor, (em, word) => giveWord(em, word, participantId, new Date()));
  }

  /**
   * @param askFor who must have the word; null: whoever has it
   * @param go how it goes on
   */
  private async goOn(activityId: string, { turn }: PassWord, askFor: (found: FoundActivity, em: EntityManager) => Promise<string | null>, go = handOn): Promise<void> {
    return this.transactions.run(async (em) => {
      const found = await this.access.activity(activityId, 'contribute', em);
      const speaker = await askFor(found, em);
      const { activity, session } = found;
      if (!isRoundRobin(activity.settings)) throw new Problem('conflict', { kind: activity.kind });
      demandRunning(activity);
      const word = await holdWord(em, activityId);
      if (word?.turn !== turn) throw new Problem('changed-meanwhile');
      if (speaker !== null && word.participantId !== speaker) throw new Problem('round-robin/not-your-turn');
      await go(em, word);
      this.transactions.afterCommit(() => this.rooms.changed(session.id));
    });
  }
}
