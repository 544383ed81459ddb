import { expect, test } from '@jest/globals';
import type { ReportJury } from '@spolu/contracts/activities/ideathon-jury';
import { LANGUAGES } from '@spolu/contracts/plain';
import { REPORT_WORDS } from '../../../report/report-words.ts';
import { CRITERIA } from './given-jury.ts';
import { juryParts, juryRows } from './jury-plain.ts';

const jury: ReportJury = {
  state: 'fixed', jurorCount: 3, doneCount: 4, askedCount: 5, conflictCount: 1, revisedCount: 2, swings: [['b']], fixedAt: '2026-11-22T12:00:00.000Z',
  reopened: [{ fixedAt: '2026-11-22T11:00:00.000Z', reopenedAt: '2026-11-22T11:30:00.000Z', reason: 'Chýbal hárok.' }],
  result: {
    criteria: CRITERIA,
    jurorCount: 3,
    teams: [
      { teamId: 'a', number: 1, name: 'Strechy', rank: 1, points: 200 / 3, means: [1.5, 2], jurorCount: 2 },
      { teamId: 'b', number: 2, name: 'Lampy', rank: null, points: null, means: [], jurorCount: 0 },
    ],
  },
};

test('a jury on paper says who judged, what came out, and what a reader must know to trust it', () => {
  expect(juryParts(jury, 'sk')).toEqual([
    { kind: 'heading', text: 'Porota' },
    { kind: 'paragraph', text: 'Počet porotcov: 3. Úplné hárky: 4 z 5. Pre konflikt záujmov sa hodnotenia tímu zdržali: 1×. Po odkrytí bodov sa v diskusii hodnotenie zmenilo: 2×.' },
    { kind: 'paragraph', text: 'Predchádzajúci výsledok bol otvorený znova. Dôvod: Chýbal hárok.' },
    {
      kind: 'table', caption: 'Výsledok poroty',
      columns: [
        { title: 'Poradie', numeric: true }, { title: 'Tím' }, { title: 'Body zo 100', numeric: true }, { title: 'Prínos (75 %, 0 – 2)', numeric: true },
        { title: 'Dá sa to urobiť (25 %, 0 – 4)', numeric: true }, { title: 'Hodnotili', numeric: true },
      ],
      rows: [['1', '1 · Strechy', '66,7', '1,5', '2', '2'], ['–', '2 · Lampy', '–', '–', '–', '0']],
    },
    { kind: 'paragraph', text: 'Bez jedného z porotcov by bol prvý: Lampy.' },
  ]);
});

test('a result that was not fixed is said to be none, in every language', () => {
  for (const language of LANGUAGES) {
    const parts = juryParts({ ...jury, result: null, swings: [] }, language);
    expect(parts.some(({ kind }) => kind === 'table')).toBe(false);
    expect(parts).toHaveLength(4);
  }
  expect(juryParts(null, 'sk')).toEqual([]);
});

test('rows carry the ids of teams and every number that was told', () => {
  const part = { challenge: '', brief: '', goodProposal: [], stage: 'results' as const, teams: [], audience: null, jury };
  const activity = { id: 'x', kind: 'ideathon' as const, title: 'Ideathon', instruction: '', methodTitle: null, plannedMinutes: 1, startedAt: null, endedAt: null, isCounted: false, clusters: null, part };
  const sheet = juryRows(activity, REPORT_WORDS.sk);
  expect(sheet?.rows).toContainEqual(['x', 'Ideathon', 'a', 'Strechy', 'Body zo 100', 200 / 3]);
  expect(sheet?.rows).toContainEqual(['x', 'Ideathon', 'a', 'Strechy', 'Dá sa to urobiť: priemer', 2]);
  expect(sheet?.rows).toHaveLength(10);
  expect(juryRows({ ...activity, part: { ...part, jury: { ...jury, result: null } } }, REPORT_WORDS.sk)).toBeNull();
});
