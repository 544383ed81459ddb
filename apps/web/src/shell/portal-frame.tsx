import { Spinner } from '@spolu/ui/progress';
import { SkipLink } from '@spolu/ui/skip-link';
import { Suspense } from 'react';
import { Outlet } from 'react-router';
import { useText } from '../i18n/use-text.ts';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import { keepFocus } from './keep-focus.ts';

/** The portal and the desks: header, page, footer. */
export function PortalFrame() {
  const t = useText('shell');
  return (
    <div className="frame">
      <SkipLink target="main">{t('skip')}</SkipLink>
      <Header />
      <main id="main" tabIndex={-1} ref={keepFocus}>
        <Suspense fallback={<div className="wrap page"><Spinner /></div>}>
          <Outlet />
        </Suspense>
      </main>
      <Footer />
    </div>
  );
}
