import type { Language } from '@spolu/contracts/common';
import type { ActivityKind, ActivitySettings, ActivityState, RoomActivity, RoomState, RoomVote, SessionState } from '@spolu/contracts/sessions';
import { isHiding, isResumable } from './activity.ts';
import { shownActivity } from './agenda.ts';

/** One reading of the tables, of which the state of the room is made. */
export interface RoomReading {
  id: string;
  title: string;
  welcome: string;
  language: Language;
  state: SessionState;
  code: string | null;
  doorOpen: boolean;
  boardId: string;
  participantCount: number;
  hallActivityId: string | null;
  activities: ReadActivity[];
}
export interface ReadActivity {
  id: string;
  kind: ActivityKind;
  title: string;
  instruction: string;
  staffNotes: string;
  minutes: number;
  settings: ActivitySettings;
  state: ActivityState;
  startedAt: Date | null;
  endsAt: Date | null;
  endedAt: Date | null;
  lockedAt: Date | null;
  revealedAt: Date | null;
  resultShownAt: Date | null;
}
/** What only an activity that is shown has. */
export interface ShownParts {
  frames: { id: string; title: string }[];
  cardCount: number;
  vote: RoomVote | null;
}

/** The activity on the screens: the one that runs, else the one that ended last; none before the first. */
export const shownIn = (reading: RoomReading): ReadActivity | null => shownActivity(reading.activities);

/** The earlier vote that the hall looks at instead. */
export const inHall = ({ activities, hallActivityId }: RoomReading): ReadActivity | null => activities.find(({ id }) => id === hallActivityId) ?? null;

/** What all screens of a room may know: nobody's words, nobody's ballot, nobody's name. */
export function roomState(reading: RoomReading, partsOf: (activityId: string) => ShownParts | undefined, version: number, now: Date): RoomState {
  const { id, title, welcome, language, state, code, doorOpen, boardId, participantCount, activities } = reading;
  const view = (activity: ReadActivity | null) => activity && roomActivity(activity, partsOf(activity.id));
  return {
    sessionId: id,
    version,
    serverNow: now.toISOString(),
    title,
    welcome,
    language,
    state,
    code: state === 'open' ? code : null,
    doorOpen,
    boardId,
    participantCount,
    agenda: activities.map((activity) => {
      const { id, title, kind, minutes, state } = activity;
      return { id, title, kind, minutes, state, waitsForReveal: state !== 'planned' && isHiding(activity), resumable: isResumable(activity) };
    }),
    activity: view(shownIn(reading)),
    hall: view(inHall(reading)),
  };
}

function roomActivity({ id, kind, title, instruction, state, settings, startedAt, endsAt, lockedAt, revealedAt }: ReadActivity, parts: ShownParts | undefined): RoomActivity | null {
  if (!startedAt || !parts) return null;
  return {
    id, kind, title, instruction, state,
    startedAt: startedAt.toISOString(),
    endsAt: endsAt?.toISOString() ?? null,
    locked: lockedAt !== null,
    brainstorm: settings.kind === 'brainstorm' ? { mode: settings.mode, revealed: revealedAt !== null, frames: parts.frames, cardCount: parts.cardCount } : null,
    vote: parts.vote,
  };
}
