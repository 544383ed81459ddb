/**
 * Keeps the keyboard in the page. When what has the focus goes away (a button that has done its work, an item that was removed), the browser
 * lets the focus fall to the page's start; here it goes to the heading of what surrounded it instead. To be given as the `ref` of an element
 * that stays.
 */
export function keepFocus(container: HTMLElement | null): (() => void) | undefined {
  if (!container) return undefined;
  const end = new AbortController();
  let last: { element: Element; around: HTMLElement[] } | null = null;
  const around = (element: Element): HTMLElement[] => {
    const found: HTMLElement[] = [];
    for (let parent = element.parentElement; parent && parent !== container; parent = parent.parentElement) found.push(parent);
    return [...found, container];
  };
  container.addEventListener(
    'focusin',
    ({ target }) => {
      if (target instanceof Element) last = { element: target, around: around(target) };
    },
    { signal: end.signal },
  );
  container.addEventListener(
    'focusout',
    // Some browsers tell of a focus that is lost with its element, too: only one that stays in the page was left on purpose.
    ({ target }) => queueMicrotask(() => last?.element === target && last.element.isConnected && document.activeElement !== target && (last = null)),
    { signal: end.signal },
  );
  const watch = new MutationObserver(() => {
    if (!last || last.element.isConnected) return;
    const nearest = last.around.filter((element) => element.isConnected);
    last = null;
    if (document.activeElement !== document.body && document.activeElement !== null) return;
    for (const element of nearest) {
      const heading = element.querySelector<HTMLElement>('h1, h2, h3');
      if (!heading) continue;
      heading.tabIndex = -1;
      heading.focus({ preventScroll: heading.getBoundingClientRect().top >= 0 && heading.getBoundingClientRect().bottom <= window.innerHeight });
      return;
    }
  });
  watch.observe(container, { childList: true, subtree: true });
  return () => {
    end.abort();
    watch.disconnect();
  };
}
