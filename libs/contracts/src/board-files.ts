import { z } from 'zod';
import { CLUSTERS_PER_BOARD_MAX, NoteColour, NOTES_PER_BOARD_MAX, PICTURES_PER_SESSION_MAX } from './boards.ts';
import { Id, Instant, Language } from './common.ts';
import { BOARD_FILE_TYPE, BOARD_TITLE_MAX_LENGTH, DRAWING_KINDS, FRAME_LAYOUTS, NOTE_MAX_LENGTH, FRAMES_PER_BOARD_MAX, PICTURE_MAX_BYTES } from './plain.ts';

const FrameId = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);

/** Of what a file is made: of everything, of frames with all that lies on them, or of what is chosen. */
export const BoardRange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('whole') }),
  z.strictObject({ kind: z.literal('frames'), frameIds: z.array(FrameId).min(1).max(FRAMES_PER_BOARD_MAX) }),
  z.strictObject({ kind: z.literal('selection'), ids: z.array(Id).min(1).max(1_000) }),
]);
export type BoardRange = z.infer<typeof BoardRange>;

/** Tables for counting, a board of our own to be read in again, drawings for people. A `drawing` is what a browser paints a PNG from. */
export const ExportFormat = z.enum(['csv', 'xlsx', 'json', 'svg', 'pdf', 'drawing']);
export type ExportFormat = z.infer<typeof ExportFormat>;
export const Paper = z.enum(['a4', 'a3', 'a1']);
export type Paper = z.infer<typeof Paper>;

/** POST /api/boards/:boardId/exports (who runs its session) → the file. What is hidden is in none. */
export const ExportBoard = z.strictObject({
  format: ExportFormat,
  /** Of headings and names of colours. */
  language: Language,
  range: BoardRange,
  /** Tables: a column with authors as the room knows them, by nickname or number, where the board shows authors; never otherwise. */
  authors: z.boolean().default(false),
  /** CSV: what stands between two cells. Spreadsheets split by what is usual in their country: a semicolon where numbers have a decimal comma. */
  delimiter: z.enum(['comma', 'semicolon']).default('comma'),
  /** PDF: all on one page, or each frame on its own. */
  pages: z.enum(['one', 'frames']).default('one'),
  paper: Paper.default('a4'),
});
export type ExportBoard = z.input<typeof ExportBoard>;

const coordinate = z.number().min(-1_000_000).max(1_000_000);
const side = (max: number) => z.number().min(20).max(max);
const title = z.string().max(BOARD_TITLE_MAX_LENGTH).regex(/^[^\p{Cc}]*$/u);
const frame = { id: FrameId, title, x: coordinate, y: coordinate, width: side(100_000), height: side(100_000) };
const note = {
  id: Id,
  contributionId: Id,
  text: z.string().max(NOTE_MAX_LENGTH).regex(/^(?:[^\p{Cc}]|[\t\n\r])*$/u),
  colour: NoteColour,
  x: coordinate,
  y: coordinate,
  frameId: FrameId.nullable(),
  width: side(4_000),
  height: side(4_000),
  clusterId: Id.nullable(),
  createdAt: Instant,
};
const board = {
  format: z.literal('spolupracovna-board'),
  exportedAt: Instant,
  title: z.string().max(BOARD_TITLE_MAX_LENGTH),
  /** In their order. */
  clusters: z.array(z.strictObject({ id: Id, title })).max(CLUSTERS_PER_BOARD_MAX),
};
/** As boards went out before drawings did: frames in their order, notes lowest first. */
const FirstBoardFile = z.strictObject({
  ...board, version: z.literal(1), frames: z.array(z.strictObject(frame)).max(FRAMES_PER_BOARD_MAX), notes: z.array(z.strictObject(note)).max(NOTES_PER_BOARD_MAX),
});

