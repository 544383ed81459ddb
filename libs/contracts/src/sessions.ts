import { z } from 'zod';
import type { WordPair } from './activity-words.ts';
import type { RoomHands, StaffHand } from './hands.ts';
import type { MeaningAsked } from './meaning.ts';
import type { PaceCounts } from './pace.ts';
import type { ReportClusters } from './activities/cluster.ts';
import { type ActivityKind, ActivitySettings, type ReportParts, type RoomParts } from './activities/kinds.ts';
import type { LateAnswers } from './activities/late.ts';
import { Day, Id, Instant, Language, line, optionalText, PageQuery, Sector, Text, Title, Visibility } from './common.ts';
import { JoinCode } from './join-code.ts';
import type { SessionRole } from './roles.ts';
import { NICKNAME_MAX_LENGTH } from './plain.ts';
import { BlockPlan, ClockTime, SHEET_DAYS_MAX, SheetSource, WallTime, type Sheet } from './run-sheet.ts';
import { SecondWords, SessionWords } from './second-language.ts';

export const SessionKind = z.enum(['workshop', 'ideathon', 'dialogue', 'hearing']);
export type SessionKind = z.infer<typeof SessionKind>;
/** preparing → open (the code lives, the room runs) → closed (the report stands). */
export const SessionState = z.enum(['preparing', 'open', 'closed']);
export type SessionState = z.infer<typeof SessionState>;
export const ActivityState = z.enum(['planned', 'running', 'ended']);
export type ActivityState = z.infer<typeof ActivityState>;

export const ACTIVITY_MINUTES_MAX = 480;
/** POST /api/processes/:processId/sessions → Made (process lead, facilitator, officer). The maker becomes lead facilitator; a board is made. PUT /api/sessions/:id. */
const SessionFields = z.strictObject({
  kind: SessionKind,
  title: Title,
  /** What participants see first. */
  welcome: Text,
  plannedOn: Day.nullable(),
  plannedTime: ClockTime.nullable(),
  place: optionalText(500),
  language: Language,
  /** What it asks and what people write is read in this one too, put into it by people. Null or left out: in one alone. */
  secondLanguage: Language.nullable().optional(),
  /** What of title and welcome is there in it. Left out: nothing, or as it was. */
  second: SessionWords.nullable().optional(),
  visibility: Visibility,
});
const isInTwo = ({ language, secondLanguage }: { language: Language; secondLanguage?: Language | null | undefined }) => language !== secondLanguage;
export const EditSession = SessionFields.refine(isInTwo, { path: ['secondLanguage'] });
export type EditSession = z.infer<typeof EditSession>;
/** With the run sheet of a template or of another session, where it begins with one; it brings its second language along where none is named. */
export const AddSession = SessionFields.extend({ from: SheetSource.optional() }).refine(isInTwo, { path: ['secondLanguage'] });
export type AddSession = z.infer<typeof AddSession>;

/** POST /api/sessions/:id/activities → Made; PUT /api/activities/:id (while planned; title, instruction and minutes also while running); DELETE /api/activities/:id (planned). */
export const EditActivity = z.strictObject({
  title: Title,
  /** One or two sentences for phone and projector. */
  instruction: optionalText(1_000),
  /** Staff only. */
  staffNotes: Text,
  minutes: z.int().min(1).max(ACTIVITY_MINUTES_MAX),
  /** In place of the minutes: once begun it is open until then and ends by itself; of kinds that `mayStayOpen`. While it runs see {@link OpenUntil}. Left out: it is not, or as it was. */
  openUntil: WallTime.nullable().optional(),
  methodId: z.string().max(80).nullable(),
  settings: ActivitySettings,
  /** Left out: none, or as it was. */
  second: SecondWords.nullable().optional(),
  /** Left out: it is planned plainly, or as it was. */
  plan: BlockPlan.optional(),
  /** The day a new one is added to; left out: the last that has any. An edit leaves it where it stands. */
  day: z.int().min(1).max(SHEET_DAYS_MAX).optional(),
});
export type EditActivity = z.infer<typeof EditActivity>;
/** POST /api/sessions/:id/methods → { activityIds }: the steps of a method of the library become activities at the end of the day, or of the agenda. */
export const AddMethod = z.strictObject({ methodId: z.string().min(1).max(80), language: Language, day: z.int().min(1).max(SHEET_DAYS_MAX).optional() });
export type AddMethod = z.infer<typeof AddMethod>;

