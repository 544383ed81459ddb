import type { ActivitySettings } from '@spolu/contracts/activities/kinds';
import { Problem } from '@spolu/contracts/problems';
import type { CardState, DecideInbox } from '@spolu/contracts/activities/brainstorm';
import { isHiding, type RunnableActivity } from '../../activity.ts';
import { arrive } from '../late/arrival.ts';
import { isAnonymous, isModerated } from './brainstorm-rules.ts';

const MINUTE_MS = 60_000;

/** Kinds in which people write. */
export const takesCards = ({ kind }: Pick<ActivitySettings, 'kind'>) => kind === 'brainstorm' || kind === 'breakout';

/** How a card is taken in: when it counts as composed, and what becomes of it now. */
export interface Reception {
  composedAt: Date;
  state: Exclude<CardState, 'removed' | 'aside'>;
}

/**
 * What becomes of a card that arrives now; what is late waits in the late tray for the facilitator.
 * @throws Problem `activity/not-running` before it began, `board/read-only` for what was composed while it is locked
 */
export function receive(activity: RunnableActivity, composedAt: Date, now: Date): Reception {
  if (!takesCards(activity.settings)) throw new Problem('activity/not-running');
  const { madeAt, isLate } = arrive(activity, composedAt, now);
  return {
    composedAt: isAnonymous(activity.settings) ? toMinute(madeAt) : madeAt,
    state: isLate ? 'late' : isModerated(activity.settings) ? 'inbox' : visibleState(activity),
  };
}

/** As the activity shows its notes by now. */
export const visibleState = (activity: RunnableActivity) => (isHiding(activity) ? 'held' : 'shown');

/** An exact moment beside an anonymous text would say whose phone was sending then. */
const toMinute = (moment: Date) => new Date(Math.floor(moment.getTime() / MINUTE_MS) * MINUTE_MS);

/** What somebody in the room may do with a card of her own. */
export interface OwnCard {
  state: CardState;
}

/**
 * One's own words can be changed until the activity's end, but for those that staff read first: what they read is what comes onto the board.
 * @throws Problem `not-found` for a removed card, `card/moderated`, `activity/too-late` after the end, `board/read-only` while locked
 */
export function checkEdit(card: OwnCard, activity: RunnableActivity): void {
  if (card.state === 'removed') throw new Problem('not-found');
  if (isModerated(activity.settings)) throw new Problem('card/moderated');
  checkChange(activity);
}

function checkChange(activity: RunnableActivity): void {
  if (activity.state !== 'running') throw new Problem('activity/too-late');
  if (activity.lockedAt) throw new Problem('board/read-only');
}

/**
 * What nobody has seen yet can be taken back at any time; what stands on the board only until the activity's end.
 * @throws Problem `activity/too-late` after the end, `board/read-only` while locked
 */
export function checkRemoval(card: OwnCard, activity: RunnableActivity): void {
  if (card.state === 'shown') checkChange(activity);
}

/** The facilitator takes a late card in: as the activity shows its notes by now. @throws Problem `conflict` where it does not lie in the late tray */
export function accept(card: OwnCard, activity: RunnableActivity): 'held' | 'shown' {
  if (card.state !== 'late') throw new Problem('conflict', { state: card.state });
  return visibleState(activity);
}

/** From where the screen saw it, to where. */
export type InboxMove = Pick<DecideInbox, 'from' | 'to'>;

const WHERE: Partial<Record<CardState, DecideInbox['from']>> = { inbox: 'inbox', aside: 'aside', held: 'board', shown: 'board' };

/**
 * What becomes of a card when staff decide about it: null where it is not where their screen saw it, because somebody was faster. What is decided first holds.
 * @throws Problem `conflict` for an activity without an inbox
 */
export function decide({ state }: OwnCard, { from, to }: InboxMove, activity: RunnableActivity): 'inbox' | 'aside' | 'held' | 'shown' | null {
  if (!isModerated(activity.settings)) throw new Problem('conflict', { kind: activity.settings.kind });
  if (WHERE[state] !== from) return null;
  return to === 'board' ? visibleState(activity) : to;
}
