import type { MayTalk } from '@spolu/contracts/comments';
import type { Guest } from '@spolu/contracts/guests';
import { createContext, useContext, useRef } from 'react';
import { v4 as uuid } from 'uuid';
import { api } from '../../http/api.ts';
import { useLanguage } from '../../i18n/i18n.ts';
import { useRefresh } from '../../http/queries.ts';

/** Hears of the receipt of a visitor who became a guest, which is shown this once. */
export const OnGuest = createContext<(guest: Guest) => void>(() => undefined);

/** Gives a function that lets a visitor without an account speak: this device becomes a guest of the process before its first word. */
export function useVoice(processId: string | null, may: MayTalk | undefined): () => Promise<void> {
  const key = useRef(uuid());
  const language = useLanguage();
  const refresh = useRefresh();
  const onGuest = useContext(OnGuest);
  return async () => {
    if (!may?.asGuest) return;
    const guest = await api.post<Guest>(`/processes/${processId}/guests`, { language }, { key: key.current });
    if (guest.receipt) onGuest(guest);
    await refresh('/me');
  };
}