/** Where it lies in the stack of notes and drawings, the lowest with the lowest number. */
const stacking = z.int().min(0).max(1_000_000);
const bound = { groupId: Id.nullable(), locked: z.boolean(), z: stacking };
const part = z.union([z.string().max(2_000), z.number(), z.null()]);
const BoardFileDrawing = z.strictObject({
  kind: z.enum(DRAWING_KINDS),
  id: Id,
  z: stacking,
  /** As they stand in the document; which there are and what they hold is known to `libs/board`. Places relative to a frame that comes along, else to the board. */
  fields: z.record(z.string().max(40), z.union([part, z.string().max(20_000), z.boolean(), z.array(part).max(12)])),
  /** Of a text or shape. */
  text: note.text.optional(),
});
export type BoardFileDrawing = z.infer<typeof BoardFileDrawing>;
const drawn = {
  ...board,
  /** In their order. */
  frames: z.array(z.strictObject({ ...frame, hint: z.string().max(300), layout: z.enum(FRAME_LAYOUTS), columns: z.array(title).max(12), rows: z.array(title).max(12), locked: z.boolean() })).max(FRAMES_PER_BOARD_MAX),
  /** Places relative to the frame, or to the board. */
  notes: z.array(z.strictObject({ ...note, category: z.string().max(40).nullable(), ...bound })).max(NOTES_PER_BOARD_MAX),
  drawings: z.array(BoardFileDrawing).max(30_000),
};
/** As boards went out before pictures did. */
const SecondBoardFile = z.strictObject({ ...drawn, version: z.literal(2) });
const NewestBoardFile = z.strictObject({
  ...drawn,
  version: z.literal(3),
  /** What drawings name by `fileId`: the bytes of a picture in base64. One that is named and not here did not fit. */
  pictures: z.array(z.strictObject({ id: Id, data: z.string().max(Math.ceil(PICTURE_MAX_BYTES / 3) * 4) })).max(PICTURES_PER_SESSION_MAX),
});
export type BoardFile = z.infer<typeof NewestBoardFile>;

/** A board as a file of our own, of whatever version; read as the newest. */
export const BoardFile = z.discriminatedUnion('version', [FirstBoardFile, SecondBoardFile, NewestBoardFile]).transform((file): BoardFile => {
  if (file.version === 3) return file;
  if (file.version === 2) return { ...file, version: 3, pictures: [] };
  return {
    ...file,
    version: 3,
    frames: file.frames.map((one) => ({ ...one, hint: '', layout: 'plain', columns: [], rows: [], locked: false })),
    notes: file.notes.map((one, i) => ({ ...one, category: null, groupId: null, locked: false, z: i })),
    drawings: [],
    pictures: [],
  };
});

/** Heading of the answer to an export: how many pictures the file only names. */
export const PICTURES_LEFT_OUT = 'pictures-left-out';

/** Rows of a table or lines of a text. */
export const IMPORT_ROWS_MAX = 50_000;
/** Types that a body may have: a table or lines, and a board of our own. */
export const IMPORT_TYPES = ['text/csv', BOARD_FILE_TYPE] as const;

/**
 * POST /api/boards/:boardId/import-previews and …/imports (who runs its session), the file as the body. The first says what would come and what is wrong with it, and does nothing;
 * the second brings it in, all or nothing.
 */
export const ImportQuery = z.strictObject({
  kind: z.enum(['table', 'lines', 'board']),
  /** Where notes of a table or lines come to lie; left out: on the board itself. */
  frameId: FrameId.optional(),
  /** Which column of a table holds the words, from 0; left out: the one that looks like it. */
  textColumn: z.coerce.number().int().min(0).max(999).optional(),
  /** Whether a table begins with a heading; left out: if it looks like one. */
  heading: z.enum(['yes', 'no']).optional(),
  /** `yes`: rows with faults are left out; otherwise they stop everything. */
  leaveOut: z.enum(['yes', 'no']).default('no'),
});
export type ImportQuery = z.output<typeof ImportQuery>;

/** `row` counts from 1 as the reader of the file counts; null: the file as a whole, or a place in a board of our own, which `path` names. */
export interface ImportFault {
  row: number | null;
  path: string | null;
  code: 'too-long' | 'signs' | 'unreadable' | 'picture-elsewhere' | 'picture-unreadable' | 'shape';
}
export interface ImportPreview {
  rowCount: number;
  noteCount: number;
  frameCount: number;
  clusterCount: number;
  drawingCount: number;
  /** Of a table: its columns by heading or number, and what was taken for what. */
  columns: string[];
  textColumn: number | null;
  heading: boolean;
  /** The first words that would come. */
  first: string[];
  /** The first hundred. */
  faults: ImportFault[];
  faultCount: number;
  /** How many notes the board has room for. */
  room: number;
}
export interface Imported {
  noteCount: number;
}
