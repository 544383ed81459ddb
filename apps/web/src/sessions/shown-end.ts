import type { RoomActivity } from '@spolu/contracts/sessions';

/** What the screens count down to: the end of the round where sheets go round, else the activity's. */
export const shownEnd = (activity: RoomActivity): string | null =>
  (activity.kind === 'brainstorm' && activity.part.way?.kind === 'brainwriting' && activity.part.way.roundEndsAt) || activity.endsAt;
