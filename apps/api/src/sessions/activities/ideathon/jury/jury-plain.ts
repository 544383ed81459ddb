import { type JuryOutcome, type ReportJury, scaleMaxOf } from '@spolu/contracts/activities/ideathon-jury';
import type { Language } from '@spolu/contracts/common';
import type { ReportActivityOf } from '@spolu/contracts/sessions';
import type { Cell, PlainPart, Sheet } from '../../../report/plain.ts';
import type { ReportWords } from '../../../report/report-words.ts';
import { JURY_WORDS, type JuryWords } from './jury-words.ts';

/** A jury on paper: who judged, what came out, and what a reader must know to trust it. */
export function juryParts(jury: ReportJury | null, language: Language): PlainPart[] {
  if (!jury) return [];
  const words = JURY_WORDS[language];
  const { result, jurorCount, doneCount, askedCount, conflictCount, revisedCount, swings, reopened } = jury;
  const paragraph = (text: string): PlainPart => ({ kind: 'paragraph', text });
  const about = [
    words.jurors(jurorCount), words.sheets(doneCount, askedCount),
    ...(conflictCount > 0 ? [words.conflicts(conflictCount)] : []),
    ...(revisedCount > 0 ? [words.revised(revisedCount)] : []),
  ].join(' ');
  return [
    { kind: 'heading', text: words.jury },
    paragraph(about),
    ...reopened.map(({ reason }) => paragraph(words.setAside(reason))),
    ...(result ? [table(result, words, language), ...swings.map((teamIds) => paragraph(words.swing(namesOf(result, teamIds))))] : [paragraph(words.notFixed)]),
  ];
}

/** Each team's points, rank and means with its id. */
export function juryRows({ id, title, part }: ReportActivityOf<'ideathon'>, { columns, language }: ReportWords): Sheet | null {
  const result = part?.jury?.result;
  if (!result) return null;
  const words = JURY_WORDS[language];
  return {
    id: 'answers',
    columns: [columns.activityId, columns.activity, columns.optionId, columns.option, columns.measure, columns.value],
    rows: result.teams.flatMap(({ teamId, name, rank, points, means, jurorCount }) => {
      const measures: [string, number | null][] = [
        [words.rank, rank], [words.points, points], [words.judges, jurorCount],
        ...result.criteria.map((criterion, i): [string, number | null] => [`${criterion.title}: ${words.mean}`, means[i] ?? null]),
      ];
      return measures.map(([measure, value]): Cell[] => [id, title, teamId, name, measure, value]);
    }),
  };
}

function table({ criteria, teams }: JuryOutcome, words: JuryWords, language: Language): PlainPart {
  const weights = criteria.reduce((sum, { weight }) => sum + weight, 0);
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const told = (value: number | null | undefined) => (value === null || value === undefined ? '–' : number.format(value));
  return {
    kind: 'table',
    caption: words.result,
    columns: [
      { title: words.rank, numeric: true }, { title: words.team }, { title: words.points, numeric: true },
      ...criteria.map((criterion) => ({ title: words.criterion(criterion.title, Math.round((100 * criterion.weight) / weights), scaleMaxOf(criterion)), numeric: true })),
      { title: words.judges, numeric: true },
    ],
    rows: teams.map(({ number: of, name, rank, points, means, jurorCount }) => [
      told(rank), `${of} · ${name}`, told(points), ...criteria.map((_, i) => told(means[i])), told(jurorCount),
    ]),
  };
}

const namesOf = ({ teams }: JuryOutcome, teamIds: readonly string[]) => teams.filter(({ teamId }) => teamIds.includes(teamId)).map(({ name }) => name).join(', ');
