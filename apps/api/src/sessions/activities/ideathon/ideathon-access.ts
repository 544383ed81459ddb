import { Injectable } from '@nestjs/common';
import type { IdeathonSettings } from '@spolu/contracts/activities/ideathon';
import { Problem } from '@spolu/contracts/problems';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../../../database/transactions.ts';
import { demand, type Policy } from '../../../http/policy.ts';
import type { Viewer } from '../../../http/viewer.ts';
import { demandRunning } from '../../activity.ts';
import { Rooms } from '../../rooms.ts';
import { type FoundActivity, type Purpose, SessionAccess } from '../../session-access.ts';
import { Activity, type Participant } from '../../session.entity.ts';
import { takePart } from '../../sessions.policy.ts';
import { Ideathon } from './ideathon.entity.ts';
import { settingsOf } from './ideathon-rules.ts';

export interface FoundIdeathon extends FoundActivity {
  settings: IdeathonSettings;
  ideathon: Ideathon;
}
export interface AttendedIdeathon extends FoundIdeathon {
  participant: Participant;
}

/** How every use case of an ideathon begins: it is found, the policy is asked, and what is changed is held. */
@Injectable()
export class IdeathonAccess {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: SessionAccess,
    private readonly rooms: Rooms,
  ) {}

  /**
   * What people do for themselves, never while somebody steers. The room is told of counts.
   * @throws Problem `not-found`, `session/removed`, `activity/not-running`, `board/read-only` while it is locked
   */
  takingPart<T>(me: Viewer, activityId: string, work: (em: EntityManager, found: AttendedIdeathon) => Promise<T>): Promise<T> {
    return this.transactions.run(async (em) => {
      const found = await this.found(em, activityId, 'contribute');
      demand(takePart, me, found.facts);
      const participant = await this.access.participant(me, found.session.id, em);
      demandRunning(found.activity);
      if (found.activity.lockedAt) throw new Problem('board/read-only');
      const done = await work(em, { ...found, participant });
      this.transactions.afterCommit(() => this.rooms.countsChanged(found.session.id));
      return done;
    });
  }

  /** What the staff do with it, one after the other, while nobody takes part in it. The room is told. */
  steering<T>(me: Viewer, policy: Policy, activityId: string, work: (em: EntityManager, found: FoundIdeathon) => Promise<T>): Promise<T> {
    return this.transactions.run(async (em) => {
      const found = await this.found(em, activityId, 'steer');
      demand(policy, me, found.facts);
      demandRunning(found.activity);
      await em.findOne(Activity, { where: { id: activityId }, lock: { mode: 'pessimistic_write' } });
      // whoever took part until now may have changed it
      const ideathon = await em.findOneByOrFail(Ideathon, { activityId });
      const done = await work(em, { ...found, ideathon });
      this.transactions.afterCommit(() => this.rooms.changed(found.session.id));
      return done;
    });
  }

  /** Only looked at, in any state. @throws Problem `not-found` */
  async reading(me: Viewer, policy: Policy, activityId: string): Promise<FoundIdeathon & { em: EntityManager }> {
    const em = this.transactions.manager;
    const found = await this.found(em, activityId, 'read');
    demand(policy, me, found.facts);
    return { ...found, em };
  }

  /** @throws Problem `not-found` */
  async attending(me: Viewer, activityId: string): Promise<AttendedIdeathon & { em: EntityManager }> {
    const found = await this.reading(me, takePart, activityId);
    return { ...found, participant: await this.access.participant(me, found.session.id) };
  }

  /** @throws Problem `not-found`, also for one of another kind and one that has not begun */
  private async found(em: EntityManager, activityId: string, purpose: Purpose): Promise<FoundIdeathon> {
    const found = await this.access.activity(activityId, purpose, em);
    const settings = settingsOf(found.activity);
    const ideathon = await em.findOneBy(Ideathon, { activityId });
    if (!ideathon) throw new Problem('not-found');
    return { ...found, settings, ideathon };
  }
}
