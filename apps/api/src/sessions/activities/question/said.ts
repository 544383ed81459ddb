import { createHash } from 'node:crypto';
import type { AnswerResult, AnswerValue } from '@spolu/contracts/activities/answers';
import type { SaidText } from '@spolu/contracts/activities/question';
import { keysAmong, type Said } from '@spolu/deliberation/said';

/** Of the words, however they are spelt. */
const digestOf = (key: string) => createHash('sha256').update(key).digest('hex');

export const saidText = ({ key, text, count }: Said): SaidText => ({ id: digestOf(key), text, count, author: null });

/** What somebody said in her own words, each once; nothing where she chose or gave a figure. */
export function wordsOf(value: AnswerValue): string[] {
  if (value.kind !== 'question') return [];
  if (value.answer.type === 'text') return value.answer.text ? [value.answer.text] : [];
  return value.answer.type === 'words' ? value.answer.words : [];
}

/** By which ids one's words stand in the result, among all answers. */
export function idsAmong(all: readonly AnswerValue[]): (value: AnswerValue) => string[] {
  const keyAmong = keysAmong(all.flatMap(wordsOf));
  return (value) => wordsOf(value).map((word) => digestOf(keyAmong(word)));
}

/** The result as everybody may read it: without what staff hide. */
export function tellable(result: AnswerResult, hidden: ReadonlySet<string>): AnswerResult {
  if (result.kind !== 'question' || !('said' in result.figures)) return result;
  const { figures } = result;
  const said = figures.said.filter(({ id }) => !hidden.has(id));
  return { ...result, figures: { ...figures, said, differentCount: said.length, hiddenCount: figures.said.length - said.length } };
}

/** One person's answer without what staff hide; null where nothing of it is left. */
export function withoutHidden(value: AnswerValue, ids: readonly string[], hidden: ReadonlySet<string>): AnswerValue | null {
  if (!ids.some((id) => hidden.has(id))) return value;
  if (value.kind !== 'question' || value.answer.type !== 'words') return null;
  const words = value.answer.words.filter((_, i) => !hidden.has(ids[i] ?? ''));
  return words.length > 0 ? { ...value, answer: { ...value.answer, words } } : null;
}

/** With the name of who said something, where exactly one person did and she agreed to be quoted by it. */
export function withAuthors(result: AnswerResult, given: readonly { value: AnswerValue; participantId: string | null }[], authorOf: (participantId: string | null) => string | null): AnswerResult {
  if (result.kind !== 'question' || !('said' in result.figures)) return result;
  const idsOf = idsAmong(given.map(({ value }) => value));
  const authors = new Map(given.flatMap(({ value, participantId }) => idsOf(value).map((id) => [id, authorOf(participantId)] as const)));
  const { figures } = result;
  return { ...result, figures: { ...figures, said: figures.said.map((one) => ({ ...one, author: one.count === 1 ? (authors.get(one.id) ?? null) : null })) } };
}
