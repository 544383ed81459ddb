import { partOf } from '@spolu/contracts/activities/part-of';
import type { RoomState } from '@spolu/contracts/sessions';
import { useEffect, useMemo, useState } from 'react';
import type { BoardView } from '../boards/scene/board-view.ts';
import { StepFollower } from './step-follower.ts';

interface StepViewProps {
  /** Null while the board is not drawn. */
  view: BoardView | null;
  room: Pick<RoomState, 'activity'>;
}

/** Whoever has not moved the board herself sees the frames of what runs. */
export function StepView({ view, room: { activity } }: StepViewProps) {
  const [follower] = useState(() => new StepFollower());
  const activityId = activity?.state === 'running' ? activity.id : null;
  const frameIds = partOf(activity, 'brainstorm')?.frames.map(({ id }) => id).join(' ') ?? '';
  const frames = useMemo(() => frameIds.split(' ').filter(Boolean), [frameIds]);
  useEffect(() => (view ? follower.attach(view) : undefined), [view, follower]);
  useEffect(() => {
    if (view && activityId !== null && frames.length > 0) return follower.show(activityId, frames);
    return undefined;
  }, [view, follower, activityId, frames]);
  return null;
}
