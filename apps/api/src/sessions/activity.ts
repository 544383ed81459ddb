import { Problem } from '@spolu/contracts/problems';
import type { ActivitySettings } from '@spolu/contracts/activities/kinds';
import { mayStayOpen, OPEN_DAYS_MAX } from '@spolu/contracts/activities/open-until';
import type { ActivityState, Resume, SessionState } from '@spolu/contracts/sessions';
import { isInOwnWords } from './activities/answers/answered.ts';
import { rulesOf } from './activities/kind-rules.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** What of an activity changes while it runs. */
export interface ActivityRun {
  state: ActivityState;
  startedAt: Date | null;
  endsAt: Date | null;
  /** Then it ends by itself. */
  openUntil: Date | null;
  endedAt: Date | null;
  lockedAt: Date | null;
  /** What waited was shown to everybody; of a secret question in own words, to staff. */
  revealedAt: Date | null;
  resultShownAt: Date | null;
  /** Its time has stood still since then. */
  pausedAt: Date | null;
  /** Left out, while it is planned. */
  skippedAt: Date | null;
}
export interface RunnableActivity extends ActivityRun {
  minutes: number;
  settings: ActivitySettings;
}
/** The columns that a step changes. */
export type RunStep = Partial<ActivityRun>;

/**
 * An activity starts once, while its session is open. What people write is seen at once unless it is hidden.
 * @throws Problem `session/not-open`, `session/closed`, `activity/already-started`, `activity/open-until-passed`
 */
export function start(activity: RunnableActivity, sessionState: SessionState, now: Date): RunStep {
  demandOpen(sessionState);
  if (activity.state !== 'planned') throw new Problem('activity/already-started');
  if (activity.openUntil && activity.openUntil <= now) throw new Problem('activity/open-until-passed');
  const { hides } = rulesOf(activity.settings);
  return {
    state: 'running',
    startedAt: now,
    endsAt: activity.openUntil ?? new Date(now.getTime() + activity.minutes * MINUTE_MS),
    revealedAt: hides && !hides(activity.settings) ? now : null,
    skippedAt: null,
  };
}

/** @throws Problem `activity/not-running` */
export function end(activity: RunnableActivity, now: Date): RunStep {
  demandRunning(activity);
  return { state: 'ended', endedAt: now, ...goOn(activity, now) };
}

/**
 * An ended activity goes on as it was: what waited for its reveal still waits, what was locked stays locked. Not a vote whose result was shown: whoever
 * votes on knows how the others did (decision 0033). Nor a question without names whose words staff have read: a new one beside them would be known for its author's.
 * @throws Problem `session/closed`, `activity/not-ended`, `vote/result-shown`, `vote/words-read`
 */
export function resume(activity: RunnableActivity, sessionState: SessionState, until: Resume['until'], now: Date): RunStep {
  demandOpen(sessionState);
  if (activity.state !== 'ended') throw new Problem('activity/not-ended');
  if (activity.resultShownAt) throw new Problem('vote/result-shown');
  if (areWordsRead(activity)) throw new Problem('vote/words-read');
  const endsAt = resumedEnd(activity, until, now);
  // a day that is over would end it at once
  return { state: 'running', endedAt: null, endsAt, ...(activity.openUntil && { openUntil: endsAt && endsAt > now ? endsAt : null }) };
}

function resumedEnd({ endsAt, endedAt, openUntil }: RunnableActivity, until: Resume['until'], now: Date): Date | null {
  // its day does not move because something came between
  if (until === 'as-before' || (until === 'left' && openUntil)) return endsAt;
  if (until === 'left') return endsAt && endedAt && new Date(now.getTime() + endsAt.getTime() - endedAt.getTime());
  return until === 'ended' ? null : new Date(now.getTime() + until * MINUTE_MS);
}

export const isResumable = (activity: Pick<RunnableActivity, 'state' | 'settings' | 'resultShownAt' | 'revealedAt'>) =>
  activity.state === 'ended' && activity.resultShownAt === null && !areWordsRead(activity);

/** Whether its words, once staff read them, must stay as they are. */
export const keepsWordsSecret = (settings: ActivitySettings) => isInOwnWords(settings) && 'secrecy' in settings && settings.secrecy !== 'open';
/** Staff read them, and nobody is to be known by hers: what comes in one by one would be told from what they read. */
export const areWordsRead = ({ settings, revealedAt }: Pick<RunnableActivity, 'settings' | 'revealedAt'>) => revealedAt !== null && keepsWordsSecret(settings);

/**
 * Whether a vote's count may be told to anybody: its result was shown, or the session is closed. Until then it may go on, and whoever knew the count,
 * staff included, could let it run until it pleases her (SEC-46).
 */
export const isCounted = ({ state, resultShownAt }: Pick<ActivityRun, 'state' | 'resultShownAt'>, sessionState: SessionState) =>
  state === 'ended' && (resultShownAt !== null || sessionState === 'closed');

/** Its time stands still, or goes on with as much as was left. Pausing twice keeps the first moment. @throws Problem `activity/not-running`, `conflict` for one that is open until a day */
export function pause(activity: RunnableActivity, paused: boolean, now: Date): RunStep {
  demandRunning(activity);
  if (activity.openUntil) throw new Problem('conflict', { kind: activity.settings.kind });
  return paused ? { pausedAt: activity.pausedAt ?? now } : goOn(activity, now);
}

