import { Injectable } from '@nestjs/common';
import type { DecideLate } from '@spolu/contracts/activities/late';
import { Problem } from '@spolu/contracts/problems';
import { GROUP_MIN } from '@spolu/contracts/question-texts';
import { Transactions } from '../../../database/transactions.ts';
import { demand } from '../../../http/policy.ts';
import type { Viewer } from '../../../http/viewer.ts';
import { IdentityService } from '../../../identity/identity.service.ts';
import { areWordsRead, isCounted } from '../../activity.ts';
import { Rooms } from '../../rooms.ts';
import { SessionAccess } from '../../session-access.ts';
import { runSession } from '../../sessions.policy.ts';
import { AnswersService } from '../answers/answers.service.ts';
import { VotesService } from '../dot-vote/votes.service.ts';
import { LateTray } from './late-tray.ts';

/** Whoever runs the session decides about what came late: about all of a vote alike, without seeing whose or which. */
@Injectable()
export class LateService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: SessionAccess,
    private readonly identity: IdentityService,
    private readonly tray: LateTray,
    private readonly answers: AnswersService,
    private readonly votes: VotesService,
    private readonly rooms: Rooms,
  ) {}

  /** @throws Problem `activity/not-ended`, `vote/result-shown` once the outcome may be known, `vote/too-few-late` where fewer than five would be told from what staff read */
  async decide(me: Viewer, activityId: string, { count }: DecideLate): Promise<void> {
    return this.transactions.run(async (em) => {
      const { activity, session, facts } = await this.access.activity(activityId, 'steer', em);
      demand(runSession, me, facts);
      if (activity.state !== 'ended') throw new Problem('activity/not-ended');
      if (isCounted(activity, session.state)) throw new Problem('vote/result-shown');
      const votes = activity.kind === 'dot-vote' ? this.votes : this.answers;
      const number = count ? await votes.countLate(em, activityId, true) : await this.tray.leaveOut(em, activityId);
      if (count && areWordsRead(activity) && number < GROUP_MIN) throw new Problem('vote/too-few-late', { least: GROUP_MIN });
      if (number > 0) {
        const action = count ? 'late-answers.counted' : 'late-answers.left-out';
        await this.identity.audit(em, { by: me, action, subjectKind: 'activity', subjectId: activityId, facts: { number } });
      }
      this.transactions.afterCommit(() => this.rooms.changed(session.id));
    });
  }
}
