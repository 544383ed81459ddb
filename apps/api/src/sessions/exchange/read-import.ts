import { BoardFile, IMPORT_ROWS_MAX, type ImportFault, type ImportQuery } from '@spolu/contracts/board-files';
import type { NoteColour } from '@spolu/contracts/boards';
import { faultOfDrawing } from '@spolu/board/drawing-values';
import { CATEGORY_MAX_LENGTH } from '@spolu/board/fields';
import { IMPORT_MAX_BYTES, LANGUAGES, NOTE_COLOURS, NOTE_MAX_LENGTH } from '@spolu/contracts/plain';
import { Problem } from '@spolu/contracts/problems';
import Papa from 'papaparse';
import { UNSAFE_KEYS } from '../../http/edge.ts';
import { plainCell } from '../../sheets/cells.ts';
import { COLUMNS, FILE_WORDS, type Column } from './words.ts';

export interface ImportedNote {
  text: string;
  colour: NoteColour;
  category: string | null;
}
/** What a file holds, read and checked, and what is wrong with it. */
export type ReadImport = { faults: ImportFault[]; rowCount: number } & (
  | { kind: 'notes'; notes: ImportedNote[]; columns: string[]; textColumn: number | null; heading: boolean }
  | { kind: 'board'; file: BoardFile | null }
);

/** @throws Problem `too-large` above the rows that are read at all, or where a board is too much besides its pictures */
export function readImport(bytes: Buffer, query: Pick<ImportQuery, 'kind' | 'textColumn' | 'heading'>): ReadImport {
  switch (query.kind) {
    case 'table': return readTable(textOf(bytes), query);
    case 'lines': return readLines(textOf(bytes));
    case 'board': return readBoardFile(bytes);
  }
}

/** Whoever saves a table from a spreadsheet does not choose how its letters are written: UTF-8, UTF-16 with its mark, else the letters of Central Europe. */
function textOf(bytes: Buffer): string {
  const label = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1250').decode(bytes);
  }
}

function readTable(text: string, asked: Pick<ImportQuery, 'textColumn' | 'heading'>): ReadImport {
  const body = text.replace(/[\r\n]+$/, '');
  // empty lines would lead the guess astray, and must still be counted
  const { delimiter } = Papa.parse<string[]>(body, { preview: 50, skipEmptyLines: 'greedy', delimitersToGuess: [',', ';', '\t', '|'] }).meta;
  const { data } = Papa.parse<string[]>(body, { preview: IMPORT_ROWS_MAX + 2, delimiter });
  demandRows(data.length - 1);
  const first = data[0] ?? [];
  const named = first.map(columnOf);
  const heading = asked.heading === undefined ? named.some((column) => column !== undefined) : asked.heading === 'yes';
  const columnCount = Math.max(0, ...data.slice(0, 100).map((row) => row.length));
  const textColumn = Math.min(asked.textColumn ?? Math.max(0, heading ? named.indexOf('text') : 0), Math.max(0, columnCount - 1));
  const colourColumn = heading ? named.indexOf('colour') : -1;
  const categoryColumn = heading ? named.indexOf('category') : -1;
  const rows = data.slice(heading ? 1 : 0);
  const faults: ImportFault[] = [];
  const notes = rows.flatMap((row, i) => {
    const words = plainCell(row[textColumn] ?? '').trim();
    return takeNote(words, i + (heading ? 2 : 1), faults, {
      colour: colourNamed(row[colourColumn]), category: categoryOf(row[categoryColumn]),
    });
  });
  const columns = Array.from({ length: columnCount }, (_, i) => (heading ? (first[i]?.trim() ?? '') : '') || `${i + 1}`);
  return { kind: 'notes', notes, faults, rowCount: rows.filter((row) => row.some((cell) => cell.trim() !== '')).length, columns, textColumn, heading };
}

function readLines(text: string): ReadImport {
  const lines = text.split(/\r\n|\r|\n/);
  demandRows(lines.length - 1);
  const faults: ImportFault[] = [];
  const notes = lines.flatMap((line, i) => takeNote(line.trim(), i + 1, faults));
  return { kind: 'notes', notes, faults, rowCount: lines.filter((line) => line.trim() !== '').length, columns: [], textColumn: null, heading: false };
}

