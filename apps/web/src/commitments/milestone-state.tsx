import type { MilestoneState } from '@spolu/contracts/commitments';
import { Tag, type TagTone } from '@spolu/ui/tag';
import type { Station } from '@spolu/ui/tram-line';
import { useText } from '../i18n/use-text.ts';

const TONES: Record<MilestoneState, TagTone> = {
  'not-started': 'neutral',
  'in-progress': 'accent',
  delayed: 'warn',
  done: 'good',
  changed: 'warn',
  withdrawn: 'bad',
};

export function MilestoneStateTag({ state }: { state: MilestoneState }) {
  const t = useText('commitments');
  return <Tag tone={TONES[state]}>{t(`state.${state}`)}</Tag>;
}

/** Where a milestone stands on the line of its commitment. */
export const STATION_STATES: Record<MilestoneState, Station['state']> = {
  'not-started': 'ahead',
  'in-progress': 'current',
  delayed: 'current',
  done: 'done',
  changed: 'current',
  withdrawn: 'stopped',
};

/** Whether its day has passed and it is neither done nor withdrawn: late, whatever its state says. */
export const isLate = (milestone: { dueOn: string | null; state: MilestoneState }, today: string): boolean =>
  milestone.dueOn !== null && milestone.dueOn < today && milestone.state !== 'done' && milestone.state !== 'withdrawn';
