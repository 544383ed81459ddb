/**
 * Keeps the page at these addresses on this device for a time without a network; resolves to whether it is there. Browsers allow it behind https (and on the machine
 * itself) alone; elsewhere, and in windows that keep nothing, a page is as good as its network.
 */
export async function keepPage(scope: '/sessions/' | '/referrals/' | '/desk'): Promise<boolean> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return false;
  try {
    const { installing, waiting, active } = await navigator.serviceWorker.register('/room-worker.js', { scope, updateViaCache: 'none' });
    const worker = active ?? waiting ?? installing;
    if (!worker) return false;
    return await new Promise((done) => {
      const look = () => {
        if (worker.state === 'activated' || worker.state === 'redundant') done(worker.state === 'activated');
      };
      worker.addEventListener('statechange', look);
      look();
    });
  } catch {
    return false;
  }
}
