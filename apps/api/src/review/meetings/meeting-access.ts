import type { MeetingState } from '@spolu/contracts/meetings';
import { Problem } from '@spolu/contracts/problems';
import type { EntityManager } from 'typeorm';
import { demand, type Policy } from '../../http/policy.ts';
import type { Viewer } from '../../http/viewer.ts';
import { Meeting } from './meeting.entity.ts';

/** @throws Problem `not-found`; `review/meeting-state` where it is in none of `states` */
export async function openMeeting(em: EntityManager, me: Viewer, policy: Policy, id: string, states?: readonly MeetingState[]): Promise<Meeting> {
  const meeting = await em.findOne(Meeting, { where: { id }, ...(states ? { lock: { mode: 'pessimistic_write' as const } } : {}) });
  if (!meeting) throw new Problem('not-found');
  demand(policy, me, { bodyId: meeting.bodyId });
  if (states && !states.includes(meeting.state)) throw new Problem('review/meeting-state', { state: meeting.state });
  return meeting;
}
