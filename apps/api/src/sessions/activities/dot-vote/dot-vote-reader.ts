import { Injectable } from '@nestjs/common';
import type { ReportVote, RoomVote } from '@spolu/contracts/activities/dot-vote';
import type { EntityManager } from 'typeorm';
import { isCounted } from '../../activity.ts';
import type { SessionFindings } from '../../report-findings.ts';
import type { ReadActivity } from '../../room-state.ts';
import { lateTold } from '../late/read-late.ts';
import type { KindReader } from '../kind-reader.ts';
import { VoteCounts } from './vote-counts.ts';

/** How many have voted, and the count once it may be told (SEC-46). */
@Injectable()
export class DotVoteReader implements KindReader<'dot-vote'> {
  constructor(private readonly counts: VoteCounts) {}

  roomPart(em: EntityManager, activity: ReadActivity): Promise<RoomVote> {
    return this.counts.roomVote(em, activity);
  }

  async reportPart(em: EntityManager, activity: ReadActivity, { sessionState }: SessionFindings): Promise<ReportVote | null> {
    if (!isCounted(activity, sessionState)) return null;
    const late = await lateTold(em, activity.id);
    const rules = await this.counts.rulesOf(em, activity.id);
    return {
      ...rules,
      ...(await this.counts.heldOf(em, activity, sessionState)),
      result: await this.counts.resultOf(em, activity.id),
      sectors: await this.counts.sectorsOf(em, activity.id),
      ...(late && { late }),
    };
  }
}
