import type { Card } from '@spolu/contracts/activities/brainstorm';
import { useEffect } from 'react';
import { api } from '../../http/api.ts';
import { useDevice } from './device.tsx';

const ASK_WITHIN_MS = 2_000;

/** What the server has of mine (another tab, another browser of mine); nothing where it keeps no author. */
export function useServerCards(sessionId: string, activityId: string, anonymous: boolean) {
  const device = useDevice();
  useEffect(() => {
    if (anonymous) return;
    const leave = new AbortController();
    const ask = () =>
      api.get<Card[]>(`/activities/${activityId}/cards`, { signal: leave.signal }).then(
        (cards) => device.keepServerCards(sessionId, cards),
        // The device's own list stands until the server can be asked again.
        () => undefined,
      );
    // All phones of a hall come here in the same moment, and most of them have nothing to learn.
    const later = setTimeout(() => void ask(), Math.random() * ASK_WITHIN_MS);
    return () => {
      clearTimeout(later);
      leave.abort();
    };
  }, [device, sessionId, activityId, anonymous]);
}
