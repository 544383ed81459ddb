import type { Language } from '@spolu/contracts/common';
import type { ReportSurvey, SurveyGroups } from '@spolu/contracts/feedback';
import { textIn, type Question, type Questionnaire, type ScaleResult, type Texts } from '@spolu/contracts/question-texts';
import { QUESTIONS } from '@spolu/methods/questionnaires/survey';
import type { PlainPart, Sheet } from '../report/plain.ts';
import type { ReportWords } from '../report/report-words.ts';

const wordsOf = (questionId: string, language: Language) => textIn(QUESTIONS.get(questionId) ?? { sk: questionId }, language).text;

/** The survey on paper: who answered, each question with its figures, what groups said, and what people said in their own words. */
export function surveyParts({ questionnaires, eligible, given, told, results, groups, words: said }: ReportSurvey, language: Language, words: ReportWords): PlainPart[] {
  const { survey, answers } = words;
  const scales = new Map(results.map(({ questionId, scale }) => [questionId, scale]));
  const questions = [...new Set(said.flatMap(({ questionId }) => questionId ?? []))];
  const titleOf = ({ title }: Questionnaire) => textIn(title, language).text;
  return [
    { kind: 'paragraph', text: answers.turnout(given, eligible) },
    { kind: 'paragraph', text: survey.means(told), look: 'soft' },
    ...questionnaires.map((questionnaire): PlainPart => ({
      kind: 'table',
      caption: questionnaires.length > 1 ? titleOf(questionnaire) : null,
      columns: [{ title: survey.question }, { title: survey.mean, numeric: true }, { title: answers.agree, numeric: true }, { title: answers.count, numeric: true }],
      rows: questionnaire.questions.filter(isScale).map(({ id }) => {
        const scale = scales.get(id) ?? null;
        return [wordsOf(id, language), meanOf(scale, words), scale && scale.agreeShare !== null ? answers.share(scale.agreeShare) : '–', scale ? String(scale.count) : answers.tooFew];
      }),
    })),
    ...(groups.length > 0 ? [{ kind: 'paragraph', text: survey.groupsMean, look: 'soft' } satisfies PlainPart] : []),
    ...groups.map(({ demographic, groups: told }): PlainPart => ({
      kind: 'table',
      caption: textIn(demographic.texts, language).text,
      columns: [{ title: survey.question }, ...told.map(({ value, people }) => ({ title: `${groupName(demographic, value, language, words)} (${people})`, numeric: true }))],
      rows: questionnaires.flatMap((one) => one.questions).flatMap(({ id }) => {
        const means = told.map(({ results: of }) => of.find(({ questionId }) => questionId === id)?.scale ?? null);
        return means.some((scale) => scale !== null && scale.mean !== null) ? [[wordsOf(id, language), ...means.map((scale) => meanOf(scale, words))]] : [];
      }),
    })),
    ...questions.flatMap((questionId): PlainPart[] => [
      { kind: 'paragraph', text: wordsOf(questionId, language), look: 'strong' },
      { kind: 'list', items: said.filter((one) => one.questionId === questionId).map(({ text }) => text) },
    ]),
  ];
}

/** How often each step of each question was chosen: by all, then by each group that is told. */
export function surveyRows({ results, groups }: ReportSurvey, language: Language, words: ReportWords): Sheet {
  const { survey, answers } = words;
  const rowsOf = (of: ReportSurvey['results'], group: [string | null, string | null]) =>
    of.flatMap(({ questionId, scale }) => (scale?.counts ?? []).map(({ value, count }) => [questionId, wordsOf(questionId, language), value, count, ...group]));
  return {
    id: 'survey',
    columns: [survey.questionId, survey.question, answers.answer, answers.count, survey.groupedBy, survey.group],
    rows: [
      ...rowsOf(results, [null, null]),
      ...groups.flatMap(({ demographic, groups: told }) =>
        told.flatMap(({ value, results: of }) => rowsOf(of, [textIn(demographic.texts, language).text, groupName(demographic, value, language, words)]))),
    ],
  };
}

const isScale = ({ type }: Question) => type !== 'text';
const meanOf = (scale: ScaleResult | null, { answers }: ReportWords) => (scale && scale.mean !== null ? answers.mark(scale.mean) : '–');

function groupName({ options }: SurveyGroups['demographic'], value: string | null, language: Language, { unknownSector }: ReportWords): string {
  const label: Texts | undefined = options.find((option) => option.value === value)?.label;
  return label ? textIn(label, language).text : unknownSector;
}
