/**
 * Keeps the canvas's page on this device for a time without a network. Browsers allow it behind https (and on the machine itself) alone; elsewhere, and in windows
 * that keep nothing, the board is as good as its network.
 */
export function keepPage(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  navigator.serviceWorker.register('/room-worker.js', { scope: '/sessions/', updateViaCache: 'none' }).catch(() => undefined);
}
