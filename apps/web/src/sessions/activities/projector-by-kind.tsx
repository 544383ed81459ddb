import type { ActivityKind } from '@spolu/contracts/activities/kinds';
import type { RoomActivity, RoomActivityOf, RoomState } from '@spolu/contracts/sessions';
import type { ComponentType } from 'react';
import type { ServerClock } from '../server-clock.ts';
import { lazyView } from './lazy-view.ts';
import { ProjectorBreakout } from './breakout/projector-breakout.tsx';
import { ProjectorBrainstorm } from './brainstorm/projector-brainstorm.tsx';
import { ProjectorCluster } from './cluster/projector-cluster.tsx';
import { ProjectorDotVote } from './dot-vote/projector-dot-vote.tsx';
import { ProjectorInformation } from './information/projector-information.tsx';
import { ProjectorQAndA } from './q-and-a/projector-q-and-a.tsx';

export interface ProjectorActivityProps<K extends ActivityKind = ActivityKind> {
  boardId: string;
  agenda: RoomState['agenda'];
  clock: ServerClock;
  activity: RoomActivityOf<K>;
}

const answers = lazyView(async () => (await import('./answers/projector-answers.tsx')).ProjectorAnswers).View;
const ideathon = lazyView<ProjectorActivityProps<'ideathon'>>(async () => (await import('./ideathon/projector-ideathon.tsx')).ProjectorIdeathon).View;

const pulse = lazyView(async () => (await import('./pulse/projector-pulse.tsx')).ProjectorPulse).View;
const timer = lazyView(async () => (await import('./timer/projector-timer.tsx')).ProjectorTimer).View;
const pause = lazyView(async () => (await import('./break/projector-break.tsx')).ProjectorBreak).View;

/** What the hall sees below the title and the time. */
const ACTIVITIES: { [K in ActivityKind]: ComponentType<ProjectorActivityProps<K>> } = {
  information: ProjectorInformation,
  brainstorm: ProjectorBrainstorm,
  cluster: ProjectorCluster,
  'dot-vote': ProjectorDotVote,
  ranking: answers,
  estimate: answers,
  consent: answers,
  'fist-to-five': answers,
  gradients: answers,
  question: answers,
  'q-and-a': ProjectorQAndA,
  breakout: ProjectorBreakout,
  ideathon,
  pulse,
  timer,
  break: pause,
};

/** Their time is what the hall looks at, not a corner of the wall. */
export const isClock = ({ kind }: RoomActivity) => kind === 'timer' || kind === 'break';
export const projectorActivityOf = ({ kind }: RoomActivity) => ACTIVITIES[kind] as ComponentType<ProjectorActivityProps>;
