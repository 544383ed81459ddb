import type { QuestionState, TendQuestion } from '@spolu/contracts/activities/q-and-a';
import { Problem } from '@spolu/contracts/problems';

/** What everybody reads. */
export const IN_ROOM = ['shown', 'current', 'answered'] as const satisfies readonly QuestionState[];
export const isInRoom = (state: QuestionState): state is (typeof IN_ROOM)[number] => IN_ROOM.some((one) => one === state);

/** A new question is read by everybody at once unless staff look first. */
export const firstState = ({ moderated }: { moderated: boolean }): 'waiting' | 'shown' => (moderated ? 'waiting' : 'shown');

/** What was answered in front of everybody is not taken back, nor is what was already. @throws Problem `not-found`, `question/answered` */
export function checkTakingBack(state: QuestionState): void {
  if (state === 'removed') throw new Problem('not-found');
  if (state === 'answered') throw new Problem('question/answered');
}

/** Any state may follow any other, so that what staff did by mistake is undone; what was taken back stays so. @throws Problem `not-found` */
export function tended(before: { state: QuestionState; answer: string }, { state, answer }: TendQuestion): { state: QuestionState; answer: string } {
  if (before.state === 'removed') throw new Problem('not-found');
  return { state, answer: answer ?? before.answer };
}
