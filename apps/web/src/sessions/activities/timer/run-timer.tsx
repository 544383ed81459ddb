import { useSecondsLeft } from '../../seconds-left.ts';
import type { RunActivityProps } from '../run-by-kind.tsx';
import { useRingAtEnd } from './bell.ts';
import { BellSwitch } from './bell-switch.tsx';

/** Its clock is above; here it is decided whether this computer sounds at the end. */
function Status({ activity: { state, endsAt, pausedAt }, clock }: RunActivityProps<'timer' | 'break'>) {
  useRingAtEnd(useSecondsLeft(state === 'running' ? endsAt : null, clock, pausedAt), endsAt);
  return state === 'running' && <BellSwitch />;
}

/** Of a break too. */
export const RUN_TIMER = { Status, isLockable: false };
