import type { AnswerOf, AnswerSettingsOf } from '@spolu/contracts/activities/answers';
import type { QuestionAnswer, QuestionType } from '@spolu/contracts/activities/question';
import { Problem } from '@spolu/contracts/problems';
import { checkChoice, tallyChoices } from '@spolu/deliberation/choice';
import { checkNumber, tallyNumbers } from '@spolu/deliberation/numbers';
import { checkStep, tallyScale } from '@spolu/deliberation/scale';
import { tallySaid } from '@spolu/deliberation/said';
import type { AnswerRules } from '../answers/answer-rules.ts';
import { saidText, wordsOf } from './said.ts';

type Answer<Type extends QuestionType> = Extract<QuestionAnswer, { type: Type }>;

const stepsOf = ({ steps }: { steps: number }) => Array.from({ length: steps }, (_, i) => i + 1);

/** What was stored was checked against the form: they are of one type. */
const of = <Type extends QuestionType>(values: readonly AnswerOf<'question'>[], type: Type) =>
  values.flatMap(({ answer }) => (answer.type === type ? [answer as Answer<Type>] : []));

/** A question asks in one of a few forms; each has its rules. */
export const questionRules: AnswerRules<'question'> = {
  check: (value, optionIds, { form }) => {
    checkAnswer(value.answer, form, optionIds);
    return value;
  },
  tally: (values, optionIds, eligibleCount, { form }) => {
    switch (form.type) {
      case 'choice': {
        const { counts, ...turnout } = tallyChoices(of(values, 'choice').map(({ chosen }) => chosen), { optionIds }, eligibleCount);
        return { kind: 'question', ...turnout, figures: { type: 'choice', most: form.most, counts } };
      }
      case 'scale': {
        const { counts, spread, ...turnout } = tallyScale(of(values, 'scale').map(({ step }) => step), stepsOf(form), eligibleCount);
        return { kind: 'question', ...turnout, figures: { type: 'scale', low: form.low, high: form.high, counts, spread } };
      }
      case 'number': {
        const { bins, spread, mean, ...turnout } = tallyNumbers(of(values, 'number').map(({ number }) => number), eligibleCount);
        return { kind: 'question', ...turnout, figures: { type: 'number', unit: form.unit, bins, spread, mean } };
      }
      case 'text':
      case 'words': {
        const { said, ...turnout } = tallySaid(values.map(wordsOf), eligibleCount);
        return { kind: 'question', ...turnout, figures: { type: form.type, said: said.map(saidText), differentCount: said.length, hiddenCount: 0 } };
      }
    }
  },
};

/** @throws Problem `invalid-input` for an answer in another form, and what the form's rules refuse */
function checkAnswer(answer: QuestionAnswer, form: AnswerSettingsOf<'question'>['form'], optionIds: readonly string[]): void {
  if (answer.type === 'choice' && form.type === 'choice') checkChoice(answer.chosen, { optionIds, most: form.most });
  else if (answer.type === 'scale' && form.type === 'scale') checkStep(answer.step, stepsOf(form));
  else if (answer.type === 'number' && form.type === 'number') checkNumber(answer.number, form);
  else if (answer.type === 'words' && form.type === 'words') {
    if (answer.words.length > form.most) throw new Problem('vote/over-limit', { limit: form.most });
  } else if (answer.type !== 'text' || form.type !== 'text') throw new Problem('invalid-input', { type: form.type });
}
