/** A cell that a spreadsheet would take for a formula, also after quotes and spaces. */
const FORMULA = /^[\s"'`“”„‘’«»]*[=+\-@＝＋－＠\t\r\n]/u;

/** Marked as text by a leading apostrophe (SEC-53). */
export const safeCell = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
/** What {@link safeCell} made of a text, undone. */
export const plainCell = (cell: string): string => (cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell);

/** XML has no place for control characters and halves of emoji. */
export const xmlText = (text: string) => text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
