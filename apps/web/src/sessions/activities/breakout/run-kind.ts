import { lazyView } from '../lazy-view.ts';
import type { RunActivityProps, RunKind } from '../run-by-kind.tsx';

const status = lazyView<RunActivityProps<'breakout'>>(async () => (await import('./run-breakout.tsx')).RunBreakout);

export const RUN_BREAKOUT: RunKind<'breakout'> = {
  Status: status.View,
  isLockable: true,
  hallWords: (t, { title, part }) => ({ headline: title, detail: t('breakout.tables', { count: part.tables.length }) }),
};
