import type { Language } from '@spolu/contracts/common';
import type { ActivityKind, ActivitySettings, ActivityState, RoomState, RoomVote, SessionState } from '@spolu/contracts/sessions';
import { isHiding } from './activity.ts';
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
/** What only the activity that is shown has. */
export interface ShownParts {
  frames: { id: string; title: string }[];
  cardCount: number;
  vote: RoomVote | null;
}

/** The activity on the screens: the one that runs, else the one that ended last; none before the first. */
export const shownIn = (reading: RoomReading): ReadActivity | null => shownActivity(reading.activities);

/** What all screens of a room may know: nobody's words, nobody's ballot, nobody's name. */
export function roomState(reading: RoomReading, parts: ShownParts | null, version: number, now: Date): RoomState {
  const { id, title, welcome, language, state, code, doorOpen, boardId, participantCount, activities } = reading;
  const shown = shownIn(reading);
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
      return { id, title, kind, minutes, state, waitsForReveal: state !== 'planned' && isHiding(activity) };
    }),
    activity:
      shown?.startedAt && shown.endsAt && parts
        ? {
            id: shown.id,
            kind: shown.kind,
            title: shown.title,
            instruction: shown.instruction,
            state: shown.state,
            startedAt: shown.startedAt.toISOString(),
            endsAt: shown.endsAt.toISOString(),
            locked: shown.lockedAt !== null,
            brainstorm:
              shown.settings.kind === 'brainstorm'
                ? { mode: shown.settings.mode, revealed: shown.revealedAt !== null, frames: parts.frames, cardCount: parts.cardCount }
                : null,
            vote: parts.vote,
          }
        : null,
  };
}
