import { LinkSecret } from '@spolu/contracts/identity';
import { useState } from 'react';

/**
 * The secret of the link that led here. It stands after `#`, so no server log and no referrer ever sees it, and it is taken out of the
 * address at once, so that it stays in no history. `null`: the link is incomplete.
 */
export function useSecret(): string | null {
  const [secret] = useState(() => LinkSecret.safeParse(location.hash.slice(1)).data ?? null);
  if (secret !== null && location.hash) history.replaceState(history.state, '', location.pathname + location.search);
  return secret;
}
