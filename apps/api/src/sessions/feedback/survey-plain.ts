import type { Language } from '@spolu/contracts/common';
import type { ReportSurvey } from '@spolu/contracts/feedback';
import { textIn } from '@spolu/contracts/question-texts';
import { QUESTIONS } from '@spolu/methods/questionnaires/survey';
import type { PlainPart, Sheet } from '../report/plain.ts';
import type { ReportWords } from '../report/report-words.ts';

const wordsOf = (questionId: string, language: Language) => textIn(QUESTIONS.get(questionId) ?? { sk: questionId }, language).text;

/** The survey on paper: who answered, each question with its figures, and what people said in their own words. */
export function surveyParts({ eligible, given, told, results, words: said }: ReportSurvey, language: Language, { survey, answers }: ReportWords): PlainPart[] {
  const questions = [...new Set(said.flatMap(({ questionId }) => questionId ?? []))];
  return [
    { kind: 'paragraph', text: answers.turnout(given, eligible) },
    { kind: 'paragraph', text: survey.means(told), look: 'soft' },
    {
      kind: 'table',
      caption: null,
      columns: [{ title: survey.question }, { title: survey.mean, numeric: true }, { title: answers.agree, numeric: true }, { title: answers.count, numeric: true }],
      rows: results.map(({ questionId, scale }) => [
        wordsOf(questionId, language),
        scale && scale.mean !== null ? answers.mark(scale.mean) : '–',
        scale && scale.agreeShare !== null ? answers.share(scale.agreeShare) : '–',
        scale ? String(scale.count) : answers.tooFew,
      ]),
    },
    ...questions.flatMap((questionId): PlainPart[] => [
      { kind: 'paragraph', text: wordsOf(questionId, language), look: 'strong' },
      { kind: 'list', items: said.filter((one) => one.questionId === questionId).map(({ text }) => text) },
    ]),
  ];
}

/** How often each step of each question was chosen. */
export const surveyRows = ({ results }: ReportSurvey, language: Language, { survey, answers }: ReportWords): Sheet => ({
  id: 'survey',
  columns: [survey.questionId, survey.question, answers.answer, answers.count],
  rows: results.flatMap(({ questionId, scale }) => (scale?.counts ?? []).map(({ value, count }) => [questionId, wordsOf(questionId, language), value, count])),
});
