import { Injectable } from '@nestjs/common';
import type { RemoveTeamNote, TeamNote, WriteTeamNote } from '@spolu/contracts/activities/ideathon';
import { Problem } from '@spolu/contracts/problems';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Transactions } from '../../../database/transactions.ts';
import type { Viewer } from '../../../http/viewer.ts';
import { runSession, seeStaffState } from '../../sessions.policy.ts';
import { IdeathonAccess } from './ideathon-access.ts';
import { IdeathonNote } from './ideathon.entity.ts';
import { activityOfTeam, teamOf, touch } from './teams.ts';

/** What mentors tell a team. A mentor is whoever works in the session: its facilitators, hosts of tables and scribes. */
@Injectable()
export class NotesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly ideathons: IdeathonAccess,
  ) {}

  /** @throws Problem `not-found` for no team of a running ideathon */
  async write(me: Viewer, teamId: string, { text }: WriteTeamNote): Promise<void> {
    return this.ideathons.steering(me, seeStaffState, await activityOfTeam(this.transactions.manager, teamId), async (em, { activity }) => {
      await teamOf(em, activity.id, teamId);
      await em.insert(IdeathonNote, { id: newId(), teamId, personId: me.person?.id ?? null, text, writtenAt: new Date() });
      await touch(em, [teamId]);
    });
  }

  /** Her own, or anybody's by who runs the session. @throws Problem `not-found`, `forbidden` for somebody else's */
  async remove(me: Viewer, teamId: string, { noteId }: RemoveTeamNote): Promise<void> {
    return this.ideathons.steering(me, seeStaffState, await activityOfTeam(this.transactions.manager, teamId), async (em, { facts }) => {
      const note = await em.findOneBy(IdeathonNote, { id: noteId, teamId });
      if (!note) throw new Problem('not-found');
      const isHers = note.personId !== null && note.personId === me.person?.id;
      if (!isHers && !runSession.allows(me, facts)) throw new Problem('forbidden');
      await em.delete(IdeathonNote, { id: noteId });
      await touch(em, [teamId]);
    });
  }
}

/** As they were written. */
export async function notesOf(em: EntityManager, teamId: string): Promise<TeamNote[]> {
  const notes = await em.find(IdeathonNote, { where: { teamId }, order: { writtenAt: 'ASC', id: 'ASC' } });
  return notes.map(({ id, text, writtenAt }) => ({ id, text, writtenAt: writtenAt.toISOString() }));
}
