import { type Demographic, GROUP_MIN, OPT_OUT, type Question, type ScaleId, type ScaleResult, type ScaleValue } from '@spolu/contracts/question-texts';
import { Problem } from '@spolu/contracts/problems';

/** What may be chosen on each scale, from the least to the most. */
const VALUES: Record<ScaleId, readonly ScaleValue[]> = {
  agree5: [1, 2, 3, 4, 5],
  satisfaction5: [1, 2, 3, 4, 5],
  'yes-no': ['yes', 'no', 'partly'],
  recommend10: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
};

/** Answers by the question's id. */
export type Answers = Record<string, ScaleValue>;
/** Answers on scales with what somebody said of herself, and what was said in words, apart: together they would say more of a person than each alone. */
export interface CheckedAnswers {
  scores: Answers;
  words: { questionId: string; text: string }[];
}

/**
 * No question has to be answered. Words of a follow-up count only where its question was answered so that it is asked.
 * @throws Problem `invalid-input` for a question that is not asked, or a value that its scale has not
 */
export function checkAnswers(questions: readonly Question[], answers: Answers, demographics: readonly Demographic[] = []): CheckedAnswers {
  const scores: Answers = {};
  const words: CheckedAnswers['words'] = [];
  const known = new Set<string>();
  const takeWords = (questionId: string, isAsked: boolean) => {
    known.add(questionId);
    const text = answers[questionId];
    if (text === undefined) return;
    if (typeof text !== 'string') throw new Problem('invalid-input', { questionId });
    if (isAsked && text.trim() !== '') words.push({ questionId, text: text.trim() });
  };
  for (const { id, type, followUp } of questions) {
    const value = answers[id];
    if (type === 'text') takeWords(id, true);
    else {
      known.add(id);
      if (value !== undefined && value !== OPT_OUT && !VALUES[type].includes(value)) throw new Problem('invalid-input', { questionId: id });
      if (value !== undefined) scores[id] = value;
    }
    if (followUp) takeWords(followUp.id, value !== undefined && followUp.whenIn.includes(value));
  }
  for (const { id, options } of demographics) {
    known.add(id);
    const value = answers[id];
    if (value === undefined) continue;
    if (!options.some((option) => option.value === value)) throw new Problem('invalid-input', { questionId: id });
    scores[id] = value;
  }
  const unknown = Object.keys(answers).find((id) => !known.has(id));
  if (unknown !== undefined) throw new Problem('invalid-input', { questionId: unknown });
  return { scores, words };
}

/**
 * What the answers to one question come to: counts of each step, and by the scale its mean, the share of those who agree (4 and 5), or the score of
 * recommendation (9 and 10 less 0 to 6). Null below {@link GROUP_MIN} answers that say something.
 */
export function tallyScale(scale: ScaleId, values: readonly ScaleValue[]): ScaleResult | null {
  const valid = values.filter((value) => value !== OPT_OUT);
  if (valid.length < GROUP_MIN) return null;
  const numbers = valid.filter((value) => typeof value === 'number');
  const share = (from: number, to: number) => numbers.filter((value) => value >= from && value <= to).length / valid.length;
  const isFive = scale === 'agree5' || scale === 'satisfaction5';
  return {
    count: valid.length,
    optOutCount: values.length - valid.length,
    counts: VALUES[scale].map((value) => ({ value, count: valid.filter((one) => one === value).length })),
    mean: scale === 'yes-no' ? null : numbers.reduce((sum, value) => sum + value, 0) / valid.length,
    agreeShare: isFive ? share(4, 5) : null,
    recommendScore: scale === 'recommend10' ? share(9, 10) - share(0, 6) : null,
  };
}

/** Of a part of the evaluation: the mean of its questions' means on five steps, from 0 to 100; null where none may be told. */
export function dimensionScore(results: readonly (ScaleResult | null)[]): number | null {
  const means = results.flatMap((result) => (result && result.agreeShare !== null && result.mean !== null ? [result.mean] : []));
  if (means.length === 0) return null;
  return ((means.reduce((sum, mean) => sum + mean, 0) / means.length - 1) / 4) * 100;
}
