import type { Language } from '@spolu/contracts/common';
import { Problem } from '@spolu/contracts/problems';
import type { EditActivity } from '@spolu/contracts/sessions';
import { method } from '@spolu/methods/library';

/**
 * The steps of a method as activities to begin from: the facilitator changes what does not suit.
 * @throws Problem `session/unknown-method`
 */
export function activitiesOf(methodId: string, language: Language): Omit<EditActivity, 'openUntil'>[] {
  const found = method(methodId, language);
  if (!found) throw new Problem('session/unknown-method');
  return found.steps.map(({ title, minutes, instruction, settings }) => ({
    title: title.text, instruction: instruction.text, staffNotes: '', minutes, methodId, settings,
  }));
}
