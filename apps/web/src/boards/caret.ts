/** Where the caret stands after somebody else changed the text it is in: at the same letter. */
export function movedCaret(before: string, after: string, caret: number): number {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  if (caret <= start) return caret;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  if (caret >= before.length - end) return caret + after.length - before.length;
  // The letters around it are gone.
  return start;
}
