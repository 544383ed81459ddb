import type { OwnTalk } from '@spolu/contracts/board-talk';
import { REACTIONS } from '@spolu/contracts/plain';
import { useMemo, useSyncExternalStore } from 'react';
import { useText } from '../../i18n/use-text.ts';
import type { BoardTalk } from './board-talk.ts';

/** Renders again with each change of what is said. */
export const useTalkVersion = (talk: BoardTalk): number =>
  useSyncExternalStore(
    (changed) => talk.onChange(changed),
    () => talk.version,
  );

/** What is said about a thing, in words; empty where nothing is. */
export function useTalkWords(): (talk: OwnTalk) => string {
  const t = useText('boards');
  return useMemo(
    () =>
      ({ commentCount, resolved, reactions }: OwnTalk) =>
        [
          commentCount > 0 && t('talk.comments', { count: commentCount }),
          commentCount > 0 && resolved && t('talk.resolved'),
          ...REACTIONS.map((kind) => reactions[kind] !== undefined && `${t(`reaction.${kind}`)}: ${reactions[kind]}`),
        ]
          .filter(Boolean)
          .join(', '),
    [t],
  );
}
