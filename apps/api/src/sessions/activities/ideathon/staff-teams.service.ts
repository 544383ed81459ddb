import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type EditTeam, type MergeTeam, type MoveMember, type StaffTeams, TEAMS_MAX, type TeamView } from '@spolu/contracts/activities/ideathon';
import { SECTORS } from '@spolu/contracts/common';
import { Problem } from '@spolu/contracts/problems';
import { v7 as newId } from 'uuid';
import { Transactions } from '../../../database/transactions.ts';
import type { Viewer } from '../../../http/viewer.ts';
import { ProvenanceService } from '../../../provenance/provenance.service.ts';
import { Participant } from '../../session.entity.ts';
import { runSession, seeStaffState } from '../../sessions.policy.ts';
import { guestsOf } from '../breakout/seating.ts';
import { canvasOf } from './canvas.ts';
import { dealLeft } from './deal-left.ts';
import { IdeathonAccess } from './ideathon-access.ts';
import { IdeathonEntry, IdeathonMember, IdeathonTeam } from './ideathon.entity.ts';
import { notesOf } from './notes.service.ts';
import { changeTeam } from './teams.service.ts';
import { activityOfTeam, addTeam, membersOf, putInto, teamOf, teamsOf, touch } from './teams.ts';

/** What the staff do with teams: whoever runs the session is bound by no size and no stage. */
@Injectable()
export class StaffTeamsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly ideathons: IdeathonAccess,
    private readonly provenance: ProvenanceService,
  ) {}

  async all(me: Viewer, activityId: string): Promise<StaffTeams> {
    const { em, session, facts } = await this.ideathons.reading(me, seeStaffState, activityId);
    const members = await membersOf(em, activityId);
    const inTeams = new Set(members.map(({ participantId }) => participantId));
    return {
      teams: (await teamsOf(em, activityId)).map(({ id }) => {
        const own = members.filter(({ teamId }) => teamId === id);
        const sectors = [...SECTORS, null].map((sector) => ({ sector, count: own.filter((member) => member.sector === sector).length }));
        return { id, memberIds: own.map(({ participantId }) => participantId), sectors: sectors.filter(({ count }) => count > 0) };
      }),
      loneIds: (await guestsOf(em, session.id)).flatMap(({ id }) => (inTeams.has(id) ? [] : [id])),
      may: { run: runSession.allows(me, facts) },
    };
  }

  /** What else only its members read. */
  async one(me: Viewer, teamId: string): Promise<TeamView> {
    const { em, settings } = await this.ideathons.reading(me, seeStaffState, await activityOfTeam(this.transactions.manager, teamId));
    return { canvas: await canvasOf(em, teamId, settings), notes: await notesOf(em, teamId) };
  }

  /** @throws Problem `not-found` for somebody of another session, and for no team of this ideathon */
  async moveMember(me: Viewer, activityId: string, { participantId, teamId }: MoveMember): Promise<void> {
    return this.ideathons.steering(me, runSession, activityId, async (em, { session }) => {
      const participant = await em.findOneBy(Participant, { id: participantId, sessionId: session.id });
      if (!participant || participant.removedAt) throw new Problem('not-found');
      if (teamId !== null) await teamOf(em, activityId, teamId);
      await putInto(em, { activityId, participantId, teamId, now: new Date() });
    });
  }

  /** Who is in none comes into one, the sectors spread evenly; hosts of tables, who are there to help, stay out. @throws Problem `ideathon/too-many-teams` */
  async deal(me: Viewer, activityId: string): Promise<void> {
    return this.ideathons.steering(me, runSession, activityId, async (em, { session, settings }) => {
      const teams = await teamsOf(em, activityId);
      const members = await membersOf(em, activityId);
      const inTeams = new Map(members.map(({ participantId, teamId }) => [participantId, teams.findIndex(({ id }) => id === teamId)]));
      const guests = (await guestsOf(em, session.id)).filter(({ id, isTableHost }) => !isTableHost || inTeams.has(id));
      const { newTeamCount, dealt } = dealLeft({ guests, teams: inTeams, teamCount: teams.length, teamMax: settings.teamMax, seed: randomInt(2 ** 31 - 1) });
      const ids = teams.map(({ id }) => id);
      for (let made = 0; made < newTeamCount; made++) {
        const id = newId();
        await addTeam(em, { id, activityId, name: '', idea: '', language: session.language, most: TEAMS_MAX });
        ids.push(id);
      }
      const now = new Date();
      for (const [participantId, team] of dealt) await putInto(em, { activityId, participantId, teamId: ids[team] ?? null, now });
    });
  }

  /** @throws Problem `changed-meanwhile`, `not-found` */
  async edit(me: Viewer, teamId: string, input: EditTeam): Promise<void> {
    return this.ideathons.steering(me, runSession, await activityOfTeam(this.transactions.manager, teamId), async (em, { activity }) => {
      const changed = await changeTeam(em, activity.id, teamId, input);
      if (changed) await this.provenance.addVersion(em, { contributionId: teamId, text: [changed.name, changed.idea].filter(Boolean).join(': '), at: new Date() });
    });
  }

  /** Its people go over to another; that it was, and its idea, stays written down. @throws Problem `not-found`, `conflict` with itself */
  async merge(me: Viewer, teamId: string, { into }: MergeTeam): Promise<void> {
    return this.ideathons.steering(me, runSession, await activityOfTeam(this.transactions.manager, teamId), async (em, { activity }) => {
      if (teamId === into) throw new Problem('conflict');
      await teamOf(em, activity.id, teamId);
      await teamOf(em, activity.id, into);
      await em.update(IdeathonMember, { activityId: activity.id, teamId }, { teamId: into });
      await em.update(IdeathonTeam, { id: teamId }, { mergedIntoId: into });
      // whoever has an interest in a part has one in the whole
      await em.query(
        `insert into ideathon_jury_conflict (activity_id, participant_id, team_id, reason, declared_at)
          select activity_id, participant_id, $2, reason, declared_at from ideathon_jury_conflict where team_id = $1 on conflict do nothing`,
        [teamId, into],
      );
      await touch(em, [teamId, into]);
      if ((await this.provenance.isKnown(em, teamId)) && (await this.provenance.isKnown(em, into))) {
        await this.provenance.link(em, [{ fromId: teamId, toId: into, kind: 'merged-into' }], me.person?.id ?? null);
      }
    });
  }

  /** It is no team any more and its words are for nobody; its people are in none. */
  async remove(me: Viewer, teamId: string): Promise<void> {
    return this.ideathons.steering(me, runSession, await activityOfTeam(this.transactions.manager, teamId), async (em, { activity }) => {
      await teamOf(em, activity.id, teamId);
      await em.delete(IdeathonMember, { activityId: activity.id, teamId });
      await em.update(IdeathonTeam, { id: teamId }, { removedAt: new Date() });
      await touch(em, [teamId]);
      const written = (await em.findBy(IdeathonEntry, { teamId })).flatMap(({ contributionId }) => contributionId ?? []);
      for (const id of new Set([teamId, ...written])) await this.provenance.update(em, id, { visibility: 'internal' });
    });
  }
}
