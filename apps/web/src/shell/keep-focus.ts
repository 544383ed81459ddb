/**
 * Keeps the keyboard in the page. When what has the focus goes away (a button that has done its work, an item that was removed), the browser
 * lets the focus fall to the page's start; here it goes to the heading of what surrounded it instead, and where a form came in its place, to that:
 * to its heading or its first field. To be given as the `ref` of an element that stays.
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
  const watch = new MutationObserver((changes) => {
    if (!last || last.element.isConnected) return;
    const nearest = last.around.filter((element) => element.isConnected);
    last = null;
    if (document.activeElement !== document.body && document.activeElement !== null) return;
    const place = formAmong(changes) ?? nearest.map((element) => element.querySelector<HTMLElement>('h1, h2, h3')).find((heading) => heading !== null);
    if (!place) return;
    if (/^H\d$/.test(place.tagName)) place.tabIndex = -1;
    place.focus({ preventScroll: place.getBoundingClientRect().top >= 0 && place.getBoundingClientRect().bottom <= window.innerHeight });
  });
  watch.observe(container, { childList: true, subtree: true });
  return () => {
    end.abort();
    watch.disconnect();
  };
}

/** Of a form that just came into the page what is read first. */
function formAmong(changes: readonly MutationRecord[]): HTMLElement | undefined {
  for (const added of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
    if (!(added instanceof HTMLElement) || !(added.matches('form') || added.querySelector('form'))) continue;
    return added.querySelector<HTMLElement>('h2, h3') ?? added.querySelector<HTMLElement>('input:not([type=hidden]), textarea, select') ?? undefined;
  }
  return undefined;
}
