import Papa from 'papaparse';
import writeXlsx from 'write-excel-file/node';
import { safeCell, xmlText } from './cells.ts';

/** A table as files have it: rows of words and numbers under their headings. */
export interface Sheet {
  columns: readonly string[];
  rows: readonly (readonly (string | number | null)[])[];
}

/** RFC 4180, every cell in quotes, none that a spreadsheet would reckon (SEC-53), with the mark that makes spreadsheets read it as UTF-8. */
export function sheetToCsv({ columns, rows }: Sheet, delimiter: 'comma' | 'semicolon'): Buffer {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? safeCell(cell) : (cell ?? ''))));
  return Buffer.from(`\ufeff${Papa.unparse([[...columns], ...cells], { newline: '\r\n', quotes: true, delimiter: delimiter === 'comma' ? ',' : ';' })}\r\n`);
}

/** All tables in one file. Words are text by their type, so nothing is reckoned. */
export async function sheetsToXlsx(sheets: readonly (Sheet & { title: string })[]): Promise<Buffer> {
  const bold = (value: string) => ({ type: String, value, fontWeight: 'bold' as const });
  const cell = (value: string | number | null) =>
    typeof value === 'number' ? { type: Number, value } : { type: String, value: xmlText(value ?? ''), format: '@', wrap: true, alignVertical: 'top' as const };
  return writeXlsx(
    sheets.map(({ title, columns, rows }) => ({
      data: [columns.map(bold), ...rows.map((row) => row.map(cell))], sheet: title, columns: columns.map((_, i) => ({ width: i === 1 ? 60 : 24 })), stickyRowsCount: 1,
    })),
  ).toBuffer();
}
