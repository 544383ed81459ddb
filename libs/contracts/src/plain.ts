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
/** Whatever is brought to a board at once, in bytes; of a board of our own, what is not pictures. */
export const IMPORT_MAX_BYTES = 5 * 1024 * 1024;
/** A board of our own with its pictures, in bytes. */
export const BOARD_FILE_MAX_BYTES = 40 * 1024 * 1024;
export const QUESTION_MAX_LENGTH = 500;
export const NICKNAME_MAX_LENGTH = 40;
export const TEAM_NAME_MAX_LENGTH = 60;
export const TEAM_IDEA_MAX_LENGTH = 200;
export const TEAM_NOTE_MAX_LENGTH = 1_000;
export const CANVAS_FIELD_MAX_LENGTH = 2_000;

/** How a vote is held. `open`: names stand with the result. `blind`: nobody sees anything before the end, and never who. `secret`: no row leads to a person. */
export const SECRECIES = ['open', 'blind', 'secret'] as const;
/**
 * `consent`: I can work with it. `concern`: I consent, and want this heard. `objection`: it would harm what we are here for, and here is how.
 * `stand-aside`: I neither consent nor object, which is an abstention.
 */
export const CONSENT_STANCES = ['consent', 'concern', 'objection', 'stand-aside'] as const;
/** Fingers shown: 0, the fist, stops the proposal; 3 can live with it; 5 will carry it. */
export const FINGERS = [0, 1, 2, 3, 4, 5] as const;
/**
 * From a whole-hearted yes to a veto. Source: S. Kaner and others, Facilitator's Guide to Participatory Decision-Making (gradients of agreement, 1987; the
 * eight steps as in the third edition, 2014).
 */
export const GRADIENTS = ['endorse', 'minor-point', 'reservations', 'abstain', 'more-talk', 'goes-along', 'serious-disagreement', 'veto'] as const;
/** Each axis of a 2×2 goes from 0 to here; the lines that part it into four fields lie in the middle. */
export const ESTIMATE_MAX = 10;
export const REASON_MAX_LENGTH = 300;
/** A question's scale has so many steps. */
export const SCALE_STEPS_MIN = 3;
export const SCALE_STEPS_MAX = 10;
/** What an end of it means, in so many letters. */
export const END_MAX_LENGTH = 40;
/** What people answer in their own words. */
export const ANSWER_TEXT_MAX_LENGTH = 500;
export const ANSWER_WORD_MAX_LENGTH = 40;
export const ANSWER_WORDS_MAX = 5;
