import { pairsFor, type WordedActivity, type WordPair, wordsOfActivity } from '@spolu/contracts/activity-words';
import type { Language } from '@spolu/contracts/common';
import type { SecondWords } from '@spolu/contracts/second-language';

/** As they are kept: of words that stand in the activity; null where that is nothing. */
export function keptWords(second: SecondWords | null, activity: WordedActivity): SecondWords | null {
  const pairs = second ? pairsFor(second.pairs, wordsOfActivity(activity)) : [];
  return second && pairs.length > 0 ? { language: second.language, pairs } : null;
}

/** What of an activity is there in the session's second language, word for word; undefined where that is nothing. */
export function shownPairs({ second, ...activity }: WordedActivity & { second: SecondWords | null }, language: Language | null): WordPair[] | undefined {
  if (second === null || second.language !== language) return undefined;
  const pairs = pairsFor(second.pairs, wordsOfActivity(activity));
  return pairs.length > 0 ? pairs : undefined;
}
