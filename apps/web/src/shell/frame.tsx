import { Toasts } from '@spolu/ui/toast';
import { useLayoutEffect, useRef, type MouseEvent, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { RouterProvider as AriaRouterProvider } from 'react-aria-components';
import { Outlet, ScrollRestoration, useHref, useLocation, useNavigate } from 'react-router';
import { currentLanguage } from '../i18n/i18n.ts';
import { LANGUAGE_TAGS } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { isOtherEntry } from '../room-address.ts';
import { wishFocus } from './focus-wish.ts';
import { UiWords } from './ui-words.tsx';

/** Around everything: language, links without reloading, toasts. */
export function Root() {
  const navigate = useNavigate();
  useText('shell');
  const { pathname } = useLocation();
  const first = useRef(true);
  // A layout effect: it must come before the page's own effect, which grants the wish.
  useLayoutEffect(() => {
    if (first.current) first.current = false;
    else wishFocus();
  }, [pathname]);
  return (
    <I18nProvider locale={LANGUAGE_TAGS[currentLanguage()]}>
      <AriaRouterProvider navigate={(to) => (isOtherEntry(to) ? location.assign(to) : void navigate(to))} useHref={useHref}>
        <UiWords>
          <FollowLinks>
            <Outlet />
          </FollowLinks>
          <Toasts />
          <ScrollRestoration />
        </UiWords>
      </AriaRouterProvider>
    </I18nProvider>
  );
}

/** Plain `<a href="/…">` anywhere in a page changes the page without loading everything anew. */
function FollowLinks({ children }: { children: ReactNode }) {
  const navigate = useNavigate();
  function handleClick(event: MouseEvent) {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    if (!(link instanceof HTMLAnchorElement) || event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if ((link.target && link.target !== '_self') || link.hasAttribute('download') || link.origin !== location.origin) return;
    // A fragment of the same page is the browser's business.
    if (isOtherEntry(link.pathname)) return;
    if (link.hash && link.pathname === location.pathname && link.search === location.search) return;
    event.preventDefault();
    void navigate(link.pathname + link.search + link.hash);
  }
  // Links are operated by keyboard through their own click event, which bubbles here like any other.
  return (
    <div className="root" role="presentation" onClick={handleClick}>
      {children}
    </div>
  );
}
