import type { ProcessView } from '@spolu/contracts/participation';
import { useParams } from 'react-router';
import { useResource } from '../http/queries.ts';
import { useMe } from '../http/use-me.ts';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import { NotFoundPage } from '../shell/not-found-page.tsx';
import { Page } from '../shell/page.tsx';
import { SignInNeededPage } from '../shell/sign-in-needed-page.tsx';
import { ProcessForm } from './process-form.tsx';

export function NewProcessPage() {
  const t = useText('participation');
  const { person, known } = useMe();
  if (!known) return null;
  if (!person) return <SignInNeededPage />;
  return (
    <Page title={t('edit.newTitle')} summary={t('edit.newSummary')} breadcrumbs={[{ label: t('list.title'), href: '/processes' }]} width="narrow">
      <ProcessForm process={null} />
    </Page>
  );
}

export function EditProcessPage() {
  const t = useText('participation');
  const { id = '' } = useParams();
  const process = useResource<ProcessView>(`/processes/${id}`);
  return (
    <Loaded query={process} as="page">
      {(view) =>
        view.may.edit ? (
          <Page
            title={t('edit.title')}
            windowTitle={`${t('edit.title')}: ${view.title}`}
            breadcrumbs={[
              { label: t('list.title'), href: '/processes' },
              { label: view.title, href: `/processes/${id}` },
            ]}
            width="narrow"
          >
            <ProcessForm process={view} />
          </Page>
        ) : (
          <NotFoundPage />
        )
      }
    </Loaded>
  );
}
