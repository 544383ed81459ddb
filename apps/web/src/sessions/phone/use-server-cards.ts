import type { Card } from '@spolu/contracts/activities/brainstorm';
import type { RoomState } from '@spolu/contracts/sessions';
import { useEffect, useRef } from 'react';
import { api } from '../../http/api.ts';
import { useDevice } from './device.tsx';
import type { CardView } from './own-cards.ts';

const ASK_WITHIN_MS = 2_000;
/** Where staff decide about cards, phones that wrote some ask again no sooner than this: a hall of them must not come at each change. */
const ASK_AGAIN_MS = 8_000;

interface Asked {
  anonymous: boolean;
  moderated?: boolean;
  cards?: readonly CardView[];
}

/**
 * What the server has of mine (another tab, another browser of mine), and what staff decided about it. Where it keeps no author, the device asks by the ids
 * that it alone knows.
 */
export function useServerCards({ sessionId, version }: Pick<RoomState, 'sessionId' | 'version'>, activityId: string, { anonymous, moderated = false, cards = [] }: Asked) {
  const device = useDevice();
  const asksAt = useRef(0);
  const ids = anonymous && moderated ? cards.flatMap(({ id, state }) => (state === 'waiting' || state === 'sending' || state === 'not-taken' ? [] : [id])) : [];
  const own = useRef(ids);
  own.current = ids;
  const isWaiting = moderated && cards.length > 0;
  // While staff decide, each change of the room may be about a card of mine.
  const change = isWaiting ? version : 0;
  useEffect(() => {
    if (anonymous && !isWaiting) return;
    const ask = async () => {
      asksAt.current = Date.now() + ASK_AGAIN_MS;
      try {
        const path = `/activities/${activityId}/cards`;
        const found = anonymous ? await api.post<Card[]>(`${path}/look-up`, { ids: own.current }) : await api.get<Card[]>(path);
        await device.keepServerCards(sessionId, found);
      } catch {
        // The device's own list stands until the server can be asked again.
      }
    };
    // All phones of a hall come here in the same moment, and most of them have nothing to learn.
    const later = setTimeout(() => void ask(), Math.max(0, asksAt.current - Date.now()) + Math.random() * ASK_WITHIN_MS);
    return () => clearTimeout(later);
  }, [device, sessionId, activityId, anonymous, isWaiting, change]);
}
