import { ByLinkPage } from './by-link-page.tsx';

/** Whoever got a letter ends such letters. */
export function UnsubscribePage() {
  return <ByLinkPage of="unsubscribe" path="/unsubscribes" />;
}
