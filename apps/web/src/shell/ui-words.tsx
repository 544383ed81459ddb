import { WordsProvider } from '@spolu/ui/words';
import { useMemo, type ReactNode } from 'react';
import { useText } from '../i18n/use-text.ts';

/** The words that components of the library say by themselves. */
export function UiWords({ children }: { children: ReactNode }) {
  const t = useText('shell');
  const words = useMemo(
    () => ({
      close: t('ui.close'),
      cancel: t('ui.cancel'),
      optional: t('ui.optional'),
      loading: t('ui.loading'),
      errorSummary: t('ui.errorSummary'),
      charactersLeft: (count: number) => t('ui.charactersLeft', { count }),
      charactersOver: (count: number) => t('ui.charactersOver', { count }),
      increase: t('ui.increase'),
      decrease: t('ui.decrease'),
      breadcrumbs: t('ui.breadcrumbs'),
      choose: t('ui.choose'),
      done: t('ui.done'),
      current: t('ui.current'),
      ahead: t('ui.ahead'),
      stopped: t('ui.stopped'),
      notifications: t('ui.notifications'),
    }),
    [t],
  );
  return <WordsProvider words={words}>{children}</WordsProvider>;
}
