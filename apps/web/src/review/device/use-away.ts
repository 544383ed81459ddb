import { useEffect, useState, useSyncExternalStore } from 'react';
import { Unreachable } from '../../http/api.ts';

const subscribe = (listener: () => void) => {
  for (const event of ['online', 'offline']) window.addEventListener(event, listener);
  return () => {
    for (const event of ['online', 'offline']) window.removeEventListener(event, listener);
  };
};

/** Nobody tells a page that the server is there again: it looks. */
const LOOK_AGAIN_MS = 10_000;
export const lookAgain = ({ state }: { state: { error: Error | null } }): number | false => (state.error instanceof Unreachable ? LOOK_AGAIN_MS : false);

interface Asked {
  error: Error | null;
  failureReason: Error | null;
  fetchStatus: string;
}

/** Whether what a query shows is what this device had: there is no network, or nobody answers on it. */
export function useAway({ error, failureReason, fetchStatus }: Asked): boolean {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  const failed = error instanceof Unreachable || failureReason instanceof Unreachable;
  // A new try forgets how the last one ended; that is known when it has ended itself.
  const [lost, setLost] = useState(false);
  useEffect(() => {
    if (failed) setLost(true);
    else if (fetchStatus === 'idle') setLost(false);
  }, [failed, fetchStatus]);
  return !online || fetchStatus === 'paused' || failed || lost;
}
