import { policy, type Facts } from '../../http/policy.ts';
import { guestOf, type Viewer } from '../../http/viewer.ts';
import { isProcessStaff, viewProcess, type ProcessFacts } from '../../participation/participation.policy.ts';

/** Everything the viewer is in that process: her account, her seats in its sessions, the guest that this device is. */
export function voicesOf(viewer: Viewer, { processId, sessionIds = [] }: Pick<Partial<ProcessFacts>, 'processId' | 'sessionIds'>): string[] {
  const seats = viewer.participants.filter(({ sessionId }) => sessionId !== null && sessionIds.includes(sessionId)).map(({ id }) => id);
  return [viewer.person?.id, ...seats, guestOf(viewer, processId)].filter((id) => id != null);
}

/** Supporting, commenting, reporting: an account, a participant of a session of the process, or a guest of it. */
export const talkAboutIdea = policy(
  'talk-about-idea',
  (viewer, facts: Facts) => viewProcess.allows(viewer, facts) && voicesOf(viewer, facts).length > 0,
  (viewer, facts) => viewProcess.allows(viewer, facts),
);

/** Hiding what should not stand there, and what was reported. */
export const moderateIdeas = policy('moderate-ideas', isProcessStaff, (viewer, facts) => viewProcess.allows(viewer, facts));
