import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type OwnPace, Pace, type SayPace } from '@spolu/contracts/pace';
import { z } from 'zod';
import { Transactions } from '../../database/transactions.ts';
import { demand } from '../../http/policy.ts';
import type { Viewer } from '../../http/viewer.ts';
import { notice, Peers } from '../../peers/peers.ts';
import { demandOpen } from '../activity.ts';
import { Rooms } from '../rooms.ts';
import { SessionAccess } from '../session-access.ts';
import { Activity } from '../session.entity.ts';
import { takePart } from '../sessions.policy.ts';
import { PaceBook } from './pace-book.ts';

/** Between two countings. */
const STEP_MS = 10_000;

/** What was said at another server: on its way for a moment, kept nowhere there either. */
const PaceSaid = notice('pace.said', z.strictObject({ sessionId: z.string(), activityId: z.string().nullable(), participantId: z.string(), pace: Pace.nullable() }));

/** “Too fast”, “lost”, “fine”: said on the phones, told to the staff as counts (decision 0087). */
@Injectable()
export class PaceService implements OnApplicationShutdown {
  private readonly steps = new Map<string, ReturnType<typeof setInterval>>();

  constructor(
    private readonly transactions: Transactions,
    private readonly access: SessionAccess,
    private readonly book: PaceBook,
    private readonly rooms: Rooms,
    private readonly peers: Peers,
  ) {
    peers.on(PaceSaid, (said) => this.take(said));
  }

  onApplicationShutdown(): void {
    for (const step of this.steps.values()) clearInterval(step);
    this.steps.clear();
  }

  async own(me: Viewer, sessionId: string): Promise<OwnPace> {
    const { participantId, activityId } = await this.place(me, sessionId);
    return this.book.own(sessionId, activityId, participantId, new Date());
  }

  /** @throws Problem `session/not-open`, `session/closed` */
  async say(me: Viewer, sessionId: string, { pace }: SayPace): Promise<OwnPace> {
    const place = await this.place(me, sessionId);
    demandOpen(place.sessionState);
    const said = { sessionId, activityId: place.activityId, participantId: place.participantId, pace };
    this.take(said);
    this.peers.tell(PaceSaid, said);
    return this.book.own(sessionId, place.activityId, place.participantId, new Date());
  }

  private take({ sessionId, activityId, participantId, pace }: z.infer<typeof PaceSaid.body>): void {
    this.book.say(sessionId, activityId, participantId, pace, new Date());
    if (!this.steps.has(sessionId)) this.steps.set(sessionId, setInterval(() => this.step(sessionId), STEP_MS).unref());
  }

  /** Counts what was said since the last step, and tells the staff where that changed anything. */
  step(sessionId: string, now = new Date()): void {
    const { changed, empty } = this.book.step(sessionId, now);
    if (changed) this.rooms.staffChanged(sessionId);
    if (!empty) return;
    clearInterval(this.steps.get(sessionId));
    this.steps.delete(sessionId);
  }

  private async place(me: Viewer, sessionId: string) {
    const { facts } = await this.access.session(sessionId);
    demand(takePart, me, facts);
    const { id: participantId } = await this.access.participant(me, sessionId);
    const running = await this.transactions.manager.findOne(Activity, { where: { sessionId, state: 'running' }, select: { id: true } });
    return { participantId, activityId: running?.id ?? null, sessionState: facts.sessionState };
  }
}
