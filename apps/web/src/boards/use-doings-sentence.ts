import { useMemo } from 'react';
import { useText } from '../i18n/use-text.ts';
import type { Doings } from './announcer.ts';
import type { ShownCopy } from './board-connection.ts';

/** Of new notes the frames are named, as long as one can follow. */
const FRAMES_NAMED = 3;

/** One sentence of what others did. */
export function useDoingsSentence({ index }: Pick<ShownCopy, 'index'>): (doings: Doings) => string {
  const t = useText('boards');
  return useMemo(() => {
    const addedWords = (added: Doings['added']): string[] => {
      const named = [...added].flatMap(([frameId, count]) => {
        const title = index.frame(frameId)?.title;
        return title ? [{ title, count }] : [];
      });
      if (named.length === added.size && named.length <= FRAMES_NAMED) return named.map((frame) => t('say.othersAddedIn', frame));
      return [t('say.othersAdded', { count: [...added.values()].reduce((sum, count) => sum + count, 0) })];
    };
    return (doings: Doings) =>
      [
        ...addedWords(doings.added),
        doings.edited > 0 && t('say.othersEdited', { count: doings.edited }),
        doings.moved > 0 && t('say.othersMoved', { count: doings.moved }),
        doings.grouped > 0 && t('say.othersGrouped', { count: doings.grouped }),
        doings.removed > 0 && t('say.othersRemoved', { count: doings.removed }),
        doings.drawn > 0 && t('say.othersDrew', { count: doings.drawn }),
        doings.erased > 0 && t('say.othersErased', { count: doings.erased }),
        doings.commented > 0 && t('say.othersCommented', { count: doings.commented }),
      ]
        .filter(Boolean)
        .join(', ');
  }, [t, index]);
}
