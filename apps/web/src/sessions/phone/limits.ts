/** The contracts' limit of a note's text, repeated: importing it would bring the schemas' library to every phone. A test compares them. */
export const NOTE_LENGTH = 1_000;
