import { lazyView } from '../lazy-view.ts';
import type { RunActivityProps, RunKind } from '../run-by-kind.tsx';

const status = lazyView<RunActivityProps<'ideathon'>>(async () => (await import('./run-ideathon.tsx')).RunIdeathon);

export const RUN_IDEATHON: RunKind<'ideathon'> = {
  Status: status.View,
  isLockable: true,
  hallWords: (t, { title, part }) => ({ headline: title, detail: t(`ideathon.stage.${part.stage}`) }),
};