export interface ActivityView extends Omit<EditActivity, 'openUntil'> {
  id: string;
  /** Then it ends by itself; null: when somebody ends it. */
  openUntil: string | null;
  day: number;
  plan: BlockPlan;
  /** Left out, for now. */
  skipped: boolean;
  state: ActivityState;
  startedAt: string | null;
  /** Before it is paused; while it is, the time it had left then is left. */
  endsAt: string | null;
  pausedAt: string | null;
  endedAt: string | null;
}
/** GET /api/sessions/:id (staff of it; others `not-found`) */
export interface SessionView extends EditSession {
  id: string;
  /** The server's clock, from which screens count. */
  serverNow: string;
  processId: string;
  processTitle: string;
  boardId: string;
  state: SessionState;
  /** Only while open. */
  code: string | null;
  openedAt: string | null;
  closedAt: string | null;
  sheet: Sheet;
  /** Who may own a block. */
  staff: { personId: string; name: string }[];
  activities: ActivityView[];
  may: {
    edit: boolean;
    run: boolean;
    /** Those that she may give and end; a lead is handed over by whoever may give one. */
    giveRoles: SessionRole[];
    confirmIdeas: boolean;
  };
}
/** GET /api/sessions?processId&state → Page<SessionRow>: public ones for everybody (never a code), own ones for staff. */
export const SessionQuery = z.strictObject({ ...PageQuery.shape, processId: Id.optional(), state: SessionState.optional() });
export type SessionQuery = z.infer<typeof SessionQuery>;
export interface SessionRow {
  id: string;
  processId: string;
  processTitle: string;
  kind: SessionKind;
  title: string;
  state: SessionState;
  plannedOn: string | null;
  plannedTime: string | null;
  place: string;
  visibility: Visibility;
  mine: boolean;
}

/** POST /api/sessions/:id/open (makes the code), /close (ends the running activity, ends the code; asked for twice by the web), /code (a new code, the old one dies). */
/** POST /api/sessions/:id/door {open}: a closed door refuses new joins; people inside go on. */
export const SetDoor = z.strictObject({ open: z.boolean() });
export type SetDoor = z.infer<typeof SetDoor>;
/**
 * What runs as far as the facilitator's screen knows; where something else does by now, nothing is done (`activity/other-running`). Left out: whatever
 * runs. POST /api/activities/:id/start {running}: ends the running one. /end, /extend, /lock, /reveal.
 */
export const Start = z.strictObject({ running: Id.nullable().optional() });
export type Start = z.infer<typeof Start>;
export const EXTEND_MINUTES_MAX = 60;
/**
 * POST /api/activities/:id/resume: an ended activity goes on as it was, and the running one ends. For so many minutes from now, until the end it had
 * before, with as much as was `left` when it ended, or until somebody ends it. A vote whose result was shown does not go on (`vote/result-shown`), nor a question without names whose words staff have read (`vote/words-read`).
 */
export const Resume = z.strictObject({ running: Id.nullable().optional(), until: z.union([z.int().min(1).max(EXTEND_MINUTES_MAX), z.enum(['as-before', 'left', 'ended'])]) });
export type Resume = z.infer<typeof Resume>;
/**
 * POST /api/activities/:id/show-result: the result of a vote that is over. Where something else came since, it takes the hall's screen until
 * POST /api/sessions/:id/leave-result, or until the next activity begins.
 */
/** `endsAt`: its end as far as the screen knows; where it is another by now, nothing is done (`changed-meanwhile`). Left out: whatever it is. */
export const Extend = z.strictObject({ minutes: z.int().min(1).max(EXTEND_MINUTES_MAX), endsAt: Instant.nullable().optional() });
export type Extend = z.infer<typeof Extend>;
/**
 * PUT /api/activities/:id/open-until: what runs is open until then and ends by itself; null: until somebody ends it. `endsAt` as in {@link Extend}. Refused for what is not
 * of a kind that `mayStayOpen` and for a time that is past or more than `OPEN_DAYS_MAX` days away (`invalid-input`).
 */
