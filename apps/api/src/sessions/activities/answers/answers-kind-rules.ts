import type { KindRules } from '../kind-rules.ts';

/** A question to everybody: the board is only looked at. */
export const answersRules: KindRules = { hides: null, isCounted: true, board: () => ({}) };

/** What there is to choose from may be clusters: while people choose, nobody regroups them. */
export const choiceRules: KindRules = { hides: null, isCounted: true, board: () => ({ open: false, createNotes: 'nobody' }) };
