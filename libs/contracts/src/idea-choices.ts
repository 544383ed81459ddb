/** What a list of ideas is narrowed and ordered by, free of the schemas' library, as `plain.ts`: the list is read before anything is written. */

/** What an address of ours has for an id: a UUID. */
export const ID_PATTERN = /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i;

/** `shuffled` gives each visitor an order of her own, by her `seed`: so every idea has its turn at the top. */
export const IDEA_SORTS = ['supported', 'newest', 'commented', 'shuffled'] as const;
export const IDEA_STATES = ['current', 'merged', 'split', 'carried-over', 'undone'] as const;
/** Those in one state, or all of them. */
export const IDEA_STATE_FILTERS = [...IDEA_STATES, 'all'] as const;
