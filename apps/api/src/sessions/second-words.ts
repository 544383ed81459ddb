import { pairsFor, type WordPair, wordsOfSession } from '@spolu/contracts/activity-words';
import type { Language } from '@spolu/contracts/common';
import type { SecondWords } from '@spolu/contracts/second-language';
import type { Session } from './session.entity.ts';

/** As they are kept: of words that stand there; null where that is nothing. */
export function keptWords(second: SecondWords | null, words: readonly string[]): SecondWords | null {
  const pairs = second ? pairsFor(second.pairs, words) : [];
  return second && pairs.length > 0 ? { language: second.language, pairs } : null;
}

/** What of these words is there in the session's second language, word for word; undefined where that is nothing. */
export function shownPairs(second: SecondWords | null, words: readonly string[], language: Language | null): WordPair[] | undefined {
  return second?.language === language ? keptWords(second, words)?.pairs : undefined;
}

/** The same of what a session says of itself, with the language. */
export function sessionWords(session: Pick<Session, 'title' | 'welcome' | 'secondLanguage' | 'second'>): SecondWords | undefined {
  const pairs = shownPairs(session.second, wordsOfSession(session), session.secondLanguage);
  return pairs && session.second ? { language: session.second.language, pairs } : undefined;
}
