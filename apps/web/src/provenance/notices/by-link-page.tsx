import { Button } from '@spolu/ui/button';
import { EmptyState } from '@spolu/ui/empty-state';
import { Notice } from '@spolu/ui/notice';
import { api } from '../../http/api.ts';
import { useCommand } from '../../http/queries.ts';
import { useProblemText } from '../../http/use-problem-text.ts';
import { useText } from '../../i18n/use-text.ts';
import { useSecret } from '../../identity/use-secret.ts';
import { Page } from '../../shell/page.tsx';

/** What a letter's link leads to: one thing, done by a press, because mail programs open links by themselves to look at them. */
export function ByLinkPage({ of, path }: { of: 'confirm' | 'unsubscribe'; path: string }) {
  const t = useText('provenance/notices');
  const problemText = useProblemText();
  const secret = useSecret();
  const act = useCommand(() => api.post(path, { secret }));
  return (
    <Page title={t(`link.title.${of}`)} width="narrow">
      <section className="page-section stack">
        {secret === null ? (
          <EmptyState title={t('incomplete')}>{t('incompleteText')}</EmptyState>
        ) : act.isSuccess ? (
          <Notice tone="good" title={t(`link.done.${of}`)} role="status">
            {t(`link.doneText.${of}`)}
          </Notice>
        ) : (
          <>
            <p>{t(`link.text.${of}`)}</p>
            {act.isError && <Notice tone="bad" title={problemText(act.error)} role="alert" />}
            <div>
              <Button onPress={() => act.mutate()} isPending={act.isPending}>
                {t(`link.button.${of}`)}
              </Button>
            </div>
          </>
        )}
      </section>
    </Page>
  );
}
