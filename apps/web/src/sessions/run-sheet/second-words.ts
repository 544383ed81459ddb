import type { WordPair } from '@spolu/contracts/activity-words';

/** Translations in a form, by the words that they are of. */
export type SecondValues = Readonly<Record<string, string>>;

/**
 * What was put into the second language goes along when its words are retyped: where one text became another and all others stayed, that one was edited. Where a
 * line came or went, each keeps what is of its own words.
 */
export function carried(values: SecondValues, before: readonly string[], after: readonly string[]): SecondValues {
  if (before.length !== after.length) return values;
  const changed = before.flatMap((words, i) => (words === after[i] ? [] : [i]));
  const [at] = changed;
  if (changed.length !== 1 || at === undefined) return values;
  const [was, is] = [before[at]!, after[at]!];
  const { [was]: moved, ...rest } = values;
  return moved === undefined || rest[is] !== undefined ? values : { ...rest, [is]: moved };
}

export const valuesOfPairs = (pairs: readonly WordPair[]): SecondValues => Object.fromEntries(pairs.map(({ of, is }) => [of, is]));
/** Those that belong to words which stand in the form. */
export const pairsOfValues = (values: SecondValues, words: readonly string[]): WordPair[] =>
  words.flatMap((of) => (values[of]?.trim() ? [{ of, is: values[of].trim() }] : []));
