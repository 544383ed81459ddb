import type { Installation, Me } from '@spolu/contracts/identity';
import { deviceCopies } from './device-copies.ts';
import { DeviceQueueStore } from './queue-store.ts';

/** Who looks and where: what a page needs of both before its first word. */
export interface KeptViewer {
  me: Me;
  installation: Installation;
}

/** What members wrote at their desk and the server has not answered yet. */
export const DESK_QUEUE = 'spolu-desk';
/** Kept on purpose, for a meeting and the days before it. */
export const DESK_KEPT_FOR_MS = 7 * 24 * 3_600_000;
const KEY = 'last';

export const keptViewer = (): Promise<KeptViewer | undefined> => deviceCopies.read<KeptViewer>('viewer', KEY);
export const keepViewer = (viewer: KeptViewer): Promise<boolean> => deviceCopies.write('viewer', KEY, viewer, { forMs: DESK_KEPT_FOR_MS });

/** What was kept for somebody is not for whoever the server says is looking now. */
export async function keepOnlyFor(personId: string | undefined): Promise<void> {
  const kept = await keptViewer();
  if (kept && kept.me.person?.id !== personId) await dropDesk();
}

/** No dossier of hers stays on this device. */
export async function dropDesk(): Promise<void> {
  for (const kind of ['referral', 'viewer'] as const) for (const { key } of await deviceCopies.all(kind)) await deviceCopies.drop(kind, key);
}

/** At a sign-out and a sign-in: what was kept was shown to the viewer before, and what she wrote waits for nobody but her. */
export async function forgetViewer(nextPersonId: string | undefined): Promise<void> {
  await deviceCopies.forgetAll({ goesOn: nextPersonId !== undefined });
  if (typeof indexedDB === 'undefined') return;
  const queue = new DeviceQueueStore(DESK_QUEUE);
  const others = (await queue.all()).filter(({ about }) => writerOf(about) !== nextPersonId);
  await queue.remove(others.map(({ key }) => key));
  const tabs = new BroadcastChannel(DESK_QUEUE);
  tabs.postMessage('changed');
  tabs.close();
}

/** What an entry of the desk's queue is about: the writer first. */
export const aboutOf = (personId: string, what: string): string => `${personId} ${what}`;
export const writerOf = (about: string): string | undefined => about.split(' ')[0];
