import type { ReportActivity } from '@spolu/contracts/sessions';
import { isHiding } from '../../activity.ts';
import { type ActivityFindings, type SessionFindings, wordsOf } from '../../report-findings.ts';
import type { ReadActivity } from '../../room-state.ts';

/** Notes under the frames they lie in now; those moved elsewhere stand under the activity's own title. */
export function brainstormBlock(activity: ReadActivity, { frames, heldCount }: ActivityFindings, { notes }: SessionFindings): ReportActivity['brainstorm'] {
  if (activity.settings.kind !== 'brainstorm') return null;
  const own = isHiding(activity) ? [] : notes.filter(({ activityId }) => activityId === activity.id);
  const framed = frames.map(({ id, title }) => ({ title, notes: own.filter(({ frameId }) => frameId === id).map(wordsOf) }));
  const elsewhere = own.filter(({ frameId }) => !frames.some(({ id }) => id === frameId)).map(wordsOf);
  return {
    mode: activity.settings.mode,
    frames: elsewhere.length > 0 ? [...framed, { title: activity.title, notes: elsewhere }] : framed,
    noteCount: own.length + heldCount,
  };
}
