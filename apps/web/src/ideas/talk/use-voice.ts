import type { Guest } from '@spolu/contracts/guests';
import type { IdeaTalk } from '@spolu/contracts/idea-talk';
import { useRef } from 'react';
import { v4 as uuid } from 'uuid';
import { api } from '../../http/api.ts';
import { useLanguage } from '../../i18n/i18n.ts';
import { useRefresh } from '../../http/queries.ts';

/** Gives a function that lets a visitor without an account speak: this device becomes a guest of the process before its first word. */
export function useVoice(processId: string, may: IdeaTalk['may'] | undefined): () => Promise<void> {
  const key = useRef(uuid());
  const language = useLanguage();
  const refresh = useRefresh();
  return async () => {
    if (!may?.asGuest) return;
    await api.post<Guest>(`/processes/${processId}/guests`, { language }, { key: key.current });
    await refresh('/me');
  };
}
