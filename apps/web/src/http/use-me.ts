import type { Installation, Me } from '@spolu/contracts/identity';
import type { RoleName } from '@spolu/contracts/roles';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { keepDraftsOf } from '../shell/use-draft.ts';
import { dropEarlyAnswers } from './early-work.ts';
import { DEVICE_KEY, keyOf, useResource } from './queries.ts';
import { signInChanged } from './sign-in-change.ts';

const NOBODY: Me = { person: null, roles: [], participants: [] };

/** Who looks at this page; nobody until that is known, so nothing is offered too early. */
export function useMe(): Me & { known: boolean } {
  const { data, isFetched } = useResource<Me>('/me', { staleTime: 60_000 });
  const personId = data?.person?.id;
  useEffect(() => {
    if (personId !== undefined) keepDraftsOf(personId);
  }, [personId]);
  return { ...(data ?? NOBODY), known: isFetched };
}

/** What to do with the `Me` that a sign-in or a sign-out answered: everything another viewer saw is forgotten and read anew. */
export function useViewerChange() {
  const client = useQueryClient();
  return (me: Me = NOBODY) => {
    // before a page of hers reads what another one began
    if (me.person) keepDraftsOf(me.person.id);
    client.setQueryData(keyOf('/me'), me);
    dropEarlyAnswers();
    // What the device kept for a time without a network was shown to the viewer before.
    void import('../device/viewer.ts').then(({ forgetViewer }) => forgetViewer(me.person?.id)).then(() => client.resetQueries({ queryKey: DEVICE_KEY }), () => undefined);
    signInChanged();
    return client.resetQueries({ predicate: ({ queryKey }) => queryKey[0] === 'api' && queryKey[1] !== '/me' && queryKey[1] !== '/installation' });
  };
}

/** Whether the viewer holds one of the roles anywhere. For showing a way, never for allowing it: answers carry what the viewer `may`. */
export const holds = (me: Me, ...roles: RoleName[]): boolean => me.roles.some((held) => roles.includes(held.role));

export const useInstallation = () => useResource<Installation>('/installation', { staleTime: Infinity });
