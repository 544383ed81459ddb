import { useEffect, useRef, type ReactNode } from 'react';
import { InBoth } from '../in-both.tsx';

let shownBefore = false;

/** The heading of what is asked now. When the screen changes the focus goes there, so that it is read; not at the first screen. */
export function ScreenTitle({ children }: { children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${children} – Spolupracovňa`;
    if (shownBefore) heading.current?.focus({ preventScroll: true });
    shownBefore = true;
    document.documentElement.scrollTop = 0;
  }, [children]);
  return (
    <h1 ref={heading} tabIndex={-1} className="phone-title">
      <InBoth of={children} />
    </h1>
  );
}

/** What the thumb reaches: the one main button, and at most a quiet one beside it. */
export function Thumb({ children }: { children: ReactNode }) {
  return <div className="phone-thumb">{children}</div>;
}
