import { z } from 'zod';
import { Day, Id, Instant, Language, line, NAME_MAX_LENGTH, optionalLine, optionalText, Text, TITLE_MAX_LENGTH, type Sector } from './common.ts';
import type { ReportNote } from './activities/brainstorm.ts';
import type { ReportSurvey } from './feedback.ts';
import type { ReportPicture } from './report-pictures.ts';
import type { Report } from './sessions.ts';

export const OWN_BLOCKS_MAX = 200;
export const ACTION_ITEMS_MAX = 100;

/** Something somebody will do after the session; the owner as she is called in the room, or an office. */
export const ActionItem = z.strictObject({ id: Id, text: optionalLine(500), owner: optionalLine(NAME_MAX_LENGTH), dueOn: Day.nullable() });
export type ActionItem = z.infer<typeof ActionItem>;

/**
 * What a facilitator puts into the report herself; readers get what says something ({@link isWritten}). A quote is a note of the session: its words are the author's,
 * not hers. A picture has words for those who can't see it.
 */
export const OwnContent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('heading'), text: optionalLine(TITLE_MAX_LENGTH) }),
  z.strictObject({ kind: z.literal('text'), text: Text }),
  z.strictObject({ kind: z.literal('quote'), contributionId: Id }),
  z.strictObject({ kind: z.literal('picture'), fileId: Id, caption: optionalLine(500), alt: line(500) }),
  z.strictObject({ kind: z.literal('decision'), text: optionalText(2_000) }),
  z.strictObject({ kind: z.literal('actions'), items: z.array(ActionItem).min(1).max(ACTION_ITEMS_MAX) }),
]);
export type OwnContent = z.infer<typeof OwnContent>;
/** A block that was begun and has no words yet is nobody's to read. */
export const isWritten = (content: BlockContent): boolean => ('text' in content ? content.text.trim() !== '' : content.kind !== 'actions' || content.items.some(({ text }) => text.trim() !== ''));
export type OwnKind = OwnContent['kind'];
export const OWN_KINDS: readonly OwnKind[] = ['text', 'heading', 'quote', 'picture', 'decision', 'actions'];

/** What is reckoned from the session: counts are counts in the database, and nobody edits them. */
export type ComputedContent =
  | { kind: 'figures' | 'participation' | 'balance' | 'meaning' | 'survey' | 'skipped' }
  | { kind: 'activity'; activityId: string }
  | { kind: 'board'; boardId: string };
export type BlockContent = ComputedContent | OwnContent;
export const isOwnContent = (content: BlockContent): content is OwnContent => OWN_KINDS.some((kind) => kind === content.kind);
export type BlockKind = BlockContent['kind'];

/** `participation`, `activity-…`, `board-…`; her own `own-…`. The same for as long as the report lives. */
export const BlockKey = z.string().min(1).max(60);
export const isOwn = (key: string): boolean => key.startsWith('own-');
export const keyOfBlock = (content: ComputedContent): string =>
  content.kind === 'activity' ? `activity-${content.activityId}` : content.kind === 'board' ? `board-${content.boardId}` : content.kind;

export interface ReportBlock {
  key: string;
  content: BlockContent;
  /** Readers do not get it. */
  hidden: boolean;
  /** Her words below it. */
  note: string;
  /** 0: as it was generated. What somebody else changed has a greater one. */
  revision: number;
}

