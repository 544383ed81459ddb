import { describe, expect, test } from '@jest/globals';
import { IMPORT_ROWS_MAX } from '@spolu/contracts/board-files';
import { Problem } from '@spolu/contracts/problems';
import fc from 'fast-check';
import { noteTable, toCsv } from './note-table.ts';
import { readImport, type ReadImport } from './read-import.ts';

const table = (text: string | Buffer, asked: { textColumn?: number; heading?: 'yes' | 'no' } = {}) => notesOf(readImport(Buffer.from(text), { kind: 'table', ...asked }));
const notesOf = (read: ReadImport) => {
  if (read.kind !== 'notes') throw new Error(read.kind);
  return read;
};
const texts = ({ notes }: { notes: { text: string }[] }) => notes.map(({ text }) => text);

describe('a table', () => {
  test('of our own comes back as it went out, colours too', () => {
    const note = (text: string, colour: 'blue' | 'pink', y: number) => ({
      id: `${y}`, contributionId: `${y}`, participantId: null, text, colour, position: { x: 0, y, frameId: null }, at: { x: 0, y }, size: { width: 180, height: 180 }, clusterId: null,
      category: null, groupId: null, locked: false, order: 'a', removed: null, createdAt: 0,
    });
    const out = toCsv(noteTable({ frames: [], clusters: [], drawings: [], notes: [{ ...note('=1+1', 'blue', 0), category: '+rýchle' }, note('riadok\ndruhý; "tretí"', 'pink', 500)] }, { language: 'uk', timeZone: 'UTC', authors: null, comments: new Map() }), 'uk');
    expect(table(out)).toMatchObject({ heading: true, textColumn: 2, faults: [], notes: [{ text: '=1+1', colour: 'blue', category: '+rýchle' }, { text: 'riadok\ndruhý; "tretí"', colour: 'pink' }] });
  });

  test('without a heading begins with its first row; which column and whether there is a heading can be said', () => {
    expect(table('viac lavičiek;Jana\nmenej áut;Peter')).toMatchObject({ heading: false, textColumn: 0, rowCount: 2, columns: ['1', '2'] });
    const said = table('meno;nápad\nJana;viac lavičiek\n', { textColumn: 1, heading: 'yes' });
    expect([texts(said), said.columns]).toEqual([['viac lavičiek'], ['meno', 'nápad']]);
    expect(table('a;b', { textColumn: 900 }).textColumn).toBe(1);
  });

  test.each([
    ['UTF-8 with its mark', Buffer.from('\ufeffĽúbozvučný ďateľ')],
    ['UTF-16', Buffer.from('\ufeffĽúbozvučný ďateľ', 'utf16le')],
    ['the letters of Central Europe', Buffer.from([0xbc, 0xfa, 0x62, 0x6f, 0x7a, 0x76, 0x75, 0xe8, 0x6e, 0xfd, 0x20, 0xef, 0x61, 0x74, 0x65, 0xbe])],
  ])('is read in %s', (_, bytes) => {
    expect(texts(table(bytes))).toEqual(['Ľúbozvučný ďateľ']);
  });

  test('names each row that can’t come, and takes the others', () => {
    const { faults, notes, rowCount } = table(`dobrý\n${'x'.repeat(1_001)}\n\nzvon\u0007\nposledný`);
    expect(notes.map(({ text }) => text)).toEqual(['dobrý', 'posledný']);
    expect(faults).toEqual([{ row: 2, path: null, code: 'too-long' }, { row: 4, path: null, code: 'signs' }]);
    expect(rowCount).toBe(4);
  });

  test('of more rows than fit is not read', () => {
    const tooMany = () => table('a\n'.repeat(IMPORT_ROWS_MAX + 2));
    expect(tooMany).toThrow(new Problem('too-large'));
    expect(table('a\n'.repeat(IMPORT_ROWS_MAX)).notes).toHaveLength(IMPORT_ROWS_MAX);
  });
});

describe('lines', () => {
  test('are a note each, empty ones none', () => {
    expect(texts(notesOf(readImport(Buffer.from('prvý\r\n\r\n  druhý  \n"tretí", štvrtý'), { kind: 'lines' })))).toEqual(['prvý', 'druhý', '"tretí", štvrtý']);
  });
});

describe('SEC-56: whatever is in a file', () => {
  test('is read without an error or refused by name, and no text is longer or stranger than a note’s', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array)),
      fc.string({ unit: fc.constantFrom('"', ',', ';', '\t', '\n', '\r', '\0', 'a', '=', '{', '}', '[', ']', ':', '\ufeff'), maxLength: 200 }).map((text) => Buffer.from(text)),
      fc.json().map((text) => Buffer.from(text)),
    );
    fc.assert(
      fc.property(bytes, fc.constantFrom('table', 'lines', 'board' as const), (file, kind) => {
        const read = readImport(file, { kind });
        if (read.kind === 'board') expect(read.file === null).toBe(read.faults.length > 0);
        else for (const { text } of read.notes) expect(text.trim() !== '' && text.length <= 1_000 && !/[^\P{Cc}\t\n]/u.test(text)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  test('a board file that is none is told by where it differs', () => {
    const faultsOf = (value: unknown) => readImport(Buffer.from(JSON.stringify(value)), { kind: 'board' }).faults;
    expect(readImport(Buffer.from('{"a":'), { kind: 'board' }).faults).toEqual([{ row: null, path: null, code: 'unreadable' }]);
    const board = { format: 'spolupracovna-board', version: 1, exportedAt: '2026-11-22T10:00:00.000Z', title: '', frames: [], clusters: [], notes: [] };
    expect(faultsOf(board)).toEqual([]);
    expect(faultsOf({ ...board, version: 4 })[0]).toMatchObject({ path: 'version', code: 'shape' });
    expect(faultsOf({ ...board, ['__proto__x']: 1 })).toHaveLength(1);
    expect(faultsOf({ ...board, notes: [{ text: 'x' }] })[0]!.path).toMatch(/^notes\.0\./);
    expect(faultsOf(JSON.parse('{"__proto__": {"admin": true}}')).length).toBeGreaterThan(0);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });
});
