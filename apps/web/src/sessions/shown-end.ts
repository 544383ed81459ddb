import type { RoomActivity } from '@spolu/contracts/sessions';

/** What the screens count down to: the end of the round where sheets go round, else the activity's. */
export const shownEnd = (activity: RoomActivity): string | null =>
  (activity.kind === 'brainstorm' && activity.part.way?.kind === 'brainwriting' && activity.part.way.roundEndsAt) || activity.endsAt;

/** Nearer than this the clock is shown of what is open until a day, before it the day. */
const NEAR_SECONDS = 3_600;
/** Whether the screens tell the day and hour of its end instead of counting down to it. */
export const showsDay = ({ endsItself }: RoomActivity, secondsLeft: number): boolean => endsItself && secondsLeft > NEAR_SECONDS;
