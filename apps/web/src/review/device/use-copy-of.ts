import type { ReferralView } from '@spolu/contracts/review';
import { useEffect } from 'react';
import { isGone, useKeeping, useKeptReferrals } from './kept-referrals.ts';

interface ReadReferral {
  data: ReferralView | undefined;
  dataUpdatedAt: number;
  error: Error | null;
}

/** The copy of a dossier that is kept follows what the server shows, takes its place while nobody answers, and goes when it is not shown any more. */
export function useCopyOf(id: string, { data, dataUpdatedAt, error }: ReadReferral, away: boolean): void {
  const kept = useKeptReferrals()?.find(({ key }) => key === id);
  const { show, write, drop } = useKeeping();
  useEffect(() => {
    if (!kept) return;
    if (isGone(error)) void drop(id);
    else if (!data && away) show(kept);
    // What fails is tried again with the next answer.
    else if (data && dataUpdatedAt > kept.at) write(data).catch(() => undefined);
  }, [id, kept, data, dataUpdatedAt, error, away, show, write, drop]);
}