/** Bytes besides those of pictures: a value's many small parts take much more memory than one long string. */
function withoutPictures(bytes: Buffer): number {
  let count = bytes.length;
  for (let at = bytes.indexOf('"data"'); at !== -1; at = bytes.indexOf('"data"', at)) {
    const from = bytes.indexOf('"', at + 6);
    const to = from === -1 ? -1 : bytes.indexOf('"', from + 1);
    if (to === -1) break;
    count -= to - from - 1;
    at = to + 1;
  }
  return count;
}

function readBoardFile(bytes: Buffer): ReadImport {
  if (withoutPictures(bytes) > IMPORT_MAX_BYTES) throw new Problem('too-large', { bytes: IMPORT_MAX_BYTES });
  let value: unknown;
  // Looked for here: the schema leaves some of them out in silence.
  const unsafe: string[] = [];
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes), (key, part: unknown) => {
      if (UNSAFE_KEYS.has(key)) unsafe.push(key);
      return part;
    });
  } catch {
    return { kind: 'board', file: null, faults: [{ row: null, path: null, code: 'unreadable' }], rowCount: 0 };
  }
  if (unsafe.length > 0) return { kind: 'board', file: null, faults: unsafe.map(shapeFault), rowCount: 0 };
  const read = BoardFile.safeParse(value);
  if (read.success) {
    const drawn = read.data.drawings.flatMap((drawing, i) => {
      const fault = faultOfDrawing(drawing.kind, drawing.id, drawing);
      return fault === undefined ? [] : [shapeFault(`drawings.${i}.${fault}`)];
    });
    const faults = [...drawn, ...namedTwice(read.data).map(shapeFault)];
    return { kind: 'board', file: faults.length > 0 ? null : read.data, faults, rowCount: read.data.notes.length + read.data.drawings.length };
  }
  return { kind: 'board', file: null, faults: read.error.issues.map(({ path }) => shapeFault(path.map(String).join('.'))), rowCount: 0 };
}

const shapeFault = (path: string): ImportFault => ({ row: null, path: path.slice(0, 80), code: 'shape' });

/** Where an id stands a second time: of two things under one only the later would come, and lines would not know to which they lead. */
function namedTwice({ frames, clusters, notes, drawings }: BoardFile): string[] {
  const seen = new Set<string>();
  const again = (what: string, things: readonly { id: string }[]) =>
    things.flatMap(({ id }, i) => {
      const isNew = !seen.has(id);
      seen.add(id);
      return isNew ? [] : [`${what}.${i}.id`];
    });
  return [...again('frames', frames), ...again('clusters', clusters), ...again('notes', notes), ...again('drawings', drawings)];
}

function demandRows(count: number): void {
  if (count > IMPORT_ROWS_MAX) throw new Problem('too-large', { rows: IMPORT_ROWS_MAX });
}

function takeNote(text: string, row: number, faults: ImportFault[], { colour = 'yellow', category = null }: Partial<ImportedNote> = {}): ImportedNote[] {
  if (text === '') return [];
  const words = text.replace(/\r\n?/g, '\n');
  const code = words.length > NOTE_MAX_LENGTH ? 'too-long' : /[^\P{Cc}\t\n]/u.test(words) ? 'signs' : null;
  if (code === null) return [{ text: words, colour, category }];
  faults.push({ row, path: null, code });
  return [];
}

/** A category is one short line. */
function categoryOf(cell: string | undefined): string | null {
  const line = plainCell(cell ?? '').replace(/[\p{Cc}\p{Cs}]+/gu, ' ').trim();
  return line.slice(0, CATEGORY_MAX_LENGTH).replace(/\p{Cs}$/u, '').trim() || null;
}
const same = (a: string, b: string | undefined) => a.toLowerCase() === b?.trim().replace(/^\ufeff/, '').toLowerCase();
const columnOf = (cell: string): Column | undefined => COLUMNS.find((column) => LANGUAGES.some((language) => same(FILE_WORDS[language].columns[column], cell)));
const colourNamed = (cell: string | undefined): NoteColour | undefined => NOTE_COLOURS.find((colour) => LANGUAGES.some((language) => same(FILE_WORDS[language].colours[colour], cell)));
