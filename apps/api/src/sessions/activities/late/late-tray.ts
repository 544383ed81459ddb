import { Injectable } from '@nestjs/common';
import type { LateState } from '@spolu/contracts/activities/late';
import { Problem } from '@spolu/contracts/problems';
import { type EntityManager, IsNull, LessThan } from 'typeorm';
import { Transactions } from '../../../database/transactions.ts';
import { isCounted } from '../../activity.ts';
import { Rooms } from '../../rooms.ts';
import type { FoundActivity } from '../../session-access.ts';
import type { Participant } from '../../session.entity.ts';
import { LateAnswerRow, type VoteValue } from './late-answer.entity.ts';

/** Where answers and ballots lie that came after the end, until the facilitator has them counted, leaves them out, or the vote goes on. */
@Injectable()
export class LateTray {
  constructor(
    private readonly transactions: Transactions,
    private readonly rooms: Rooms,
  ) {}

  /** Lays one in, instead of an earlier late one of the same person. @throws Problem `vote/too-late` once the outcome may be known, and for who came after the end */
  async lay(em: EntityManager, { activity, session }: FoundActivity, { id: participantId, joinedAt }: Participant, value: VoteValue): Promise<LateState> {
    if (isCounted(activity, session.state) || (activity.endedAt && joinedAt > activity.endedAt)) throw new Problem('vote/too-late');
    const row: LateAnswerRow = { activityId: activity.id, participantId, value, arrivedAt: new Date(), countedAt: null, leftOutAt: null };
    await em.upsert(LateAnswerRow, row, ['activityId', 'participantId']);
    this.transactions.afterCommit(() => this.rooms.staffChanged(session.id));
    return 'waiting';
  }

  /**
   * Takes out what is to be counted, but of nobody who was asked to leave since.
   * @param leftOut what had been left out too
   */
  async take<Value extends VoteValue>(em: EntityManager, activityId: string, leftOut: boolean): Promise<{ participantId: string; value: Value }[]> {
    const taken = await em.query<{ participantId: string; value: Value }[]>(
      `select l.participant_id as "participantId", l.value from late_answer l join participant p on p.id = l.participant_id
        where l.activity_id = $1 and l.counted_at is null and (l.left_out_at is null or $2) and p.removed_at is null
        order by l.participant_id for update of l`,
      [activityId, leftOut],
    );
    await em.query('update late_answer set counted_at = now(), left_out_at = null, value = null where activity_id = $1 and participant_id = any($2)', [
      activityId, taken.map(({ participantId }) => participantId),
    ]);
    return taken;
  }

  /** In a vote that went on she has said something anew, or took back what she had said: that holds, and nothing of what came late before. */
  async forgetBefore(em: EntityManager, activityId: string, participantId: string, madeAt: Date): Promise<void> {
    await em.delete(LateAnswerRow, { activityId, participantId, arrivedAt: LessThan(madeAt), countedAt: IsNull() });
  }

  /** Gives how many were. */
  async leaveOut(em: EntityManager, activityId: string): Promise<number> {
    const [, number] = await em.query<[unknown[], number]>(
      `update late_answer l set left_out_at = now() from participant p
        where p.id = l.participant_id and p.removed_at is null and l.activity_id = $1 and l.counted_at is null and l.left_out_at is null`,
      [activityId],
    );
    return number;
  }

  /** What became of somebody's late answer; undefined where there is none. */
  async stateOf(em: EntityManager, { activity, session }: Pick<FoundActivity, 'activity' | 'session'>, participantId: string): Promise<LateState | undefined> {
    const row = await em.findOneBy(LateAnswerRow, { activityId: activity.id, participantId });
    if (!row) return undefined;
    if (row.countedAt) return 'counted';
    return row.leftOutAt || isCounted(activity, session.state) ? 'left-out' : 'waiting';
  }
}
