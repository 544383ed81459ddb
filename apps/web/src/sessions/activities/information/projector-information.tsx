import type { RoomActivity } from '@spolu/contracts/sessions';

export function ProjectorInformation({ activity }: { activity: RoomActivity }) {
  return activity.instruction ? <p className="hall-information keep-lines">{activity.instruction}</p> : null;
}
