/**
 * Tries the steps one after the other until one leaves nothing out.
 * @param tryStep takes a step and gives what has no room in it
 * @returns what has no room in the step that was taken: nothing, unless even the last leaves some out
 */
export function chooseStep<Step, Item>(steps: readonly Step[], tryStep: (step: Step) => readonly Item[]): readonly Item[] {
  let cut: readonly Item[] = [];
  for (const step of steps) {
    cut = tryStep(step);
    if (cut.length === 0) break;
  }
  return cut;
}