export const OpenUntil = z.strictObject({ openUntil: WallTime.nullable(), endsAt: Instant.nullable().optional() });
export type OpenUntil = z.infer<typeof OpenUntil>;
/** POST /api/activities/:id/pause: the time stands still for everybody, and goes on with what was left. What people do is taken all the same. Not of what is open until a day (`conflict`). */
export const Pause = z.strictObject({ paused: z.boolean() });
export type Pause = z.infer<typeof Pause>;
/** POST /api/activities/:id/skip: a planned one is left out, or taken in again. */
export const Skip = z.strictObject({ skipped: z.boolean() });
export type Skip = z.infer<typeof Skip>;
export const Lock = z.strictObject({ locked: z.boolean() });
export type Lock = z.infer<typeof Lock>;

/** POST /api/join-lookups {code} → JoinOffer; wrong and ended codes answer alike: `session/code-invalid`. */
export const LookUpCode = z.strictObject({ code: JoinCode });
export type LookUpCode = z.infer<typeof LookUpCode>;
export interface JoinOffer {
  sessionId: string;
  sessionTitle: string;
  welcome: string;
  language: Language;
  /** What of both is there in the second language; left out: nothing. */
  second?: SecondWords;
}
/** POST /api/joins (Idempotency-Key) → Joined, and the participant's cookie. A device that is in already gets its own participant back. */
export const Join = z.strictObject({
  code: JoinCode,
  /** Null: anonymous. */
  nickname: line(NICKNAME_MAX_LENGTH).nullable(),
  sector: Sector.nullable(),
  language: Language,
});
export type Join = z.infer<typeof Join>;
export interface Joined {
  participantId: string;
  sessionId: string;
  /** Null where the device already had one. */
  receipt: { secret: string; url: string } | null;
}
/** PUT /api/sessions/:id/participant: the own name, sector and language. */
export const EditParticipant = z.strictObject({ nickname: line(NICKNAME_MAX_LENGTH).nullable(), sector: Sector.nullable(), language: Language });
export type EditParticipant = z.infer<typeof EditParticipant>;
/** POST /api/participants/:id/remove (staff): ends her sockets, frees nothing she wrote. */

/** What all screens of a room may know; broadcast whole as socket event `room` at each change. */
export interface RoomState {
  sessionId: string;
  /** Grows with each change; an older one is ignored. */
  version: number;
  /** The server's clock when this was made: screens count from the offset they measure. */
  serverNow: string;
  title: string;
  welcome: string;
  language: Language;
  /** Everything is read in this one too; null: in one alone. */
  secondLanguage: Language | null;
  /** What of title and welcome is there in it; left out: nothing. */
  second?: WordPair[];
  state: SessionState;
  /** For the projector and for letting others in; null unless open. */
  code: string | null;
  doorOpen: boolean;
  boardId: string;
  participantCount: number;
  agenda: RoomStep[];
  /** What is asked of people: the one that runs, else the one that ended last. */
  activity: RoomActivity | null;
  /** An earlier vote whose result the hall looks at meanwhile, instead of `activity`. */
  hall: RoomActivity | null;
  hands: RoomHands;
  /** "Is this what we meant?", while it is asked. */
  meaning: MeaningAsked | null;
  /** "Everybody look here", while it is shown. */
  look: RoomLook | null;
}
/** What whoever runs the session wants everybody to look at: a part of the session's first board, or all of it. */
export interface RoomLook {
  /** Another one each time it is shown, so that those who left come again. */
  id: string;
  frameId: string | null;
  /** Of the frame; empty: the whole board. */
  title: string;
}
/** PUT /api/sessions/:id/look (who runs it): phones and the projector turn to it until DELETE, the next activity or the end; a person may leave it and come back. */
export const ShowLook = z.strictObject({ frameId: line(40).nullable() });
export type ShowLook = z.infer<typeof ShowLook>;
export interface RoomStep {
  id: string;
  title: string;
  /** In the second language; left out: nobody put it into it. */
  secondTitle?: string;
  kind: ActivityKind;
  minutes: number;
  /** In place of the minutes: until when it is open. */
  openUntil: string | null;
  state: ActivityState;
  /** Begun, and its notes are still hidden; revealing is possible until the session is closed, whatever runs meanwhile. */
  waitsForReveal: boolean;
  /** Ended, and may go on. */
  resumable: boolean;
  /** Left out: it does not come next. */
  skipped: boolean;
  /** Ended, and counted: its result may be shown to the hall. */
  hasResult: boolean;
}
/** What all kinds of activities have on all screens. */
export interface RoomActivityBase {
  id: string;
  title: string;
  instruction: string;
  /** What of it is there in the second language; left out: nothing. */
  second?: WordPair[];
  state: ActivityState;
  startedAt: string;
  /** Null: until somebody ends it. */
  endsAt: string | null;
  /** Open until then, for people who come when they like: it ends by itself at `endsAt`. */
  endsItself: boolean;
  /** The time stands still since then. */
  pausedAt: string | null;
  locked: boolean;
  /** What people write is still hidden. */
  waitsForReveal: boolean;
  /** Its outcome is told after the end, once staff show it. */
  isCounted: boolean;
  resultShown: boolean;
}
export type RoomActivityOf<K extends ActivityKind> = K extends ActivityKind ? RoomActivityBase & { kind: K; part: RoomParts[K] } : never;
export type RoomActivity = RoomActivityOf<ActivityKind>;

