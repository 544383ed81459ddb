import type { Method, MethodSummary } from '@spolu/contracts/methods';
import { useResource } from '../http/queries.ts';
import { currentLanguage } from '../i18n/i18n.ts';

/** The library changes only with the program. */
const KEPT = { staleTime: 60 * 60 * 1_000 };

export const useMethods = () => useResource<MethodSummary[]>(`/methods?lang=${currentLanguage()}`, KEPT);

export const useMethod = (methodId: string) => useResource<Method>(`/methods/${encodeURIComponent(methodId)}?lang=${currentLanguage()}`, KEPT);
