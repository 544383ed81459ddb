import { wordsOfActivity } from '@spolu/contracts/activity-words';
import { Problem } from '@spolu/contracts/problems';
import { isPause, PLAIN_PLAN, SHEET_DAYS_MAX, TRACKS_MAX, type BlockPlan, type Sheet, type SheetDay } from '@spolu/contracts/run-sheet';
import type { ActivitySettings } from '@spolu/contracts/activities/kinds';
import type { RoleName } from '@spolu/contracts/roles';
import type { EditActivity } from '@spolu/contracts/sessions';
import { keptWords } from '../second-words.ts';
import type { Activity, Session } from '../session.entity.ts';

/** Who may own a block. */
export const SHEET_STAFF: readonly RoleName[] = ['lead-facilitator', 'co-facilitator', 'table-host', 'scribe'];

/** As it lies beside the session, which says itself where its first day begins. */
export interface StoredSheet {
  endsAt: string | null;
  laterDays: SheetDay[];
  tracks: string[];
}

/** A sheet without its session: no days of the calendar, no owners, nothing of what happened. */
export interface SheetContent {
  days: Pick<SheetDay, 'startsAt' | 'endsAt'>[];
  tracks: string[];
  blocks: PlannedBlock[];
}
/** A block as it is written down. */
export interface BlockInput extends Omit<EditActivity, 'openUntil'> {
  openUntil?: Date | null;
}
/** Of the calendar it knows nothing: what was open until a day takes its minutes elsewhere. */
export interface PlannedBlock extends Omit<EditActivity, 'openUntil'> {
  day: number;
  plan: BlockPlan;
}

type SheetOfSession = Pick<Session, 'plannedOn' | 'plannedTime' | 'sheet'>;

export function sheetOf({ plannedOn, plannedTime, sheet }: SheetOfSession): Sheet {
  // whoever edits the session alone may have moved its beginning behind this end
  const endsAt = sheet?.endsAt && (!plannedTime || plannedTime < sheet.endsAt) ? sheet.endsAt : null;
  return { days: [{ on: plannedOn, startsAt: plannedTime, endsAt }, ...(sheet?.laterDays ?? [])], tracks: sheet?.tracks ?? [] };
}

export function stored({ days: [first, ...laterDays], tracks }: Sheet): SheetOfSession {
  return { plannedOn: first?.on ?? null, plannedTime: first?.startsAt ?? null, sheet: { endsAt: first?.endsAt ?? null, laterDays, tracks } };
}

/** The kind says whether it is a break; the plan, which one. */
export function planOf({ kind, plan, ownerId }: Pick<Activity, 'kind' | 'plan' | 'ownerId'>): BlockPlan {
  const whole = { ...PLAIN_PLAN, ...plan, ownerId };
  return isPause(whole.type) === (kind === 'break') ? whole : { ...whole, type: kind === 'break' ? 'break' : PLAIN_PLAN.type };
}

/** An activity's columns; what the input says nothing about stays out of them. A break of the run sheet is of the kind `break`. */
export function columnsOf({ plan, day: _day, second, ...input }: BlockInput) {
  const settings: ActivitySettings = plan && isPause(plan.type) ? { kind: 'break' } : input.settings;
  const columns = { ...input, settings, kind: settings.kind, ...(second !== undefined && { second: keptWords(second, wordsOfActivity({ ...input, settings })) }) };
  if (!plan) return columns;
  const { ownerId, ...rest } = plan;
  return { ...columns, plan: rest, ownerId };
}

export interface DayPlace {
  id: string;
  day: number;
}

/** New blocks after the last one of their day. */
export function joined(agenda: readonly DayPlace[], added: readonly DayPlace[]): DayPlace[] {
  return [...agenda, ...added].map((place, at) => ({ place, at })).sort((a, b) => a.place.day - b.place.day || a.at - b.at).map(({ place }) => place);
}

/** What of a session's sheet another one can begin with: as it was planned, so a vote that was held again is there once. */
export function contentOf(session: SheetOfSession, activities: readonly Activity[]): SheetContent {
  const { days, tracks } = sheetOf(session);
  return { days: days.map(({ startsAt, endsAt }) => ({ startsAt, endsAt })), tracks, blocks: activities.filter(({ roundOf }) => roundOf === null).map(blockOf) };
}
export const blockOf = (activity: Activity): PlannedBlock => {
  const { title, instruction, staffNotes, minutes, methodId, settings, second, day } = activity;
  return { title, instruction, staffNotes, minutes, methodId, settings, second, day, plan: { ...planOf(activity), ownerId: null } };
};

/**
 * A sheet with what comes from elsewhere: days and tracks it lacks come with the blocks; tracks of one name are one.
 * @throws Problem `too-large` for more tracks than a sheet has
 */
export function merged(sheet: Sheet, content: SheetContent): { sheet: Sheet; blocks: PlannedBlock[] } {
  const days = Array.from({ length: Math.min(SHEET_DAYS_MAX, Math.max(sheet.days.length, content.days.length)) }, (_, i): SheetDay => {
    const [own, theirs] = [sheet.days[i], content.days[i]];
    if (own?.startsAt || !theirs) return own ?? { on: null, startsAt: null, endsAt: null };
    return { on: own?.on ?? null, ...theirs };
  });
  const tracks = [...sheet.tracks, ...content.tracks.filter((name) => !sheet.tracks.includes(name))];
  if (tracks.length > TRACKS_MAX) throw new Problem('too-large', { items: TRACKS_MAX });
  const trackOf = (track: number) => tracks.indexOf(content.tracks[track - 1] ?? '') + 1;
  return { sheet: { days, tracks }, blocks: content.blocks.map((block) => ({ ...block, plan: { ...block.plan, track: trackOf(block.plan.track) } })) };
}
