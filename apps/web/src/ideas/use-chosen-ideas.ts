import { IDEAS_BY_ID_MAX, type IdeaRow } from '@spolu/contracts/ideas';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { readWholeList } from '../http/use-list.ts';
import { keyOf } from '../http/queries.ts';

/** Ideas that were chosen, on whatever page of the list they would be. */
export interface ChosenIdeas {
  /** `null`: not read yet. `hidden`: it is not to be read any more. */
  of: (ideaId: string) => IdeaRow | 'hidden' | null;
  /** What a list showed meanwhile needn't be asked for. */
  see: (rows: readonly IdeaRow[]) => void;
  failed: Error | null;
  tryAgain: () => void;
}

/** Reads these ideas of a process by their ids, in whatever state they are. */
export function useChosenIdeas(processId: string, ideaIds: readonly string[]): ChosenIdeas {
  const [seen, setSeen] = useState<ReadonlyMap<string, IdeaRow>>(new Map());
  const asked = [...new Set(ideaIds)].filter((one) => !seen.has(one)).sort();
  const path = `/processes/${processId}/ideas`;
  const query = useQuery({
    queryKey: [...keyOf(path), 'chosen', asked],
    queryFn: async ({ signal }) => {
      const rows: IdeaRow[] = [];
      for (let at = 0; at < asked.length; at += IDEAS_BY_ID_MAX) rows.push(...(await readWholeList<IdeaRow>(`${path}?state=all&ids=${asked.slice(at, at + IDEAS_BY_ID_MAX).join()}`, signal)));
      return new Map(rows.map((row) => [row.id, row]));
    },
    enabled: asked.length > 0,
    placeholderData: keepPreviousData,
  });
  const isRead = query.data !== undefined && !query.isPlaceholderData;
  return {
    of: (ideaId) => seen.get(ideaId) ?? query.data?.get(ideaId) ?? (isRead && asked.includes(ideaId) ? 'hidden' : null),
    see: (rows) => setSeen((before) => (rows.every((row) => before.get(row.id) === row) ? before : new Map([...before, ...rows.map((row) => [row.id, row] as const)]))),
    failed: query.data === undefined ? query.error : null,
    tryAgain: () => void query.refetch(),
  };
}
