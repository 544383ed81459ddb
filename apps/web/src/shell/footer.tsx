import { useInstallation } from '../http/use-me.ts';
import { useText } from '../i18n/use-text.ts';

export function Footer() {
  const t = useText('shell');
  const { data: installation } = useInstallation();
  return (
    <footer className="site-footer no-print">
      <div className="wrap row row-apart">
        <p>{installation?.setUp ? t('footer.of', { town: installation.name }) : 'Spolupracovňa'}</p>
        <p>{t('footer.free')}</p>
      </div>
    </footer>
  );
}
