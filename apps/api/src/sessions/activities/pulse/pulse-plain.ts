import { PLAIN_ANSWERS } from '../answers/answers-plain.ts';
import type { KindPlain } from '../plain-by-kind.ts';

export const PLAIN_PULSE: KindPlain<'pulse'> = {
  parts: (activity, words) => [
    ...PLAIN_ANSWERS.parts(activity, words),
    ...(activity.part && activity.part.words.length > 0
      ? [{ kind: 'paragraph' as const, text: words.ownWords, look: 'strong' as const }, { kind: 'list' as const, items: activity.part.words }]
      : []),
  ],
  rows: (activity, words) => PLAIN_ANSWERS.rows?.(activity, words) ?? null,
};
