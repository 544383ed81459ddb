import { z } from 'zod';
import { Day, Id, line, optionalText, Title, type Language } from './common.ts';

export const SHEET_DAYS_MAX = 14;
export const TRACKS_MAX = 6;
export const PURPOSE_MAX_LENGTH = 500;
export const MATERIALS_MAX = 30;
export const MATERIAL_AMOUNT_MAX = 9_999;

/** Local wall-clock time of the municipality, HH:MM. */
export const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** A day and an hour as the wall in the town shows them. */
export const WallTime = z.strictObject({ on: Day, time: ClockTime });

/** What a block is in the day. A break and a meal are activities of kind `break`; talks and arrivals only inform on the phones. */
export const BlockType = z.enum(['work', 'talk', 'break', 'meal', 'arrival']);
export type BlockType = z.infer<typeof BlockType>;
export const BLOCK_TYPES = BlockType.options;
export const isPause = (type: BlockType): boolean => type === 'break' || type === 'meal';

/** Null: so many as it takes. */
export const Material = z.strictObject({ name: line(120), amount: z.int().min(1).max(MATERIAL_AMOUNT_MAX).nullable() });
export type Material = z.infer<typeof Material>;
const Materials = z.array(Material).max(MATERIALS_MAX);

/** What the run sheet says of a block beside what the room needs of it as an activity. Staff only, all of it. */
export const BlockPlan = z.strictObject({
  type: BlockType,
  /** What it is for, in the words of whoever prepares it. */
  purpose: optionalText(PURPOSE_MAX_LENGTH),
  /** What is used up: amounts add up over the blocks. */
  supplies: Materials,
  /** What is there afterwards again: as much is brought as is needed at one time. */
  equipment: Materials,
  /** One of the session's staff. */
  ownerId: Id.nullable(),
  /** 0: everybody together. Else the n-th of the sheet's parallel tracks. */
  track: z.int().min(0).max(TRACKS_MAX),
  /** Begins then and not when what is before it ends. */
  fixedStart: ClockTime.nullable(),
  /** May be left out when time runs short. */
  optional: z.boolean(),
  /** Cannot be shorter; null: takes as long as it takes. */
  shortestMinutes: z.int().min(1).max(480).nullable(),
});
export type BlockPlan = z.infer<typeof BlockPlan>;
export const PLAIN_PLAN: BlockPlan = {
  type: 'work', purpose: '', supplies: [], equipment: [], ownerId: null, track: 0, fixedStart: null, optional: false, shortestMinutes: null,
};

export const SheetDay = z
  .strictObject({ on: Day.nullable(), startsAt: ClockTime.nullable(), endsAt: ClockTime.nullable() })
  .refine(({ startsAt, endsAt }) => !startsAt || !endsAt || startsAt < endsAt, { path: ['endsAt'] });
export type SheetDay = z.infer<typeof SheetDay>;

/** Its days and parallel tracks. The first day is the one the session is announced for. */
export const Sheet = z.strictObject({ days: z.array(SheetDay).min(1).max(SHEET_DAYS_MAX), tracks: z.array(line(60)).max(TRACKS_MAX) });
export type Sheet = z.infer<typeof Sheet>;
/** PUT /api/sessions/:id/run-sheet: blocks of a day or a track that is left out move to the last day, or to everybody. `seen` is what she changed, else `changed-meanwhile`. */
export const EditSheet = z.strictObject({ ...Sheet.shape, seen: Sheet });
export type EditSheet = z.infer<typeof EditSheet>;

/** PUT /api/sessions/:id/run-sheet/order: all blocks in their new order, day by day, else `changed-meanwhile`. */
export const OrderSheet = z.strictObject({ days: z.array(z.array(Id).max(100)).min(1).max(SHEET_DAYS_MAX) });
export type OrderSheet = z.infer<typeof OrderSheet>;

/** POST /api/sessions/:id/run-sheet/cuts: to end in time. Only blocks to come are left out, and stay in the sheet to be taken in again; the running one may be shortened. */
export const CutSheet = z.strictObject({
  shortened: z.array(z.strictObject({ activityId: Id, minutes: z.int().min(1).max(480) })).max(100),
  leftOut: z.array(Id).max(100),
  takenIn: z.array(Id).max(100).optional(),
});
export type CutSheet = z.infer<typeof CutSheet>;

/** GET /api/sessions/:id/run-sheet.docx (staff): the whole sheet, or what participants may read. */
export const PaperFor = z.enum(['staff', 'participants']);
export type PaperFor = z.infer<typeof PaperFor>;
export const PaperQuery = z.strictObject({ for: PaperFor.default('staff') });
export type PaperQuery = z.infer<typeof PaperQuery>;

/**
 * POST /api/sessions/:id/sheet-templates → Made: the whole sheet, or one block as a method of the organisation's own. Without days of the calendar and without owners.
 */
export const SaveTemplate = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sheet'), title: Title, purpose: optionalText(PURPOSE_MAX_LENGTH) }),
  z.strictObject({ kind: z.literal('method'), title: Title, purpose: optionalText(PURPOSE_MAX_LENGTH), activityId: Id }),
]);
export type SaveTemplate = z.infer<typeof SaveTemplate>;
/** GET /api/processes/:processId/sheet-templates → Page<SheetTemplateRow> (who may add sessions): those of its organisations. DELETE /api/sheet-templates/:id (its maker, officers of its organisation). */
export interface SheetTemplateRow {
  id: string;
  kind: SaveTemplate['kind'];
  title: string;
  purpose: string;
  language: Language;
  organisationName: string;
  dayCount: number;
  blockCount: number;
  minutes: number;
  mayRemove: boolean;
}

/** Blocks from elsewhere: of a template, of another session that one may see, or of a sheet that comes with the program, in the session's language. */
export const SheetSource = z.union([z.strictObject({ templateId: Id }), z.strictObject({ sessionId: Id }), z.strictObject({ readySheetId: z.string().min(1).max(80) })]);
export type SheetSource = z.infer<typeof SheetSource>;
/** POST /api/sessions/:id/run-sheet/blocks → { activityIds }: at the end of their days; days and tracks that the sheet lacks come with them. A method goes to `day`. */
export const FillSheet = z.strictObject({ from: SheetSource, day: z.int().min(1).max(SHEET_DAYS_MAX).optional() });
export type FillSheet = z.infer<typeof FillSheet>;
