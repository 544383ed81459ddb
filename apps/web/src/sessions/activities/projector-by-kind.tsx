import type { ActivityKind } from '@spolu/contracts/activities/kinds';
import type { RoomActivity, RoomActivityOf } from '@spolu/contracts/sessions';
import type { ComponentType } from 'react';
import { ProjectorBrainstorm } from './brainstorm/projector-brainstorm.tsx';
import { ProjectorCluster } from './cluster/projector-cluster.tsx';
import { ProjectorDotVote } from './dot-vote/projector-dot-vote.tsx';
import { ProjectorInformation } from './information/projector-information.tsx';

export interface ProjectorActivityProps<K extends ActivityKind = ActivityKind> {
  boardId: string;
  activity: RoomActivityOf<K>;
}

/** What the hall sees below the title and the time. */
const ACTIVITIES: { [K in ActivityKind]: ComponentType<ProjectorActivityProps<K>> } = {
  information: ProjectorInformation,
  brainstorm: ProjectorBrainstorm,
  cluster: ProjectorCluster,
  'dot-vote': ProjectorDotVote,
};

export const projectorActivityOf = ({ kind }: RoomActivity) => ACTIVITIES[kind] as ComponentType<ProjectorActivityProps>;