function goOn({ pausedAt, endsAt }: RunnableActivity, now: Date): RunStep {
  if (!pausedAt) return {};
  return { pausedAt: null, endsAt: endsAt && new Date(endsAt.getTime() + now.getTime() - pausedAt.getTime()) };
}

/** Left out of the agenda or taken in again; what has begun can't be. @throws Problem `session/closed`, `activity/already-started` */
export function skip(activity: RunnableActivity, sessionState: SessionState, skipped: boolean, now: Date): RunStep {
  demandOpen(sessionState);
  if (activity.state !== 'planned') throw new Problem('activity/already-started');
  return { skippedAt: skipped ? (activity.skippedAt ?? now) : null };
}

/**
 * More time: counted from the end it has, or from now where that is past or it has none; while it is paused, from where its time stands.
 * @param seen its end as far as the screen knew: of two who press at once only one extends
 * @throws Problem `activity/not-running`, `changed-meanwhile`
 */
export function extend(activity: RunnableActivity, minutes: number, now: Date, seen?: Date | null): RunStep {
  demandRunning(activity);
  demandSeenEnd(activity, seen);
  const from = Math.max(activity.endsAt?.getTime() ?? 0, (activity.pausedAt ?? now).getTime());
  const endsAt = new Date(from + minutes * MINUTE_MS);
  return { endsAt, ...(activity.openUntil && { openUntil: endsAt }) };
}

/**
 * It is open until then and ends by itself, for people who come when they like; its time goes on if it stood still. Null: until somebody ends it.
 * @param seen as for {@link extend}
 * @throws Problem `activity/not-running`, `changed-meanwhile`, `invalid-input` for a kind that needs people at the same time, and for a time that is past or too far away
 */
export function leaveOpen(activity: RunnableActivity, until: Date | null, now: Date, seen?: Date | null): RunStep {
  demandRunning(activity);
  demandSeenEnd(activity, seen);
  demandOpenable(activity.settings, until, now);
  return { openUntil: until, endsAt: until, pausedAt: null };
}

/** @throws Problem `invalid-input` */
export function demandOpenable(settings: ActivitySettings, until: Date | null, now: Date): void {
  if (until === null) return;
  const days = (until.getTime() - now.getTime()) / DAY_MS;
  const code = !mayStayOpen(settings) ? 'not-allowed' : days <= 0 ? 'too-small' : days > OPEN_DAYS_MAX ? 'too-big' : null;
  if (code) throw new Problem('invalid-input', {}, [{ path: 'openUntil', code, ...(code === 'too-big' && { limit: OPEN_DAYS_MAX }) }]);
}

/** Its day and hour have come. */
export const isOver = ({ state, openUntil }: Pick<ActivityRun, 'state' | 'openUntil'>, now: Date): boolean => state === 'running' && openUntil !== null && openUntil <= now;

/** @throws Problem `changed-meanwhile` where it has another end by now than the screen knew */
function demandSeenEnd({ endsAt }: Pick<ActivityRun, 'endsAt'>, seen: Date | null | undefined): void {
  if (seen !== undefined && seen?.getTime() !== endsAt?.getTime()) throw new Problem('changed-meanwhile');
}

/** Locking twice keeps the first moment. @throws Problem `activity/not-running` */
export function lock(activity: RunnableActivity, locked: boolean, now: Date): RunStep {
  demandRunning(activity);
  return { lockedAt: locked ? (activity.lockedAt ?? now) : null };
}

/** What was hidden is shown to everybody, while the activity runs or after it. @throws Problem `conflict` for a kind that hides nothing, `activity/not-running`, `activity/already-revealed` */
export function reveal(activity: RunnableActivity, now: Date): RunStep {
  if (rulesOf(activity.settings).hides === null) throw new Problem('conflict', { kind: activity.settings.kind });
  if (activity.state === 'planned') throw new Problem('activity/not-running');
  if (activity.revealedAt) throw new Problem('activity/already-revealed');
  return { revealedAt: now };
}

/** A vote's result is shown after its end, never before (SEC-46). @throws Problem `conflict` */
export function showResult(activity: RunnableActivity, now: Date): RunStep {
  if (!rulesOf(activity.settings).isCounted || activity.state !== 'ended') throw new Problem('conflict', { kind: activity.settings.kind, state: activity.state });
  return { resultShownAt: activity.resultShownAt ?? now };
}

/** @throws Problem `session/not-open` before, `session/closed` after */
export function demandOpen(state: SessionState): void {
  if (state === 'preparing') throw new Problem('session/not-open');
  if (state === 'closed') throw new Problem('session/closed');
}

/** @throws Problem `activity/other-running` where something else runs than the command was given for */
export function demandSeen(running: { id: string } | null, seen: string | null | undefined): void {
  if (seen !== undefined && seen !== (running?.id ?? null)) throw new Problem('activity/other-running');
}

export function demandRunning({ state }: Pick<ActivityRun, 'state'>): void {
  if (state !== 'running') throw new Problem('activity/not-running');
}

/** Whether what people write waits for the reveal. */
export const isHiding = ({ settings, revealedAt }: Pick<RunnableActivity, 'settings' | 'revealedAt'>) =>
  revealedAt === null && (rulesOf(settings).hides?.(settings) ?? false);
