import type { HistoryAuthor } from '@spolu/contracts/boards';
import type { RoomView } from '@spolu/contracts/sessions';
import { useCallback } from 'react';
import { useText } from '../i18n/use-text.ts';

/** How a history calls somebody: participants by the name they gave, or by their place in the list of those who came; those with an account by theirs. */
export function useAuthorName(participants: NonNullable<RoomView['staff']>['participants'] | undefined): (author: HistoryAuthor | null) => string {
  const t = useText('sessions');
  return useCallback(
    (author) => {
      if (!author) return t('history.nobody');
      if (author.name) return author.name;
      const place = participants?.findIndex(({ id }) => id === author.participantId) ?? -1;
      if (place < 0) return t('history.somebody');
      return participants?.[place]?.nickname ?? t('history.participant', { number: place + 1 });
    },
    [participants, t],
  );
}
