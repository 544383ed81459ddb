import { NOTE_MAX_LENGTH } from '@spolu/contracts/plain';

/** One note to be, and where it stood: lines are one below the other, cells of a spreadsheet in rows and columns. */
export interface PastedWords {
  text: string;
  row: number;
  column: number;
}

/**
 * What was copied from a text or a spreadsheet, as one note for each line or cell with words in it. A cell may hold line ends (spreadsheets put it in quotes then).
 * Nothing is lost: what is too long for a note goes on in the next rows of a column of its own.
 */
export function wordsOf(pasted: string): PastedWords[] {
  const text = pasted.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\t\n]/gu, '');
  const rows = text.includes('\t') ? cellsOf(text) : text.split('\n').map((line) => [line]);
  const words: PastedWords[] = [];
  let row = 0;
  for (const cells of rows) {
    const pieces = cells.map((cell) => piecesOf(cell.trim()));
    const height = Math.max(0, ...pieces.map(({ length }) => length));
    pieces.forEach((parts, column) => parts.forEach((part, i) => words.push({ text: part, row: row + i, column })));
    row += height;
  }
  return words;
}

function cellsOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = '', end = ''] of text.matchAll(/(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))([\t\n]|$)/g)) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\t') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

/** Cut between words where a text is longer than a note. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > NOTE_MAX_LENGTH) {
    const space = rest.lastIndexOf(' ', NOTE_MAX_LENGTH);
    const last = rest.charCodeAt(NOTE_MAX_LENGTH - 1);
    // Never between the halves of an emoji.
    const cut = space > 0 ? space : last >= 0xd800 && last < 0xdc00 ? NOTE_MAX_LENGTH - 1 : NOTE_MAX_LENGTH;
    pieces.push(rest.slice(0, cut));
    rest = rest.slice(cut).trimStart();
  }
  return rest === '' ? pieces : [...pieces, rest];
}
