/** What a screen needs of the contracts before anybody fills in a form, free of the schemas' library: the first load stays light. */

export const LANGUAGES = ['sk', 'cs', 'en', 'uk'] as const;

/** The six colours of notes; each has a name on every screen and differs in lightness too. */
export const NOTE_COLOURS = ['yellow', 'orange', 'pink', 'blue', 'green', 'violet'] as const;
export const NOTE_MAX_LENGTH = 1_000;
export const NICKNAME_MAX_LENGTH = 40;
