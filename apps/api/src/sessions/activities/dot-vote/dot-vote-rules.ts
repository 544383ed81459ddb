import type { KindRules } from '../kind-rules.ts';

/** While people vote on clusters nobody regroups them. */
export const dotVoteRules: KindRules = { hides: null, isCounted: true, board: () => ({ open: false, createNotes: 'nobody' }) };
