import type { SeenBoard } from '@spolu/board/drawing/seen';
import { inReadingOrder } from '@spolu/board/reading-order';
import type { Language, Sector } from '@spolu/contracts/common';
import Papa from 'papaparse';
import writeXlsx from 'write-excel-file/node';
import { safeCell, xmlText } from '../../sheets/cells.ts';
import { COLUMNS, FILE_WORDS, type Column } from './words.ts';

/** How a participant stands in a table: by what the room calls her. */
export interface KnownAuthor {
  nickname: string | null;
  sector: Sector | null;
  /** The how-manieth to come in. */
  number: number;
}
export interface TableOptions {
  language: Language;
  timeZone: string;
  /** By participant id; null: without authors. */
  authors: ReadonlyMap<string, KnownAuthor> | null;
  /** What was said about each note, oldest first, without its authors. */
  comments: ReadonlyMap<string, readonly string[]>;
}
export type NoteRow = Record<Column, string>;
export interface NoteTable {
  columns: Column[];
  rows: NoteRow[];
}

const WITH_AUTHORS: readonly Column[] = ['author', 'sector'];

/** One row a note, frame by frame in reading order. Whoever wrote it stands there only where the note itself names her: the board of an anonymous activity does not. */
export function noteTable({ frames, clusters, notes }: SeenBoard, { language, timeZone, authors, comments }: TableOptions): NoteTable {
  const words = FILE_WORDS[language];
  const titleOf = new Map([...frames, ...clusters].map(({ id, title }) => [id, title]));
  const instant = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  const known = new Set(frames.map(({ id }) => id));
  const groups = [...frames.map(({ id }) => notes.filter(({ position }) => position.frameId === id)), notes.filter(({ position }) => !known.has(position.frameId ?? ''))];
  const rows = groups.flatMap(inReadingOrder).map((note): NoteRow => {
    const author = note.participantId === null ? undefined : authors?.get(note.participantId);
    return {
      noteId: note.id,
      contributionId: note.contributionId,
      text: note.text,
      frame: titleOf.get(note.position.frameId ?? '') ?? '',
      cluster: titleOf.get(note.clusterId ?? '') ?? '',
      category: note.category ?? '',
      colour: words.colours[note.colour],
      author: author ? (author.nickname ?? `${words.participant} ${author.number}`) : '',
      sector: author?.sector ? words.sectors[author.sector] : '',
      createdAt: instant.format(note.createdAt),
      comments: (comments.get(note.id) ?? []).map((text) => `• ${text}`).join('\n'),
    };
  });
  return { columns: COLUMNS.filter((column) => authors !== null || !WITH_AUTHORS.includes(column)), rows };
}

/**
 * RFC 4180, with the mark that makes spreadsheets read it as UTF-8. Every cell stands in quotes, so that a program that expects another sign between them is less
 * likely to find the beginning of a cell within one.
 */
export function toCsv({ columns, rows }: NoteTable, language: Language, delimiter: 'comma' | 'semicolon' = 'comma'): Buffer {
  const heading = columns.map((column) => FILE_WORDS[language].columns[column]);
  const text = Papa.unparse([heading, ...rows.map((row) => columns.map((column) => safeCell(row[column])))], { newline: '\r\n', quotes: true, delimiter: delimiter === 'comma' ? ',' : ';' });
  return Buffer.from(`\ufeff${text}\r\n`);
}

const WIDTHS: Partial<Record<Column, number>> = { noteId: 38, contributionId: 38, text: 70, frame: 24, cluster: 24, createdAt: 20, comments: 50 };

/** Every cell is text by its type: nothing is reckoned, no apostrophe is needed. */
export async function toXlsx({ columns, rows }: NoteTable, language: Language): Promise<Buffer> {
  const words = FILE_WORDS[language];
  const cell = (value: string) => ({ type: String, value: xmlText(value), format: '@', wrap: true, alignVertical: 'top' as const });
  return writeXlsx(
    [
      columns.map((column) => ({ type: String, value: words.columns[column], fontWeight: 'bold' as const })),
      ...rows.map((row) => columns.map((column) => cell(row[column]))),
    ],
    { sheet: words.sheet, columns: columns.map((column) => ({ width: WIDTHS[column] ?? 16 })), stickyRowsCount: 1 },
  ).toBuffer();
}
