import { useText } from '../../../i18n/use-text.ts';
import { lazyView } from '../lazy-view.ts';
import type { RunActivityProps, RunKind } from '../run-by-kind.tsx';

const proposals = lazyView(async () => (await import('./cluster-proposals.tsx')).ClusterProposals);

function Status({ activity: { state }, board }: RunActivityProps<'cluster'>) {
  const t = useText('sessions');
  if (state !== 'running') return null;
  return board ? <proposals.View board={board} /> : <p className="small soft">{t('proposals.onCanvas')}</p>;
}

export const RUN_CLUSTER: RunKind<'cluster'> = { Status, isLockable: true };
