/**
 * Paper has no tap: what a page folds away (the evidence of a recommendation, the notes of a cluster) is printed open, and folded again afterwards.
 * @returns a function that ends it
 */
export function printOpen(page: Document): () => void {
  const window = page.defaultView;
  let opened: HTMLDetailsElement[] = [];
  function open() {
    opened = [...page.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
    for (const details of opened) details.open = true;
  }
  function close() {
    for (const details of opened) details.open = false;
    opened = [];
  }
  window?.addEventListener('beforeprint', open);
  window?.addEventListener('afterprint', close);
  return () => {
    window?.removeEventListener('beforeprint', open);
    window?.removeEventListener('afterprint', close);
  };
}
