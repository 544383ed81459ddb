/**
 * Tries the steps one after the other until one leaves nothing out. Where each leaves something out, the first that leaves out the least is taken.
 * @param tryStep takes a step and gives what has no room in it
 * @returns what has no room in the step that was taken
 */
export function chooseStep<Step, Item>(steps: readonly Step[], tryStep: (step: Step) => readonly Item[]): readonly Item[] {
  let best: { step: Step; cut: readonly Item[] } | undefined;
  for (const step of steps) {
    const cut = tryStep(step);
    if (cut.length === 0) return cut;
    if (!best || cut.length < best.cut.length) best = { step, cut };
  }
  if (!best) return [];
  return best.step === steps.at(-1) ? best.cut : tryStep(best.step);
}
