import type { AnswerKind, AnswerOption, ResultOf } from '@spolu/contracts/activities/answers';
import type { PhoneKey } from '../../phone/phone-text.tsx';

/** Words of a result stand in the phone's texts and in those of the other screens alike, under `answers`. */
export type AnswerKey = Extract<PhoneKey, `answers.${string}`>;
export type AnswerText = (key: ResultKey, values?: Record<string, string | number>) => string;
type KindKey = `answers.${'consent' | 'fist' | 'gradients' | 'ranking' | 'estimate' | 'ask' | 'pulse'}.${string}`;
type ResultKey = Extract<AnswerKey, KindKey> | 'answers.turnout' | 'answers.abstained' | 'answers.people' | 'answers.nobody' | 'answers.result' | 'answers.rounds' | 'answers.round' | 'answers.answer' | 'answers.option';

/** One line of a result: a choice or an option, and what became of it. */
export interface Figure {
  id: string;
  label: string;
  text: string;
  /** Null where it is no count. */
  count: number | null;
  marked: boolean;
}

/** How the result of one kind is told, on every screen. */
export interface KindWords<Kind extends AnswerKind> {
  /** What it means, in a sentence or two. */
  sentences: (result: ResultOf<Kind>, options: readonly AnswerOption[], t: AnswerText) => string[];
  figures: (result: ResultOf<Kind>, options: readonly AnswerOption[], t: AnswerText) => Figure[];
}
