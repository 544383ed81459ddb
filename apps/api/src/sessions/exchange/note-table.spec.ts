import { describe, expect, test } from '@jest/globals';
import type { PlacedNote, SeenBoard } from '@spolu/board/drawing/seen';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import { plainCell, safeCell } from '../../sheets/cells.ts';
import { noteTable, toCsv, toXlsx } from './note-table.ts';

const note = (text: string, changes: Partial<PlacedNote> = {}): PlacedNote => ({
  id: 'n', contributionId: 'c', participantId: null, text, colour: 'green', position: { x: 0, y: 0, frameId: null }, at: { x: 0, y: 0 }, size: { width: 180, height: 180 },
  clusterId: null, category: null, groupId: null, locked: false, order: 'a', removed: null, createdAt: Date.UTC(2026, 10, 22, 23, 30), ...changes,
});
const boardOf = (...notes: PlacedNote[]): SeenBoard => ({ frames: [], clusters: [], notes, drawings: [] });
const options = { language: 'sk', timeZone: 'Europe/Bratislava', authors: null, comments: new Map<string, string[]>() } as const;
const cellsOf = (csv: Buffer) => Papa.parse<string[]>(csv.toString('utf8').replace(/^\ufeff/, ''), { skipEmptyLines: true }).data;

describe('SEC-53: tables', () => {
  test.each(['=1+1', '+420', '-5', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '"=1+1', "'=1+1", ' =1+1', '  "=HYPERLINK("x")', '„=1', '＝1+1', '\u00a0=1'])('%j is text, in quotes and after spaces too', (text) => {
    expect(safeCell(text)).toBe(`'${text}`);
    expect(plainCell(safeCell(text))).toBe(text);
  });
  test.each(['lavičky', "'ahoj'", '1 = 1', 'a-b', ''])('%j stays as it is', (text) => {
    expect(safeCell(text)).toBe(text);
    expect(plainCell(text)).toBe(text);
  });

  test('no cell of any note begins a formula, and each is found again', async () => {
    const text = fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', "'", ' ', ',', ';', 'ž', '1', '\ufeff', '\0'), maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 8 }), async (texts) => {
        const table = noteTable(boardOf(...texts.map((words, i) => note(words, { id: `n${i}`, position: { x: 0, y: i * 1_000, frameId: null } }))), options);
        const [, ...rows] = cellsOf(toCsv(table, 'sk'));
        expect(rows.map((row) => plainCell(row[2]!))).toEqual(texts);
        for (const cell of rows.flat()) expect(cell).not.toMatch(/^[\s"]*[=+\-@\t\r\n]/);
      }),
    );
  });

  test('cells of a workbook are text by their type, whatever they hold', async () => {
    const sheet = unzipSync(await toXlsx(noteTable(boardOf(note('=HYPERLINK("http://evil.example")'), note('<b>&\u0001\ud800')), options), 'sk'));
    const names = Object.keys(sheet);
    const xml = Buffer.from(sheet[names.find((name) => /worksheets\/sheet1\.xml$/.test(name))!]!).toString();
    expect(names.filter((name) => /vba|macro|external/i.test(name))).toEqual([]);
    expect(xml).not.toMatch(/<f>|t="str"|t="e"/);
    expect([...xml.matchAll(/<c [^>]*[^/]>/g)].filter(([cell]) => !/t="(s|inlineStr)"/.test(cell)).map(([cell]) => cell)).toEqual([]);
    const shared = names.map((name) => Buffer.from(sheet[name]!).toString()).join('');
    expect(shared.replace(/&quot;/g, '"')).toContain('=HYPERLINK("http://evil.example")');
    expect(shared).not.toContain(String.fromCharCode(1));
  });
});

describe('the table of notes', () => {
  const frames = [{ id: 'f', title: 'Dnes', position: { x: 0, y: 0 }, size: { width: 1, height: 1 }, hint: '', layout: 'plain' as const, columns: [], rows: [], order: 'a', locked: false, removed: false }];
  const clusters = [{ id: 'k', title: 'Zeleň', order: 'a', votes: null, removed: false }];

  test('has a row for each in reading order, with its time in the town', () => {
    const table = noteTable({ frames, clusters, drawings: [], notes: [note('mimo', { id: 'b' }), note('dnu', { id: 'a', position: { x: 0, y: 0, frameId: 'f' }, clusterId: 'k', category: 'rýchle' })] }, options);
    expect(table.columns).toEqual(['noteId', 'contributionId', 'text', 'frame', 'cluster', 'category', 'colour', 'createdAt', 'comments']);
    expect(table.rows).toMatchObject([
      { noteId: 'a', text: 'dnu', frame: 'Dnes', cluster: 'Zeleň', category: 'rýchle', colour: 'zelená', createdAt: '2026-11-23 00:30:00' },
      { noteId: 'b', text: 'mimo', frame: '', cluster: '' },
    ]);
    expect(cellsOf(toCsv(table, 'uk'))[0]).toEqual(['ID нотатки', 'ID внеску', 'текст', 'рамка', 'група', 'категорія', 'колір', 'написано', 'коментарі']);
  });

  test('what was said about a note stands in its row, one comment below the other, and is no formula either', () => {
    const comments = new Map([['a', ['=1+1', 'Mesto.\nKaždý utorok.']], ['elsewhere', ['nie']]]);
    const table = noteTable(boardOf(note('dnu', { id: 'a' }), note('bez', { id: 'b', position: { x: 0, y: 500, frameId: null } })), { ...options, comments });
    expect(table.rows.map((row) => row.comments)).toEqual(['• =1+1\n• Mesto.\nKaždý utorok.', '']);
    for (const cell of cellsOf(toCsv(table, 'sk')).flat()) expect(cell).not.toMatch(/^[\s"]*[=+\-@]/);
  });

  test('has between its columns what the spreadsheets of a country expect', () => {
    const table = noteTable(boardOf(note('jedna; dve, tri')), options);
    const [comma, semicolon] = [toCsv(table, 'sk').toString(), toCsv(table, 'sk', 'semicolon').toString()];
    expect(comma.split('\r\n')[0]).toContain('","');
    expect(semicolon.split('\r\n')[0]).toContain('";"');
    for (const text of [comma, semicolon]) expect(text).toContain('"jedna; dve, tri"');
    expect(semicolon.replaceAll('";"', '","')).toBe(comma);
  });

  test('names authors only if asked, by nickname or number, and never who stands nowhere on the note', () => {
    const authors = new Map([['p1', { nickname: 'Marta', sector: 'ngo' as const, number: 1 }], ['p2', { nickname: null, sector: null, number: 2 }]]);
    const notes = [note('a', { participantId: 'p1' }), note('b', { id: 'm', participantId: 'p2' }), note('c', { id: 'o' })].map((each, i) => ({ ...each, position: { x: 0, y: i * 500, frameId: null } }));
    const asked = noteTable({ frames, clusters, notes, drawings: [] }, { ...options, authors });
    expect(asked.columns).toContain('author');
    expect(asked.rows.map(({ author, sector }) => [author, sector])).toEqual([['Marta', 'neziskový'], ['účastník/účastníčka 2', ''], ['', '']]);
    expect(noteTable({ frames, clusters, notes, drawings: [] }, options).rows.map(({ author, sector }) => author + sector)).toEqual(['', '', '']);
  });
});
