import type { RoomActivity } from '@spolu/contracts/sessions';
import { HallText } from '../../hall-text.tsx';

export function ProjectorInformation({ activity }: { activity: RoomActivity }) {
  return activity.instruction ? <HallText look="information" text={activity.instruction} /> : null;
}
