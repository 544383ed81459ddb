import type { SendQueue } from './send-queue.ts';

/** Sends what an earlier page left behind and what comes, at each occasion to; gives what ends it. `otherTabs` tells that another tab changed the stored queue. */
export function keepSending(queue: SendQueue, otherTabs: BroadcastChannel | null): () => void {
  const wake = () => document.visibilityState === 'visible' && queue.nudge();
  const leave = () => void queue.close();
  queue.open();
  window.addEventListener('online', queue.nudge);
  document.addEventListener('visibilitychange', wake);
  // The lease is given back at once, so that the page after a reload need not wait for it.
  window.addEventListener('pagehide', leave);
  window.addEventListener('pageshow', queue.open);
  otherTabs?.addEventListener('message', queue.othersChanged);
  return () => {
    window.removeEventListener('online', queue.nudge);
    document.removeEventListener('visibilitychange', wake);
    window.removeEventListener('pagehide', leave);
    window.removeEventListener('pageshow', queue.open);
    otherTabs?.removeEventListener('message', queue.othersChanged);
    leave();
  };
}
