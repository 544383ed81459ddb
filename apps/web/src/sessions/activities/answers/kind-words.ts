import type { AnswerKind, AnswerOption, AnswerResult } from '@spolu/contracts/activities/answers';
import { consentWords } from '../consent/consent-words.ts';
import { estimateWords } from '../estimate/estimate-words.ts';
import { fistWords } from '../fist-to-five/fist-words.ts';
import { gradientsWords } from '../gradients/gradients-words.ts';
import { questionWords } from '../question/question-figures.ts';
import { pulseWords } from '../pulse/pulse-words.ts';
import { rankingWords } from '../ranking/ranking-words.ts';
import type { AnswerText, Figure, KindWords } from './answer-text.ts';

const WORDS: { [Kind in AnswerKind]: KindWords<Kind> } = {
  consent: consentWords,
  'fist-to-five': fistWords,
  gradients: gradientsWords,
  ranking: rankingWords,
  estimate: estimateWords,
  question: questionWords,
  pulse: pulseWords,
};
const wordsOf = <Kind extends AnswerKind>(kind: Kind): KindWords<Kind> => WORDS[kind];

export const sentencesOf = (result: AnswerResult, options: readonly AnswerOption[], t: AnswerText): string[] => wordsOf<AnswerKind>(result.kind).sentences(result, options, t);
export const figuresOf = (result: AnswerResult, options: readonly AnswerOption[], t: AnswerText): Figure[] => wordsOf<AnswerKind>(result.kind).figures(result, options, t);
