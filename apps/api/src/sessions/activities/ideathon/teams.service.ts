import { Injectable } from '@nestjs/common';
import { type EditTeam, type JoinTeam, type OwnTeamAnswer, type ProposeTeam, TEAMS_MAX } from '@spolu/contracts/activities/ideathon';
import { Problem } from '@spolu/contracts/problems';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../../../database/transactions.ts';
import type { Viewer } from '../../../http/viewer.ts';
import { ProvenanceService } from '../../../provenance/provenance.service.ts';
import { type AttendedIdeathon, IdeathonAccess } from './ideathon-access.ts';
import { IdeathonMember, IdeathonTeam } from './ideathon.entity.ts';
import { memberOf, ownTeam } from './own-team.ts';
import { demandStage } from './stage.ts';
import { activityOfTeam, addTeam, holdTeams, putInto, teamOf, teamsOf, touch } from './teams.ts';

/** What people do with teams: propose one, join, change or leave it, and say what it is about. */
@Injectable()
export class TeamsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly ideathons: IdeathonAccess,
    private readonly provenance: ProvenanceService,
  ) {}

  /** Sent again under its id it is answered as it stands now. @throws Problem `ideathon/not-now`, `ideathon/too-many-teams`, `idempotency-key-reused` */
  async propose(me: Viewer, activityId: string, teamId: string, { name, idea }: ProposeTeam): Promise<OwnTeamAnswer> {
    return this.ideathons.takingPart(me, activityId, async (em, found) => {
      const { ideathon, participant } = found;
      await holdTeams(em, activityId);
      const before = await em.findOneBy(IdeathonTeam, { id: teamId });
      if (before) {
        if (before.activityId !== activityId || before.name !== name || before.idea !== idea) throw new Problem('idempotency-key-reused');
        return ownTeam(em, found);
      }
      demandStage(ideathon.stage, 'teams');
      // the id is the device's: under somebody else's its words would be changed with the team
      if (await this.provenance.isKnown(em, teamId)) throw new Problem('idempotency-key-reused');
      const now = new Date();
      await addTeam(em, { id: teamId, activityId, name, idea, language: participant.language, most: TEAMS_MAX });
      await this.write(em, found, { id: teamId, name, idea }, now);
      await putInto(em, { activityId, participantId: participant.id, teamId, now });
      return ownTeam(em, found);
    });
  }

  /** @throws Problem `ideathon/not-now`, `ideathon/team-full`, `not-found` */
  async join(me: Viewer, activityId: string, { teamId }: JoinTeam): Promise<OwnTeamAnswer> {
    return this.ideathons.takingPart(me, activityId, async (em, found) => {
      const { ideathon, settings, participant } = found;
      demandStage(ideathon.stage, 'teams', 'canvas');
      await holdTeams(em, activityId);
      if (teamId !== null) {
        const team = await teamOf(em, activityId, teamId);
        const { memberCount = 0 } = (await teamsOf(em, activityId)).find(({ id }) => id === team.id) ?? {};
        const isIn = await em.existsBy(IdeathonMember, { activityId, participantId: participant.id, teamId });
        if (!isIn && memberCount >= settings.teamMax) throw new Problem('ideathon/team-full', { limit: settings.teamMax });
      }
      await putInto(em, { activityId, participantId: participant.id, teamId, now: new Date() });
      return ownTeam(em, found);
    });
  }

  /** One of its members says it better. @throws Problem `ideathon/not-now`, `changed-meanwhile`, `not-found` for somebody else's */
  async edit(me: Viewer, teamId: string, input: EditTeam): Promise<void> {
    return this.ideathons.takingPart(me, await activityOfTeam(this.transactions.manager, teamId), async (em, found) => {
      const { activity, ideathon } = found;
      await memberOf(em, found, teamId);
      demandStage(ideathon.stage, 'teams', 'canvas');
      await holdTeams(em, activity.id);
      const changed = await changeTeam(em, activity.id, teamId, input);
      if (changed) await this.write(em, found, { id: teamId, ...changed }, new Date());
    });
  }

  async own(me: Viewer, activityId: string): Promise<OwnTeamAnswer> {
    const { em, ...found } = await this.ideathons.attending(me, activityId);
    return ownTeam(em, found);
  }

  /** What a team says of itself is a contribution of who said it first; later words are its versions. */
  private async write(em: EntityManager, { session, activity, participant }: AttendedIdeathon, { id, name, idea }: { id: string; name: string; idea: string }, now: Date): Promise<void> {
    const text = [name, idea].filter(Boolean).join(': ');
    await this.provenance.writeContributions(em, [
      {
        id, kind: 'note', participantId: participant.id, personId: participant.personId, sessionId: session.id, processId: session.processId, activityId: activity.id,
        language: participant.language, text, createdAt: now, visibility: session.visibility,
      },
    ]);
    await this.provenance.addVersion(em, { contributionId: id, text, at: now });
  }
}

/** @returns what it says of itself now; null where that is what it said @throws Problem `changed-meanwhile`, `not-found` */
export async function changeTeam(em: EntityManager, activityId: string, teamId: string, { name, idea, before }: EditTeam): Promise<{ name: string; idea: string } | null> {
  const team = await teamOf(em, activityId, teamId);
  if (team.name === name && team.idea === idea) return null;
  if (team.name !== before.name || team.idea !== before.idea) throw new Problem('changed-meanwhile');
  await em.update(IdeathonTeam, { id: teamId }, { name, idea });
  await touch(em, [teamId]);
  return { name, idea };
}
