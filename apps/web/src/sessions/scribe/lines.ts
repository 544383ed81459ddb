/** Each line that says something is one note; what the hand puts before it on paper (dashes, dots, numbers with a bracket) is no part of it. */
export const linesOf = (typed: string): string[] =>
  typed
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*(?:[-–—•*]\s+|\d{1,3}[.)]\s+)/, '').trim())
    .filter((line) => line !== '');
