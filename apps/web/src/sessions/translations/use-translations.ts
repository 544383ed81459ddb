import type { BoardTranslations } from '@spolu/contracts/second-language';
import { useMemo } from 'react';
import { NO_TRANSLATIONS, type NoteTranslations } from '../../boards/note-translations.tsx';
import { usePaced } from '../use-paced.ts';

/** What people made of a board's notes in the session's other language, read again when the room changed; of a session in one language nothing is asked. */
export function useTranslations(boardId: string, version: number, inTwo: boolean): NoteTranslations {
  const { data } = usePaced<BoardTranslations>(inTwo ? `/boards/${boardId}/translations` : null, version);
  return useMemo(() => (data ? new Map(data.notes.map(({ contributionId, translations }) => [contributionId, translations])) : NO_TRANSLATIONS), [data]);
}
