import type { Page } from '@spolu/contracts/common';
import type { DecisionRow, DecisionView } from '@spolu/contracts/review';
import { useQueries } from '@tanstack/react-query';
import { api } from '../http/api.ts';
import { keyOf, useResource } from '../http/queries.ts';

/** The items of the newest decisions, for choosing which one a milestone follows from. */
export function useDecisionItems(): { id: string; label: string; hint: string }[] {
  const decisions = useResource<Page<DecisionRow>>('/decisions?limit=20');
  const views = useQueries({
    queries: (decisions.data?.items ?? []).map(({ id }) => ({
      queryKey: keyOf(`/decisions/${id}`),
      queryFn: () => api.get<DecisionView>(`/decisions/${id}`),
    })),
  });
  return views.flatMap(({ data }) => (data ? data.items.map((item) => ({ id: item.id, label: `${data.number}/${item.number} ${item.title}`, hint: data.dossierTitle })) : []));
}
