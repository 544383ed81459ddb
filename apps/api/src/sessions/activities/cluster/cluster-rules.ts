import type { KindRules } from '../kind-rules.ts';

/** Staff group what lies there; nobody adds to it. */
export const clusterRules: KindRules = { hides: null, isCounted: false, board: ({ lockedAt }) => ({ locked: lockedAt !== null }) };