/** GET /api/sessions/:id/room → RoomView (participants, staff; others `not-found`). */
export interface RoomView {
  room: RoomState;
  me: { participantId: string; nickname: string | null; sector: Sector | null; language: Language } | null;
  staff: StaffState | null;
  may: { run: boolean };
}
/** For staff of the session only; socket event `staff`. */
export interface StaffState {
  version: number;
  participants: { id: string; nickname: string | null; sector: Sector | null; online: boolean; removed: boolean; cardCount: number | null }[];
  /** Who is here and has written nothing yet under her own name, in the whole session. Questions and what is anonymous say nothing of anybody. */
  silentIds: string[];
  lateCards: { id: string; activityId: string; text: string; composedAt: string }[];
  lateAnswers: LateAnswers[];
  /** Of each activity whose cards staff read first: how many wait, how many were set aside, and when that last changed by a decision. */
  inboxes: { activityId: string; waitingCount: number; asideCount: number; decidedAt: string | null }[];
  /** The run sheet's staff notes of the running activity. */
  staffNotes: string;
  hands: StaffHand[];
  /** In a round robin: whom the word went past because her phone has no signal, and who is not back. */
  missedWordIds: string[];
  /** How it goes for people in what runs now; null: fewer than five say anything. */
  pace: PaceCounts | null;
  /** Wrong codes arrive faster than people mistype. */
  codeAlarm: boolean;
}

/** GET /api/sessions/:id/report (staff at any time; others as the session's visibility says once it is closed) → Report. Counts are counts in the database. */
export interface Report {
  sessionId: string;
  processId: string;
  processTitle: string;
  title: string;
  /** What of the title was there in the second language; left out: nothing. */
  second?: SecondWords;
  kind: SessionKind;
  language: Language;
  visibility: Visibility;
  place: string;
  openedAt: string | null;
  closedAt: string | null;
  participation: { total: number; wroteCount: number; sectors: { sector: Sector | null; count: number }[] };
  activities: ReportActivity[];
  may: { confirmIdeas: boolean };
}
export interface ReportActivityBase {
  id: string;
  title: string;
  instruction: string;
  /** What of it was there in the second language; left out: nothing. */
  second?: SecondWords;
  methodTitle: string | null;
  /** Null: it was open until a day. */
  plannedMinutes: number | null;
  startedAt: string | null;
  endedAt: string | null;
  /** Its outcome is told after the end, once staff show it; until then it has no part. */
  isCounted: boolean;
  /** The clusters that it closed; null where it closed none. */
  clusters: ReportClusters | null;
}
export type ReportActivityOf<K extends ActivityKind> = K extends ActivityKind ? ReportActivityBase & { kind: K; part: ReportParts[K] } : never;
export type ReportActivity = ReportActivityOf<ActivityKind>;
