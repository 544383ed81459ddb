import { ByLinkPage } from './by-link-page.tsx';

/** A guest confirms that an address is hers. */
export function AddressPage() {
  return <ByLinkPage of="confirm" path="/address-confirmations" />;
}