/** Who spoke how much, in groups of at least five people, so that no group tells of one person. */
export interface Balance {
  groups: { sectors: (Sector | null)[]; people: number; wrote: number; notes: number }[];
  /** By table, of each breakout: where people sat in its last round. Versions from before have none. */
  tables?: { activityId: string; title: string; groups: { tables: number[]; people: number; wrote: number; notes: number }[] }[];
  /** Written where nobody knows who wrote. */
  anonymousNotes: number;
}
/** What people answered to the summary before they left. */
export interface MeaningResult {
  summary: string;
  language: Language;
  askedAt: string;
  /** People in the room. */
  eligible: number;
  yes: number;
  notQuite: number;
  words: { text: string; language: Language }[];
}
/** A board as it stands in the report: its picture at GET /api/sessions/:id/report/boards/:boardId?version. */
export interface ReportBoard {
  boardId: string;
  title: string;
  notes: number;
  clusters: number;
}
/** What blocks show besides {@link Report}. */
export interface ReportFacts {
  figures: { people: number; notes: number; clusters: number; votes: number } | null;
  balance: Balance | null;
  /** Each time the hall was asked. */
  meanings: MeaningResult[];
  /** Null: nobody may be told anything of it. */
  survey: ReportSurvey | null;
  boards: ReportBoard[];
  /** Words of quoted notes; one that may not be shown any more is missing. */
  quoted: ReportNote[];
  /** Pictures that stand in its blocks. */
  pictures: ReportPicture[];
}
/**
 * GET /api/sessions/:id/report → the published version, else the report as it was generated. Hidden blocks and what only they show are left out.
 */
export interface ReadReport extends Report, ReportFacts {
  blocks: ReportBlock[];
  /** Null: never published, it is the generated one. */
  version: { number: number; publishedAt: string } | null;
  may: Report['may'] & { edit: boolean };
}
/** What a version holds. */
export type ReportContent = Omit<ReadReport, 'may' | 'version'>;
/** GET /api/sessions/:id/report-draft (those who run the session) → the report as they are writing it, hidden blocks too. */
export interface ReportDraft extends ReadReport {
  /** Grows with every change of the draft; 0: nobody touched it. */
  revision: number;
  /** Of the draft that readers have; null where they have the generated one. */
  publishedRevision: number | null;
  /** How often somebody of the session took her consent to photographs back. */
  photoWithdrawals: number;
}

/** PUT /api/sessions/:id/report-draft/blocks/:key → { revision }. Where somebody changed the block since `revision`: `changed-meanwhile`. */
export const EditBlock = z.strictObject({ revision: z.int().nonnegative(), hidden: z.boolean(), note: Text, content: OwnContent.nullable() });
export type EditBlock = z.infer<typeof EditBlock>;
/** POST /api/sessions/:id/report-draft/blocks → { key, revision }. `after` null: first; gone meanwhile: last. */
export const AddBlock = z.strictObject({ content: OwnContent, after: BlockKey.nullable() });
export type AddBlock = z.infer<typeof AddBlock>;
/** POST /api/sessions/:id/report-draft/moves: the block stands behind `after` (null: first). Two who move two blocks do not disturb each other. */
export const MoveBlock = z.strictObject({ key: BlockKey, after: BlockKey.nullable() });
export type MoveBlock = z.infer<typeof MoveBlock>;
/** POST /api/sessions/:id/report-draft/blocks/:key/restore {revision}: an own block goes, a generated one is again as it was generated. */
export const RestoreBlock = z.strictObject({ revision: z.int().nonnegative() });
export type RestoreBlock = z.infer<typeof RestoreBlock>;
/**
 * POST /api/sessions/:id/report-draft/restore {revision, to}: `order` puts generated blocks in their first order and shows all; `generated` gives up
 * everything that was written; a number is the draft as it was when that version was published. All of it or nothing: `changed-meanwhile`.
 */
export const RestoreReport = z.strictObject({ revision: z.int().nonnegative(), to: z.union([z.enum(['order', 'generated']), z.int().positive()]) });
export type RestoreReport = z.infer<typeof RestoreReport>;
/** POST /api/sessions/:id/report-versions {revision} → { number }: what the editor sees is what readers get. Once the session is closed, else `report/session-runs`. */
export const PublishReport = z.strictObject({ revision: z.int().nonnegative() });
export type PublishReport = z.infer<typeof PublishReport>;
/** GET /api/sessions/:id/report-versions → ReportVersion[], newest first. */
export interface ReportVersion {
  number: number;
  publishedAt: z.infer<typeof Instant>;
  publishedBy: string;
}
