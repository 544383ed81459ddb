import { LinkSecret } from '@spolu/contracts/identity';
import { useEffect, useState } from 'react';

/**
 * The secret of the link that led here. It stands after `#`, so no server log and no referrer ever sees it, and it is taken out of the
 * address once the page is there, so that it stays in no history. `null`: the link is incomplete.
 */
export function useSecret(): string | null {
  const [secret] = useState(() => LinkSecret.safeParse(location.hash.slice(1)).data ?? null);
  // Not while rendering: a page whose first rendering is thrown away, as when it waits for its texts, reads the address again.
  useEffect(() => {
    if (secret !== null && location.hash) history.replaceState(history.state, '', location.pathname + location.search);
  }, [secret]);
  return secret;
}
