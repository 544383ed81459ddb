import { Injectable } from '@nestjs/common';
import type { AnswerValue } from '@spolu/contracts/activities/answers';
import type { HideSaid, StaffSaid } from '@spolu/contracts/activities/question';
import { Problem } from '@spolu/contracts/problems';
import { tallySaid } from '@spolu/deliberation/said';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../../../database/transactions.ts';
import { demand } from '../../../http/policy.ts';
import type { Viewer } from '../../../http/viewer.ts';
import { keepsWordsSecret } from '../../activity.ts';
import { Rooms } from '../../rooms.ts';
import { type FoundActivity, SessionAccess } from '../../session-access.ts';
import { Activity } from '../../session.entity.ts';
import { hideAnswers } from '../../sessions.policy.ts';
import { HiddenAnswer } from '../answers/answer.entity.ts';
import { isInOwnWords } from '../answers/answered.ts';
import { hiddenIn } from '../answers/hidden.ts';
import { saidText, wordsOf } from './said.ts';

/** Staff look at what was said in people's own words before the hall does, and take off what nobody is to read. No figures of a vote stand here (decision 0112). */
@Injectable()
export class SaidService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: SessionAccess,
    private readonly rooms: Rooms,
  ) {}

  /** All that was said, also what is hidden. @throws Problem `conflict` where nobody is asked for words, or people still answer */
  async all(me: Viewer, activityId: string): Promise<StaffSaid[]> {
    return this.transactions.run(async (em) => {
      const found = await this.access.activity(activityId, 'steer', em);
      demand(hideAnswers, me, found.facts);
      return this.read(em, found);
    });
  }

  /** Hides one from the screens and the report, or shows it again. @throws Problem `not-found` where nobody said it, and as {@link all} */
  async hide(me: Viewer, activityId: string, { id: digest, hidden }: HideSaid): Promise<void> {
    return this.transactions.run(async (em) => {
      const found = await this.access.activity(activityId, 'steer', em);
      const { session, facts } = found;
      demand(hideAnswers, me, facts);
      if (!(await this.read(em, found)).some(({ id }) => id === digest)) throw new Problem('not-found');
      if (hidden) await em.upsert(HiddenAnswer, { activityId, digest, hiddenBy: me.person?.id ?? null }, ['activityId', 'digest']);
      else await em.delete(HiddenAnswer, { activityId, digest });
      this.transactions.afterCommit(() => this.rooms.changed(session.id));
    });
  }

  /** Of a question that tells no names it is remembered that they were read: it goes on no more. */
  private async read(em: EntityManager, { activity, session }: FoundActivity): Promise<StaffSaid[]> {
    const { id, settings, state, revealedAt } = activity;
    if (!isInOwnWords(settings) || state !== 'ended') throw new Problem('conflict', { kind: settings.kind, state });
    if (keepsWordsSecret(settings) && revealedAt === null) {
      await em.update(Activity, { id }, { revealedAt: new Date() });
      this.transactions.afterCommit(() => this.rooms.changed(session.id));
    }
    const rows = await em.query<{ value: AnswerValue }[]>('select value from answer where activity_id = $1 union all select value from secret_answer where activity_id = $1', [id]);
    const hidden = await hiddenIn(em, id);
    return tallySaid(rows.map(({ value }) => wordsOf(value)), 0).said.map(saidText).map(({ id: digest, text, count }) => ({ id: digest, text, count, hidden: hidden.has(digest) }));
  }
}
