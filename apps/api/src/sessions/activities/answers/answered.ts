import { ANSWER_KINDS, type AnswerSettings } from '@spolu/contracts/activities/answers';
import type { ActivitySettings } from '@spolu/contracts/activities/kinds';

/** Whether everybody gives one answer in it. */
export const isAnswered = (settings: ActivitySettings): settings is AnswerSettings => ANSWER_KINDS.some((kind) => kind === settings.kind);
