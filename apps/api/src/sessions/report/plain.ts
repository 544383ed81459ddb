import type { ReportNote } from '@spolu/contracts/activities/brainstorm';
import type { Language } from '@spolu/contracts/common';
import type { Translation } from '@spolu/contracts/second-language';

/** What a report is made of where there is no page to click on: documents are written from it. */
export type PlainPart =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string; look?: 'soft' | 'strong'; language?: Language }
  | { kind: 'list'; items: readonly string[] }
  /** `translated` is said beside what is not its author's words. */
  | { kind: 'notes'; notes: readonly ReportNote[]; translated?: string }
  | { kind: 'quote'; text: string; language: Language; author: string | null; translations?: Translation[]; translated?: string }
  | { kind: 'table'; caption: string | null; columns: readonly { title: string; numeric?: boolean }[]; rows: readonly (readonly string[])[] }
  | { kind: 'picture'; type: 'png' | 'jpg'; bytes: Buffer; alt: string; caption?: string; isBoard?: boolean };

/** A chapter: its heading, null where it goes on under the one before. */
export interface PlainBlock {
  title: string | null;
  parts: PlainPart[];
}
export interface PlainDocument {
  language: Language;
  title: string;
  /** Under the title: what it is, when, where. */
  /** The title in the session's second language. */
  second: readonly Translation[];
  lines: readonly string[];
  /** The first line of each page. */
  source: string;
  blocks: readonly PlainBlock[];
}

export type Cell = string | number | null;
/** Rows for spreadsheets and other programs, with the ids of what they are about. Activities of one kind give to one table. */
export interface Sheet {
  /** Also the name of its file. */
  id: SheetId;
  columns: readonly string[];
  rows: readonly (readonly Cell[])[];
}
export const SHEET_IDS = ['notes', 'votes', 'answers', 'questions', 'teams', 'survey', 'actions', 'participation'] as const;
export type SheetId = (typeof SHEET_IDS)[number];

/** One table of each kind, in the order they came. */
export function joinSheets(sheets: readonly Sheet[]): Sheet[] {
  const joined = new Map<SheetId, Sheet>();
  for (const sheet of sheets) joined.set(sheet.id, { ...sheet, rows: [...(joined.get(sheet.id)?.rows ?? []), ...sheet.rows] });
  return [...joined.values()];
}
