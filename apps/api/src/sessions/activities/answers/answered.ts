import { ANSWER_KINDS, type AnswerSettings } from '@spolu/contracts/activities/answers';
import type { ActivitySettings } from '@spolu/contracts/activities/kinds';

/** Whether everybody gives one answer in it. */
export const isAnswered = (settings: ActivitySettings): settings is AnswerSettings => ANSWER_KINDS.some((kind) => kind === settings.kind);

/** Whether people answer it in their own words, which staff may read and hide before the hall does (decision 0112). */
export const isInOwnWords = (settings: ActivitySettings): boolean => settings.kind === 'question' && (settings.form.type === 'text' || settings.form.type === 'words');

/** The lines that are chosen from in it, none where they are the clusters of the board; null where there is nothing to choose from. */
export function optionLinesOf(settings: AnswerSettings): readonly string[] | null {
  if (settings.kind === 'question') return settings.form.type === 'choice' ? settings.form.options : null;
  return 'options' in settings ? settings.options : null;
}
