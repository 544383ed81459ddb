import { z } from 'zod';
import type { BodyRules, PositionsShown } from './bodies.ts';
import { Day, Id, line, optionalLine, optionalText, PageQuery, text, TEXT_MAX_LENGTH, TITLE_MAX_LENGTH } from './common.ts';
import { AdoptOpinion, type Opinion, type PositionVerdict } from './review.ts';

export const AGENDA_MAX = 60;
/** Of why a meeting is not held. */
const REASON_MAX_LENGTH = 2_000;

/** POST /api/bodies/:id/meetings → Made (secretary, chair). Day and hour are those of the town. */
export const PlanMeeting = z.strictObject({
  title: line(TITLE_MAX_LENGTH),
  on: Day,
  at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  place: optionalLine(TITLE_MAX_LENGTH),
  /** Where one joins from afar. */
  onlineUrl: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(500)]),
  invitation: optionalText(TEXT_MAX_LENGTH),
});
export type PlanMeeting = z.infer<typeof PlanMeeting>;
/** POST /api/meetings/:id/invitations → Invited (secretary, chair), before it begins: the invitation with the agenda goes by letter to the people of the body, again where it changed. */
export interface Invited {
  /** To how many it went: who has no address is told otherwise. */
  toldCount: number;
}
/** Of the meeting as it was seen: two who change it at once never overwrite each other; a wrong one answers `changed-meanwhile`. */
const revision = z.int().positive();
/** PUT /api/meetings/:id (secretary, chair), until its minutes are approved. Whoever was invited is told of another day, hour or place. */
export const EditMeeting = z.strictObject({ ...PlanMeeting.shape, revision });
export type EditMeeting = z.infer<typeof EditMeeting>;

/** POST /api/meetings/:id/cancellation (secretary, chair), before it begins: it is not held, and whoever was invited is told why. For good: another one is planned instead. */
export const CancelMeeting = z.strictObject({ reason: text(REASON_MAX_LENGTH), revision });
export type CancelMeeting = z.infer<typeof CancelMeeting>;

const Referred = z.strictObject({ referralId: Id, recommendationId: Id });
/** PUT /api/meetings/:id/agenda (secretary, chair), before it is closed: the whole agenda in its order. An item with an adopted opinion stays. */
export const PlanAgenda = z.strictObject({
  revision,
  items: z
    .array(
      z.strictObject({
        /** Made by the device, so that an item keeps its votes while it moves. */
        id: Id,
        /** Of a recommendation its own title stands here when it is read. */
        title: optionalLine(TITLE_MAX_LENGTH),
        /** What was said, for the minutes. */
        note: optionalText(TEXT_MAX_LENGTH),
        recommendation: Referred.nullable(),
      }).refine(({ title, recommendation }) => recommendation !== null || title !== '', { path: ['title'] }),
    )
    .max(AGENDA_MAX),
});
export type PlanAgenda = z.infer<typeof PlanAgenda>;

/** `left`: she was there, and went before the end. */
export const Presence = z.enum(['present', 'left', 'excused', 'absent']);
export type Presence = z.infer<typeof Presence>;
export const SeatRef = z.strictObject({ id: Id, seatId: Id });
/** PUT /api/meetings/:id/seats/:seatId (secretary, chair), while the meeting is open. Who is not present any more has no vote; one who voted by name was there, and is at most gone. */
export const TakeAttendance = z.strictObject({ presence: Presence });
export type TakeAttendance = z.infer<typeof TakeAttendance>;

export const VoteChoice = z.enum(['for', 'against', 'abstained']);
export type VoteChoice = z.infer<typeof VoteChoice>;
export const AgendaItemRef = z.strictObject({ id: Id, itemId: Id });
export type AgendaItemRef = z.infer<typeof AgendaItemRef>;
/**
 * PUT /api/meetings/:id/items/:itemId/opinion → Opinion (secretary, chair), while the meeting is open: the vote on one recommendation and what was adopted by it. With
 * `names` who voted how; without it only the counts. `review/conflict-declared` for a name that has no vote there.
 */
export const AdoptInMeeting = z.strictObject({
  ...AdoptOpinion.omit({ adoptedOn: true }).shape,
  names: z.array(z.strictObject({ seatId: Id, choice: VoteChoice })).max(1_000).nullable(),
});
export type AdoptInMeeting = z.infer<typeof AdoptInMeeting>;

/** PUT /api/meetings/:id/minutes (secretary, chair), once it is closed; a line that begins with # is a heading. */
export const WriteMinutes = z.strictObject({ text: text(100_000), revision });
export type WriteMinutes = z.infer<typeof WriteMinutes>;
/** POST /api/meetings/:id/minutes/approval: as they were read; they never change again. */
export const ApproveMinutes = z.strictObject({ revision });
export type ApproveMinutes = z.infer<typeof ApproveMinutes>;

export type MeetingState = 'planned' | 'open' | 'closed' | 'approved' | 'cancelled';
/** Those that are still to be held to their end, or the others. */
export const MeetingsWhen = z.enum(['coming', 'past']);
export type MeetingsWhen = z.infer<typeof MeetingsWhen>;
/** GET /api/meetings → Page<MeetingRow> (of the bodies the viewer sits in): the newest first. */
export const MeetingsQuery = z.strictObject({ ...PageQuery.shape, bodyId: Id.optional(), when: MeetingsWhen.optional() });
export type MeetingsQuery = z.infer<typeof MeetingsQuery>;
export interface MeetingRow {
  id: string;
  bodyId: string;
  bodyName: string;
  title: string;
  on: string;
  at: string;
  place: string;
  state: MeetingState;
}
export interface MeetingSeat {
  id: string;
  name: string;
  role: 'chair' | 'member';
  presence: Presence;
}
export interface AgendaItem {
  id: string;
  title: string;
  note: string;
  /** Null for a free item. */
  recommendation: {
    referralId: string;
    recommendationId: string;
    number: number;
    dossierTitle: string;
    opinion: Opinion | null;
    /** Whom a conflict of interest takes the vote away from, with those of them who are present. */
    conflictedSeatIds: string[];
    /** What members said before the meeting, for those who run it: to begin the vote and the reasoning from. Null: as long as the body hides them from her, see `positionsShown`. */
    positions: { seatId: string; verdict: PositionVerdict; reason: string }[] | null;
    names: { seatId: string; choice: VoteChoice }[];
  } | null;
}
/** GET /api/meetings/:id → MeetingView (the body's people). GET /api/meetings/:id/calendar: the same for a calendar. GET /api/meetings/:id/minutes.docx once there are any. */
export interface MeetingView extends MeetingRow, Pick<PlanMeeting, 'onlineUrl' | 'invitation'> {
  revision: number;
  /** When the people of the body were last invited by letter. */
  invitedAt: string | null;
  /** Of a cancelled one; else empty. */
  cancelReason: string;
  rules: BodyRules;
  /** Empty until the meeting is opened. */
  seats: MeetingSeat[];
  /** In the hall while it is open; afterwards all who were there. */
  presentCount: number;
  quorate: boolean;
  items: AgendaItem[];
  positionsShown: PositionsShown;
  minutes: string;
  approvedAt: string | null;
  /** What waits for this body and may be put on the agenda. */
  waiting: { referralId: string; recommendationId: string; title: string; dossierTitle: string; dueOn: string }[];
  may: { run: boolean };
}
