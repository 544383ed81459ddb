import type { ActivityKind } from '@spolu/contracts/activities/kinds';
import type { RoomActivity, RoomActivityOf, StaffState } from '@spolu/contracts/sessions';
import type { ComponentType } from 'react';
import type { BoardConnection } from '../../boards/board-connection.ts';
import type { Text } from '../../i18n/texts.ts';
import type { ServerClock } from '../server-clock.ts';
import { RUN_ANSWERS } from './answers/run-answers.tsx';
import { RUN_BREAKOUT } from './breakout/run-kind.ts';
import { RUN_BRAINSTORM } from './brainstorm/run-brainstorm.tsx';
import { RUN_CLUSTER } from './cluster/run-cluster.tsx';
import { RUN_DOT_VOTE } from './dot-vote/run-dot-vote.tsx';
import { RUN_IDEATHON } from './ideathon/run-kind.ts';
import { RUN_Q_AND_A } from './q-and-a/run-q-and-a.tsx';
import { RUN_TIMER } from './timer/run-timer.tsx';

export interface RunActivityProps<K extends ActivityKind = ActivityKind> {
  activity: RoomActivityOf<K>;
  staff: StaffState;
  /** The board beside it; null where none is on this screen. */
  board: BoardConnection | null;
  clock: ServerClock;
}
/** What is special to a kind on the facilitator's panel. */
export interface RunKind<K extends ActivityKind = ActivityKind> {
  /** How far it is, below its title and time. */
  Status?: ComponentType<RunActivityProps<K>>;
  /** Participants can be stopped for a while. */
  isLockable: boolean;
  /** The same may be asked again, with the results side by side. */
  isRepeatable?: boolean;
  /** One press ends it and shows what it came to. */
  isShownAtEnd?: boolean;
  /** Left out: "end". */
  endLabel?: (t: Text<'sessions'>) => string;
  /** What the hall sees of it, in a few words. Left out: its title and kind. */
  hallWords?: (t: Text<'sessions'>, activity: RoomActivityOf<K>) => { headline: string; detail: string };
}

const KINDS: { [K in ActivityKind]: RunKind<K> } = {
  information: { isLockable: false },
  brainstorm: RUN_BRAINSTORM,
  cluster: RUN_CLUSTER,
  'dot-vote': RUN_DOT_VOTE,
  ranking: RUN_ANSWERS,
  estimate: RUN_ANSWERS,
  consent: RUN_ANSWERS,
  'fist-to-five': RUN_ANSWERS,
  gradients: RUN_ANSWERS,
  question: { ...RUN_ANSWERS, isShownAtEnd: true },
  'q-and-a': RUN_Q_AND_A,
  breakout: RUN_BREAKOUT,
  ideathon: RUN_IDEATHON,
  pulse: { ...RUN_ANSWERS, isRepeatable: false },
  timer: RUN_TIMER,
  break: RUN_TIMER,
};

export const runKindOf = ({ kind }: RoomActivity) => KINDS[kind] as RunKind;
