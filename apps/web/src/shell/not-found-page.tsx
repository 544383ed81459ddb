import { LinkButton } from '@spolu/ui/link-button';
import { useText } from '../i18n/use-text.ts';
import { Page } from './page.tsx';

export function NotFoundPage() {
  const t = useText('shell');
  return (
    <Page title={t('notFound.title')} summary={t('notFound.text')} width="narrow">
      <div className="row">
        <LinkButton href="/">{t('notFound.home')}</LinkButton>
      </div>
    </Page>
  );
}
