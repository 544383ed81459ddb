import type { KindRules } from '../kind-rules.ts';

/** The board is only looked at; so it is while people work away from the screens, and in a break. */
export const informationRules: KindRules = { hides: null, isCounted: false, board: () => ({}) };
