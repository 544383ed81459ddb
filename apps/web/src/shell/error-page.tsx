import { PlainButton } from '@spolu/ui/plain';
import { isRouteErrorResponse, useRouteError } from 'react-router';
import { useText } from '../i18n/use-text.ts';
import { NotFoundPage } from './not-found-page.tsx';
import { Page } from './page.tsx';

/** When a page fell over, or its file did not arrive (a new version was installed meanwhile): loading anew mends the second. */
export function ErrorPage() {
  const t = useText('shell');
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFoundPage />;
  return (
    <Page title={t('crashed.title')} summary={t('crashed.text')} width="narrow">
      <div className="row">
        <PlainButton onClick={() => location.reload()}>{t('crashed.reload')}</PlainButton>
      </div>
    </Page>
  );
}
