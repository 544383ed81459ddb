import type { Language } from '@spolu/contracts/common';
import { OPT_OUT, textIn, type Question, type ScaleValue } from '@spolu/contracts/question-texts';
import type { Reflection } from '@spolu/contracts/reflection';
import { REFLECTION_FIGURES, reflection } from '@spolu/methods/questionnaires/reflection';
import { SCALES } from '@spolu/methods/questionnaires/scales';
import type { Sheet } from '../report/plain.ts';
import type { ReportWords } from '../report/report-words.ts';

/** Each question with what was answered, in words where the scale has them; for those who run the session. */
export function reflectionSheet({ scores, ...figures }: Reflection, language: Language, { survey, answers }: ReportWords): Pick<Sheet, 'columns' | 'rows'> {
  const { staffHours, directCosts, lesson } = REFLECTION_FIGURES;
  const text = (texts: Parameters<typeof textIn>[0]) => textIn(texts, language).text;
  return {
    columns: [survey.questionId, survey.question, answers.answer],
    rows: [
      ...reflection.questions.map((question) => [question.id, text(question.texts), saidOn(question, scores[question.id], language)]),
      ...([[staffHours, figures.staffHours], [directCosts, figures.directCosts], [lesson, figures.lesson]] as const).map(([{ id, texts }, value]) => [id, text(texts), value]),
    ],
  };
}

function saidOn({ type }: Question, value: ScaleValue | undefined, language: Language): string | number | null {
  if (value === undefined || type === 'text') return null;
  if (typeof value === 'number') return value;
  const { values, optOut } = SCALES[type];
  const label = value === OPT_OUT ? optOut : values.find((step) => step.value === value)?.label;
  return label ? textIn(label, language).text : value;
}
