import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { partOf } from '@spolu/contracts/activities/part-of';
import type { RoomState } from '@spolu/contracts/sessions';
import type { Logger } from 'pino';
import { Transactions } from '../../../../database/transactions.ts';
import { LOGGER } from '../../../../http/logger.ts';
import { Rooms } from '../../../rooms.ts';
import { SessionAccess } from '../../../session-access.ts';
import { after, type Silence, silenceOf } from './circle.ts';
import { RoundRobin } from './round-robin.entity.ts';
import { circleOf, comeBack, handOn, holdWord, passOver } from './word.ts';

const STEP_MS = 5_000;
/** So long the word waits for who has no signal: a phone asleep in a pocket wakes sooner. */
export const GRACE_MS = 20_000;

/**
 * Keeps the word going: past who has no signal, and to somebody again where nobody had it. Each server looks at the rooms that are followed at it and asks who is online
 * at all of them; of two that come to the same the second finds another turn and lets it be. Only since when it is silent is in memory: after a restart one waits anew.
 */
@Injectable()
export class WordKeeper implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | null = null;
  /** By activity. */
  private silences = new Map<string, Silence>();

  constructor(
    private readonly transactions: Transactions,
    private readonly access: SessionAccess,
    private readonly rooms: Rooms,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      if (!this.looking) void this.step(new Date());
    }, STEP_MS).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
  }

  /** Looks at all rooms, one after the other, and after a look that goes on. */
  async step(now: Date): Promise<void> {
    const mine = (this.looking ?? Promise.resolve()).then(() => this.look(now));
    this.looking = mine;
    await mine;
    if (this.looking === mine) this.looking = null;
  }

  private async look(now: Date): Promise<void> {
    const silences = new Map<string, Silence>();
    for (const { sessionId, activity } of this.rooms.followed()) {
      if (!activity || !isGoingRound(activity)) continue;
      try {
        const silence = await this.tend(sessionId, activity.id, now);
        if (silence) silences.set(activity.id, silence);
      } catch (error) {
        this.logger.error({ err: error, sessionId }, 'the word could not go on by itself');
      }
    }
    this.silences = silences;
  }

  private async tend(sessionId: string, activityId: string, now: Date): Promise<Silence | null> {
    const { manager } = this.transactions;
    const word = await manager.findOneBy(RoundRobin, { activityId });
    if (!word) return null;
    const circle = await circleOf(manager, activityId);
    const here = new Set(circle.filter(({ id, hasDevice }) => !hasDevice || this.rooms.isOnline(sessionId, id)).map(({ id }) => id));
    const backIds = circle.filter(({ id, isAway }) => isAway && here.has(id)).map(({ id }) => id);
    const silence = silenceOf(word, circle, (id) => here.has(id), this.silences.get(activityId), now);
    const isOver = silence !== null && now.getTime() - silence.since.getTime() >= GRACE_MS;
    const isFree = word.participantId === null && (backIds.length > 0 || after(circle, word).length > 0);
    if (backIds.length === 0 && !isOver && !isFree) return silence;
    await this.transactions.run(async (em) => {
      const { activity } = await this.access.activity(activityId, 'contribute', em);
      const held = await holdWord(em, activityId);
      // somebody was faster, or it ended: the next look sees it
      if (activity.state !== 'running' || held?.turn !== word.turn) return;
      await comeBack(em, activityId, backIds, now);
      if (isOver) await passOver(em, held, now);
      else if (isFree) await handOn(em, held);
      this.transactions.afterCommit(() => this.rooms.changed(sessionId));
    });
    return silence;
  }
}

/** In a pause people put their phones away. */
const isGoingRound = (activity: NonNullable<RoomState['activity']>) =>
  activity.state === 'running' && activity.pausedAt === null && partOf(activity, 'brainstorm')?.way?.kind === 'round-robin';
