import type { AssessmentRow, Criterion, CriterionScore, Feasibility, SheetFault, WriteAssessment } from '@spolu/contracts/assessment';
import { ASSESSED_TEXT_MAX_LENGTH, COST_MAX, Feasibility as Feasibilities } from '@spolu/contracts/assessment';
import type { Language } from '@spolu/contracts/common';
import { SHEET_WORDS } from './sheet-words.ts';

/** An assessment as it stands, with what a sheet shows beside it. */
export interface SheetAssessment {
  row: AssessmentRow;
  written: Omit<WriteAssessment, 'give'>;
}
type Cell = string | number | null;
const FIXED = ['id', 'revision', 'idea', 'organisation', 'dueOn', 'state'] as const;
const WRITTEN = ['feasibility', 'cost', 'costNote', 'internalNote', 'publicAnswer'] as const;
const TEXTS = ['costNote', 'internalNote', 'publicAnswer'] as const;

/** Headings of a process's sheet, in their order. Criteria are numbered, so that two of one name stay two. */
export function headingsOf(criteria: readonly Criterion[], language: Language): string[] {
  const { columns, met } = SHEET_WORDS[language];
  return [
    ...FIXED.map((column) => columns[column]),
    ...criteria.map((criterion, i) => `${i + 1}. ${criterion.title} (${criterion.kind === 'points' ? `0–${criterion.scaleMax}` : met})`),
    ...WRITTEN.map((column) => columns[column]),
  ];
}

export function toCells({ row, written }: SheetAssessment, criteria: readonly Criterion[], language: Language): Cell[] {
  const { states, feasibilities } = SHEET_WORDS[language];
  return [
    row.id, written.revision, row.ideaTitle, row.organisationName, row.dueOn, states[row.state],
    ...criteria.map(({ id }) => written.scores.find(({ criterionId }) => criterionId === id)?.value ?? null),
    written.feasibility && feasibilities[written.feasibility], written.cost, written.costNote, written.internalNote, written.publicAnswer,
  ];
}

export interface ReadRow {
  /** As the spreadsheet counts. */
  row: number;
  assessment: SheetAssessment;
  /** What it would say; the revision is the one the sheet was made from. */
  input: Omit<WriteAssessment, 'give'>;
  changes: { column: string; before: string; after: string }[];
}

/**
 * What a filled-in sheet says of assessments. Columns are found by their headings, so they may have been moved and left out; a cell left empty takes nothing away.
 * @param known assessments that the reader of the sheet may see, by id
 * @param mayWrite whether she may write one of them
 */
export function readSheet(
  cells: readonly (readonly unknown[])[], known: ReadonlyMap<string, SheetAssessment>, criteria: readonly Criterion[], language: Language, mayWrite: (assessment: SheetAssessment) => boolean,
): { rows: ReadRow[]; unchangedCount: number; faults: SheetFault[] } {
  const { columns, feasibilities } = SHEET_WORDS[language];
  const [head = [], ...lines] = cells;
  const headings = headingsOf(criteria, language);
  const places = new Map(head.map((cell, place) => [said(cell), place]));
  const faults: SheetFault[] = [];
  const rows: ReadRow[] = [];
  const seen = new Set<string>();
  let unchangedCount = 0;

  for (const [i, line] of lines.entries()) {
    const row = i + 2;
    const cellOf = (heading: string | undefined) => said(line[places.get(heading ?? '') ?? -1]);
    if (line.every((cell) => said(cell) === '')) continue;
    const id = cellOf(columns.id).toLowerCase();
    const assessment = known.get(id);
    const complain = (code: SheetFault['code'], column: string | null = null) => void faults.push({ row, column, code });
    if (!assessment) {
      complain('unknown-row');
      continue;
    }
    if (seen.has(id)) {
      complain('twice');
      continue;
    }
    seen.add(id);

    const before = faults.length;
    const { written } = assessment;
    const scores = criteria.flatMap((criterion, n): CriterionScore[] => {
      const heading = headings[FIXED.length + n];
      const old = written.scores.find(({ criterionId }) => criterionId === criterion.id);
      const value = wholeNumber(cellOf(heading), criterion.kind === 'points' ? criterion.scaleMax : 1, (code) => complain(code, heading ?? null));
      return value === null ? (old ? [old] : []) : [{ criterionId: criterion.id, value, reason: old?.reason ?? '' }];
    });
    const cost = wholeNumber(cellOf(columns.cost), COST_MAX, (code) => complain(code, columns.cost));
    const feasibility = Feasibilities.options.find((one) => feasibilities[one].toLowerCase() === cellOf(columns.feasibility).toLowerCase()) ?? null;
    if (feasibility === null && cellOf(columns.feasibility) !== '') complain('unknown-word', columns.feasibility);
    const texts = Object.fromEntries(TEXTS.map((name) => [name, cellOf(columns[name]) || written[name]])) as Record<(typeof TEXTS)[number], string>;
    for (const name of TEXTS) if (texts[name].length > ASSESSED_TEXT_MAX_LENGTH) complain('too-long', columns[name]);
    if (faults.length > before) continue;

    const input = { ...written, ...texts, scores, cost: cost ?? written.cost, feasibility: feasibility ?? written.feasibility, revision: Number(cellOf(columns.revision)) };
    const changes = changesOf(assessment, input, criteria, headings, feasibilities, columns);
    if (changes.length === 0) unchangedCount += 1;
    else if (!mayWrite(assessment)) complain('foreign-row');
    else if (assessment.row.state === 'published') complain('published');
    else if (input.revision !== written.revision) complain('changed-meanwhile');
    else rows.push({ row, assessment, input, changes });
  }
  return { rows, unchangedCount, faults };
}

function changesOf(
  { written }: SheetAssessment, input: ReadRow['input'], criteria: readonly Criterion[], headings: readonly string[], feasibilities: Record<Feasibility, string>, columns: Record<string, string>,
): ReadRow['changes'] {
  const valueIn = (scores: readonly CriterionScore[], id: string) => String(scores.find(({ criterionId }) => criterionId === id)?.value ?? '');
  const pairs: [column: string, before: string, after: string][] = [
    ...criteria.map(({ id }, n): [string, string, string] => [headings[FIXED.length + n] ?? '', valueIn(written.scores, id), valueIn(input.scores, id)]),
    [columns['feasibility'] ?? '', written.feasibility ? feasibilities[written.feasibility] : '', input.feasibility ? feasibilities[input.feasibility] : ''],
    [columns['cost'] ?? '', String(written.cost ?? ''), String(input.cost ?? '')],
    ...TEXTS.map((name): [string, string, string] => [columns[name] ?? '', written[name], input[name]]),
  ];
  return pairs.flatMap(([column, before, after]) => (before === after ? [] : [{ column, before, after }]));
}

/** What a cell says, as text. Line ends of whatever system are ours. */
const said = (cell: unknown): string =>
  typeof cell === 'string' ? cell.replace(/\r\n?/g, '\n').trim()
    : typeof cell === 'number' || typeof cell === 'boolean' ? String(cell)
      : cell instanceof Date ? cell.toISOString().slice(0, 10) : '';

function wholeNumber(text: string, max: number, complain: (code: 'no-whole-number' | 'out-of-scale') => void): number | null {
  const plain = text.replace(/[\s\u00a0\u202f€]/g, '');
  if (plain === '') return null;
  if (!/^\d+$/.test(plain)) {
    complain('no-whole-number');
    return null;
  }
  if (Number(plain) > max) {
    complain('out-of-scale');
    return null;
  }
  return Number(plain);
}
