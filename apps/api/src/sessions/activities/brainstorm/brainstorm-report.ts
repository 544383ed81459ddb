import type { ReportBrainstorm } from '@spolu/contracts/activities/brainstorm';
import type { SettingsOf } from '@spolu/contracts/activities/kinds';
import { isHiding } from '../../activity.ts';
import { type PlacedNote, wordsOf } from '../../report-findings.ts';
import type { ReadActivity } from '../../room-state.ts';

interface Found {
  frames: readonly { id: string; title: string }[];
  /** Cards that still wait for the reveal: they count, and nobody is told what they say. */
  heldCount: number;
  /** Of the whole session, in reading order. */
  notes: readonly PlacedNote[];
}

export const settingsOf = ({ settings }: ReadActivity): SettingsOf<'brainstorm'> => {
  if (settings.kind !== 'brainstorm') throw new Error(`not a brainstorm: ${settings.kind}`);
  return settings;
};

/** Notes under the frames they lie in now; those moved elsewhere stand under the activity's own title. */
export function brainstormReport(activity: ReadActivity, { frames, heldCount, notes }: Found): ReportBrainstorm {
  const own = isHiding(activity) ? [] : notes.filter(({ activityId }) => activityId === activity.id);
  const framed = frames.map(({ id, title }) => ({ title, notes: own.filter(({ frameId }) => frameId === id).map(wordsOf) }));
  const elsewhere = own.filter(({ frameId }) => !frames.some(({ id }) => id === frameId)).map(wordsOf);
  const { mode, howMightWe, way } = settingsOf(activity);
  return {
    mode,
    ...(way && { way: way.kind }),
    ...(howMightWe && { howMightWe }),
    frames: elsewhere.length > 0 ? [...framed, { title: activity.title, notes: elsewhere }] : framed,
    noteCount: own.length + heldCount,
  };
}
