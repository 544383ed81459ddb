import type { OwnTeamAnswer } from '@spolu/contracts/activities/ideathon';
import { Problem } from '@spolu/contracts/problems';
import type { EntityManager } from 'typeorm';
import { canvasOf } from './canvas.ts';
import { notesOf } from './notes.service.ts';
import type { AttendedIdeathon } from './ideathon-access.ts';
import { IdeathonMember } from './ideathon.entity.ts';

type Attended = Pick<AttendedIdeathon, 'activity' | 'participant' | 'settings'>;

/** What a member reads of her team, and nobody else but the staff. */
export async function ownTeam(em: EntityManager, { activity, participant, settings }: Attended): Promise<OwnTeamAnswer> {
  const member = await em.findOneBy(IdeathonMember, { activityId: activity.id, participantId: participant.id });
  return { team: member && { id: member.teamId, canvas: await canvasOf(em, member.teamId, settings), notes: await notesOf(em, member.teamId) } };
}

/** @throws Problem `not-found` for a team that is not hers */
export async function memberOf(em: EntityManager, { activity, participant }: Pick<Attended, 'activity' | 'participant'>, teamId: string): Promise<void> {
  if (!(await em.existsBy(IdeathonMember, { activityId: activity.id, participantId: participant.id, teamId }))) throw new Problem('not-found');
}
