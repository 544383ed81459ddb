import type { Installation, Me } from '@spolu/contracts/identity';
import type { DossierChanges } from '@spolu/contracts/outputs';
import { Problem } from '@spolu/contracts/problems';
import type { ReferralView } from '@spolu/contracts/review';
import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { deviceCopies, type KeptEntry } from '../../device/device-copies.ts';
import { keepPage } from '../../device/keep-page.ts';
import { DESK_KEPT_FOR_MS, dropDesk, keepViewer } from '../../device/viewer.ts';
import { api } from '../../http/api.ts';
import { DEVICE_KEY, keyOf } from '../../http/queries.ts';

/** A dossier before a commission as this device shows it without a network. */
export interface KeptReferral {
  view: ReferralView;
  changes: DossierChanges | null;
  bytes: number;
}
export type KeptReferralEntry = KeptEntry<KeptReferral>;

const MOST = 20;
/** What is younger is not asked for anew by the desk. */
const FRESH_MS = 10 * 60_000;
const KEPT_KEY = [...DEVICE_KEY, 'referrals'];

export const changesPath = ({ dossier: { dossierId, version } }: ReferralView): string | null => (version > 1 ? `/dossiers/${dossierId}/versions/${version}/changes` : null);

/** What this device keeps, the newest first. */
export function useKeptReferrals(): KeptReferralEntry[] | undefined {
  return useQuery({ queryKey: KEPT_KEY, queryFn: () => deviceCopies.all<KeptReferral>('referral'), networkMode: 'always' }).data;
}

/** What may be done with the copies. */
export function useKeeping() {
  const client = useQueryClient();
  return useMemo(() => keepingWith(client), [client]);
}

function keepingWith(client: QueryClient) {
  const reread = () => client.invalidateQueries({ queryKey: KEPT_KEY });

  /** Whether it is on the disk now. */
  async function write(view: ReferralView): Promise<boolean> {
    const path = changesPath(view);
    const changes = path ? await api.get<DossierChanges>(path) : null;
    const kept: KeptReferral = { view, changes, bytes: new Blob([JSON.stringify({ view, changes })]).size };
    const done = await deviceCopies.write('referral', view.id, kept, { forMs: DESK_KEPT_FOR_MS, most: MOST });
    await reread();
    return done;
  }

  async function drop(id: string): Promise<void> {
    await deviceCopies.drop('referral', id);
    if ((await deviceCopies.all('referral')).length === 0) await dropDesk();
    await reread();
  }

  /** The dossier with the pages that show it; false where this browser keeps nothing. */
  async function keep(view: ReferralView): Promise<boolean> {
    const [me, installation] = [client.getQueryData<Me>(keyOf('/me')), client.getQueryData<Installation>(keyOf('/installation'))];
    const pages = await Promise.all([keepPage('/referrals/'), keepPage('/desk')]);
    if (!me?.person || !installation || pages.includes(false)) return false;
    return (await keepViewer({ me, installation })) && write(view);
  }

  /** Brings the copies up to date while there is a network; what the server does not show any more goes. */
  async function refresh(): Promise<void> {
    for (const { key, at } of await deviceCopies.all<KeptReferral>('referral')) {
      if (Date.now() - at < FRESH_MS) continue;
      try {
        await write(await api.get<ReferralView>(`/referrals/${key}`));
      } catch (error) {
        if (!isGone(error)) return;
        await drop(key);
      }
    }
  }

  /** Puts the copy of a dossier where the page reads what the server answered. */
  function show({ at, value: { view, changes } }: KeptReferralEntry): void {
    const seed = (path: string, answer: unknown) => client.setQueryData(keyOf(path), answer, { updatedAt: at });
    seed(`/referrals/${view.id}`, view);
    const path = changesPath(view);
    if (path && changes) seed(path, changes);
  }

  return { keep, write, drop, refresh, show };
}

/** The server answered, and not with the dossier. */
export const isGone = (error: unknown): boolean => error instanceof Problem && !error.isServers;

/** Dossiers are kept where browsers allow it: behind https. */
export const canKeep = (): boolean => 'serviceWorker' in navigator && typeof indexedDB !== 'undefined';
