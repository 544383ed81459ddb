/** What a screen needs of the contracts before anybody fills in a form, free of the schemas' library: the first load stays light. */

export const LANGUAGES = ['sk', 'cs', 'en', 'uk'] as const;

/** The six colours of notes; each has a name on every screen and differs in lightness too. */
export const NOTE_COLOURS = ['yellow', 'orange', 'pink', 'blue', 'green', 'violet'] as const;
/** What lies on a board besides notes, clusters and frames. */
export const DRAWING_KINDS = ['text', 'shape', 'connector', 'stroke', 'picture', 'pin', 'link'] as const;
/**
 * How a frame is divided: `grid` into cells with lines between them, `matrix` into two by two with axes through the middle, `lanes` into rows or columns
 * with a title each.
 */
export const FRAME_LAYOUTS = ['plain', 'grid', 'matrix', 'lanes'] as const;
export const FRAMES_PER_BOARD_MAX = 200;
/** Titles of frames and clusters, labels of drawings. */
export const BOARD_TITLE_MAX_LENGTH = 120;
export const NOTE_MAX_LENGTH = 1_000;
export const COMMENT_MAX_LENGTH = 1_000;
/** What somebody can say to a thing on a board without a word: one of each kind per person. */
export const REACTIONS = ['like', 'love', 'idea', 'question', 'celebrate'] as const;
/** What a picture may come as; others, SVG above all, are taken nowhere. */
export const PICTURE_TYPES = ['image/png', 'image/jpeg', 'image/webp'] as const;
export const PICTURE_MAX_BYTES = 10 * 1024 * 1024;
/** A board as a file of our own: no authors, since who wrote a note is known where it was written. */
export const BOARD_FILE_TYPE = 'application/vnd.spolupracovna.board+json';
/** Whatever is brought to a board at once, in bytes. */
export const IMPORT_MAX_BYTES = 5 * 1024 * 1024;
export const NICKNAME_MAX_LENGTH = 40;
