import { PageHeader, type PageHeaderProps } from '@spolu/ui/page-header';
import { useEffect, useRef, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { takeFocusWish } from './focus-wish.ts';
import { WindowTitle } from './window-title.tsx';

export interface PageProps extends Omit<PageHeaderProps, 'title' | 'headingRef'> {
  title: string;
  /** The browser's title, where it should say more than the heading. */
  windowTitle?: string;
  children?: ReactNode;
  width?: 'narrow' | 'full';
}

/** A page of the portal or a desk: title, breadcrumbs, heading. After a navigation the focus is on the heading, so that it is read; or on the place that the link named. */
export function Page({ title, windowTitle, children, width = 'full', ...header }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takeFocusWish()) heading.current?.focus();
  });
  useNamedPlace();
  return (
    <div className={width === 'narrow' ? 'wrap narrow page' : 'wrap page'}>
      <WindowTitle>{windowTitle ?? title}</WindowTitle>
      <PageHeader {...header} title={title} headingRef={heading} />
      {children}
    </div>
  );
}

/**
 * A link to a place in the page was followed before the place was there: what the browser could not do then is done now.
 * @param ready changes once a part of the page that comes later is there
 */
export function useNamedPlace(ready?: unknown): void {
  const { hash, key } = useLocation();
  useEffect(() => {
    const place = document.getElementById(hash.slice(1));
    if (!place) return;
    if (!place.hasAttribute('tabindex')) place.tabIndex = -1;
    place.focus({ preventScroll: true });
    place.scrollIntoView();
  }, [hash, key, ready]);
}
