import type { KindRules } from '../kind-rules.ts';

/** Questions are no notes: the board is only looked at. */
export const qAndARules: KindRules = { hides: null, isCounted: false, board: () => ({}) };
