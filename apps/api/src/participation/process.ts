import type { Visibility } from '@spolu/contracts/common';
import type { EditProcess, Phase, ProcessState } from '@spolu/contracts/participation';
import { Problem, type FieldProblem } from '@spolu/contracts/problems';

/**
 * The phase a process is in on a day: the last that has begun and is not over. A phase without a first day has begun, one without
 * a last day goes on.
 * @param today `YYYY-MM-DD` in the municipality's zone
 */
export function currentPhase(phases: readonly Phase[], today: string): string | null {
  const current = phases.filter(({ fromOn, untilOn }) => (fromOn !== null || untilOn !== null) && (fromOn ?? today) <= today && today <= (untilOn ?? today));
  return current.at(-1)?.title ?? null;
}

/** What hangs on a draft is for its staff only, whatever the process will be. */
export const visibilityIn = ({ state, visibility }: { state: ProcessState; visibility: Visibility }): Visibility => (state === 'draft' ? 'internal' : visibility);

/**
 * What the shape of a process alone can't say: a phase ends no sooner than it begins, and nothing is named twice.
 * @throws Problem `invalid-input` with the fields
 */
export function checkProcess(input: EditProcess): void {
  const wrong: FieldProblem[] = [];
  input.phases.forEach(({ fromOn, untilOn }, i) => {
    if (fromOn !== null && untilOn !== null && untilOn < fromOn) wrong.push({ path: `phases.${i}.untilOn`, code: 'too-small' });
  });
  for (const list of ['phases', 'actors'] as const) {
    wrong.push(...repeated(input[list].map(({ id }) => id)).map((i): FieldProblem => ({ path: `${list}.${i}.id`, code: 'not-allowed' })));
  }
  for (const list of ['organisationIds', 'commitmentIds'] as const) {
    wrong.push(...repeated(input[list]).map((i): FieldProblem => ({ path: `${list}.${i}`, code: 'not-allowed' })));
  }
  if (wrong.length > 0) throw new Problem('invalid-input', {}, wrong);
}

const repeated = (ids: readonly string[]) => ids.flatMap((id, i) => (ids.indexOf(id) < i ? [i] : []));
