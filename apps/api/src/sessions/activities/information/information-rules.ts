import type { KindRules } from '../kind-rules.ts';

/** The board is only looked at. */
export const informationRules: KindRules = { hides: null, isCounted: false, board: () => ({}) };
