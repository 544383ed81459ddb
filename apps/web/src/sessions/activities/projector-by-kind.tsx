import type { ActivityKind } from '@spolu/contracts/activities/kinds';
import type { RoomActivity, RoomActivityOf } from '@spolu/contracts/sessions';
import type { ComponentType } from 'react';
import { lazyView } from './lazy-view.ts';
import { ProjectorBreakout } from './breakout/projector-breakout.tsx';
import { ProjectorBrainstorm } from './brainstorm/projector-brainstorm.tsx';
import { ProjectorCluster } from './cluster/projector-cluster.tsx';
import { ProjectorDotVote } from './dot-vote/projector-dot-vote.tsx';
import { ProjectorInformation } from './information/projector-information.tsx';
import { ProjectorQAndA } from './q-and-a/projector-q-and-a.tsx';

export interface ProjectorActivityProps<K extends ActivityKind = ActivityKind> {
  boardId: string;
  activity: RoomActivityOf<K>;
}

const answers = lazyView(async () => (await import('./answers/projector-answers.tsx')).ProjectorAnswers).View;
const ideathon = lazyView<ProjectorActivityProps<'ideathon'>>(async () => (await import('./ideathon/projector-ideathon.tsx')).ProjectorIdeathon).View;

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
  'q-and-a': ProjectorQAndA,
  breakout: ProjectorBreakout,
  ideathon,
};

export const projectorActivityOf = ({ kind }: RoomActivity) => ACTIVITIES[kind] as ComponentType<ProjectorActivityProps>;
