import type { StartPoll } from '@spolu/contracts/activities/question';
import type { Activity } from '../../session.entity.ts';

/** Nobody planned it, and it has no time limit; the run sheet counts it for a minute. */
const MINUTES = 1;

/**
 * A question typed in the middle of a session, for the place after what was on the screens.
 * @param shown what runs, else what ended last; null: nothing has begun
 */
export function pollAfter(shown: Activity | null, { title, form }: StartPoll, at: { id: string; sessionId: string }): Activity {
  const running = shown?.state === 'running' ? shown : null;
  return {
    ...at,
    position: shown ? shown.position + 1 : 0,
    day: shown?.day ?? 1,
    plan: null,
    ownerId: null,
    kind: 'question',
    title,
    instruction: '',
    staffNotes: '',
    minutes: MINUTES,
    methodId: null,
    settings: { kind: 'question', secrecy: 'blind', form },
    second: null,
    state: 'planned',
    startedAt: null,
    endsAt: null,
    openUntil: null,
    endedAt: null,
    lockedAt: null,
    revealedAt: null,
    roundOf: null,
    // one poll after the other leads back to what ran before the first
    returnsTo: running && (running.returnsTo ?? running.id),
    resultShownAt: null,
    pausedAt: null,
    skippedAt: null,
  };
}
