import { HallText } from '../../hall-text.tsx';
import type { ProjectorActivityProps } from '../projector-by-kind.tsx';

export function ProjectorInformation({ activity }: ProjectorActivityProps<'information'>) {
  return activity.instruction ? <HallText look="information" text={activity.instruction} /> : null;
}
