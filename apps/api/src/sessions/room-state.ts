import { wordsOfActivity, wordsOfSession } from '@spolu/contracts/activity-words';
import type { Language } from '@spolu/contracts/common';
import type { ActivityKind, ActivitySettings, RoomParts } from '@spolu/contracts/activities/kinds';
import type { RoomHands } from '@spolu/contracts/hands';
import type { MeaningAsked } from '@spolu/contracts/meaning';
import type { SecondWords } from '@spolu/contracts/second-language';
import type { ActivityState, RoomActivity, RoomLook, RoomState, SessionState } from '@spolu/contracts/sessions';
import { rulesOf } from './activities/kind-rules.ts';
import { isHiding, isResumable } from './activity.ts';
import { shownActivity } from './agenda.ts';
import { shownPairs } from './second-words.ts';

/** One reading of the tables, of which the state of the room is made. */
export interface RoomReading {
  id: string;
  title: string;
  welcome: string;
  language: Language;
  secondLanguage: Language | null;
  second: SecondWords | null;
  state: SessionState;
  code: string | null;
  doorOpen: boolean;
  boardId: string;
  participantCount: number;
  hallActivityId: string | null;
  activities: ReadActivity[];
  hands: RoomHands;
  meaning: MeaningAsked | null;
  look: RoomLook | null;
}
export interface ReadActivity {
  id: string;
  kind: ActivityKind;
  title: string;
  instruction: string;
  staffNotes: string;
  minutes: number;
  settings: ActivitySettings;
  second: SecondWords | null;
  state: ActivityState;
  startedAt: Date | null;
  endsAt: Date | null;
  openUntil: Date | null;
  endedAt: Date | null;
  lockedAt: Date | null;
  revealedAt: Date | null;
  resultShownAt: Date | null;
  pausedAt: Date | null;
  skippedAt: Date | null;
}
/** What its kind tells of an activity that is shown. */
export type ShownPart = RoomParts[ActivityKind];

/** The activity on the screens: the one that runs, else the one that ended last; none before the first. */
export const shownIn = (reading: RoomReading): ReadActivity | null => shownActivity(reading.activities);

/** The earlier vote that the hall looks at instead. */
export const inHall = ({ activities, hallActivityId }: RoomReading): ReadActivity | null => activities.find(({ id }) => id === hallActivityId) ?? null;

/** What all screens of a room may know: nobody's words, nobody's ballot, nobody's name. */
export function roomState(reading: RoomReading, partOf: (activityId: string) => ShownPart | undefined, version: number, now: Date): RoomState {
  const { id, title, welcome, language, secondLanguage, state, code, doorOpen, boardId, participantCount, activities, hands, meaning, look } = reading;
  const second = shownPairs(reading.second, wordsOfSession(reading), secondLanguage);
  const view = (activity: ReadActivity | null) => activity && roomActivity(activity, secondLanguage, partOf(activity.id));
  return {
    sessionId: id,
    version,
    serverNow: now.toISOString(),
    title,
    welcome,
    language,
    secondLanguage,
    ...(second && { second }),
    state,
    code: state === 'open' ? code : null,
    doorOpen,
    boardId,
    participantCount,
    agenda: activities.map((activity) => {
      const { id, title, kind, minutes, openUntil, state } = activity;
      const secondTitle = shownPairs(activity.second, wordsOfActivity(activity), secondLanguage)?.find(({ of }) => of === title)?.is;
      return { id, title, ...(secondTitle && { secondTitle }), kind, minutes, openUntil: openUntil?.toISOString() ?? null, state, waitsForReveal: state !== 'planned' && isHiding(activity), resumable: isResumable(activity), skipped: activity.skippedAt !== null, hasResult: state === 'ended' && rulesOf(activity.settings).isCounted };
    }),
    activity: view(shownIn(reading)),
    hall: view(inHall(reading)),
    hands,
    meaning: state === 'open' ? meaning : null,
    look: state === 'open' ? look : null,
  };
}

function roomActivity(activity: ReadActivity, secondLanguage: Language | null, part: ShownPart | undefined): RoomActivity | null {
  const { id, kind, title, instruction, state, settings, startedAt, endsAt, openUntil, lockedAt, resultShownAt, pausedAt } = activity;
  if (!startedAt || part === undefined) return null;
  const second = shownPairs(activity.second, wordsOfActivity(activity), secondLanguage);
  const shown = {
    id, kind, title, instruction, ...(second && { second }), state,
    startedAt: startedAt.toISOString(),
    endsAt: endsAt?.toISOString() ?? null,
    endsItself: openUntil !== null,
    pausedAt: pausedAt?.toISOString() ?? null,
    locked: lockedAt !== null,
    waitsForReveal: isHiding(activity),
    isCounted: rulesOf(settings).isCounted,
    resultShown: resultShownAt !== null,
    part,
  };
  // the part was read by the kind's own reader
  return shown as RoomActivity;
}
