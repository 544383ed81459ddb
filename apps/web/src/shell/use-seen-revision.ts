import { Problem } from '@spolu/contracts/problems';
import { useState } from 'react';
import { useRefresh } from '../http/queries.ts';

/**
 * Sends a form with the revision that it began with, whatever is read behind it meanwhile: what somebody else saved is not overwritten unseen. Once that was refused,
 * hers is read and the next try stands on it.
 */
export function useSeenRevision(revision: number, path: string) {
  const refresh = useRefresh();
  const [began, setBegan] = useState<number | null>(revision);
  return async <Answer>(send: (seen: number) => Promise<Answer>): Promise<Answer> => {
    try {
      return await send(began ?? revision);
    } catch (error) {
      if (error instanceof Problem && error.code === 'changed-meanwhile') {
        await refresh(path);
        setBegan(null);
      }
      throw error;
    }
  };
}
