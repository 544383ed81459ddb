import { Injectable } from '@nestjs/common';
import type { FillField, OwnTeamAnswer } from '@spolu/contracts/activities/ideathon';
import { Problem } from '@spolu/contracts/problems';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Transactions } from '../../../database/transactions.ts';
import type { Viewer } from '../../../http/viewer.ts';
import { ProvenanceService } from '../../../provenance/provenance.service.ts';
import { entriesOf, type StandingEntry } from './canvas.ts';
import { type AttendedIdeathon, IdeathonAccess } from './ideathon-access.ts';
import { IdeathonEntry } from './ideathon.entity.ts';
import { memberOf, ownTeam } from './own-team.ts';
import { demandStage } from './stage.ts';
import { activityOfTeam, touch } from './teams.ts';

/** What teams write into their canvases, several of them at once. */
@Injectable()
export class CanvasesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly ideathons: IdeathonAccess,
    private readonly provenance: ProvenanceService,
  ) {}

  /** @throws Problem `not-found` for somebody else's team, `ideathon/not-now`, `changed-meanwhile` where something else stands there than she saw */
  async fill(me: Viewer, teamId: string, { field, text, revision }: FillField): Promise<OwnTeamAnswer> {
    return this.ideathons.takingPart(me, await activityOfTeam(this.transactions.manager, teamId), async (em, found) => {
      const { ideathon, settings, participant } = found;
      await memberOf(em, found, teamId);
      demandStage(ideathon.stage, 'canvas');
      if (field >= settings.fields.length) throw new Problem('invalid-input', {}, [{ path: 'field', code: 'not-allowed' }]);
      // one after the other writes at a canvas
      await em.query('select 1 from ideathon_team where id = $1 for update', [teamId]);
      const before = (await entriesOf(em, teamId)).find((entry) => entry.field === field) ?? null;
      if ((before?.text ?? '') === text) return ownTeam(em, found);
      if ((before?.revision ?? 0) !== revision) throw new Problem('changed-meanwhile');
      const now = new Date();
      const contributionId = await this.contribute(em, found, before, text, now);
      await em.insert(IdeathonEntry, { teamId, field, revision: revision + 1, participantId: participant.id, contributionId, text, writtenAt: now });
      await touch(em, [teamId]);
      return ownTeam(em, found);
    });
  }

  /**
   * Words that somebody goes on writing are versions of hers; where another takes them up, hers lead to the other's. So everybody who wrote at a canvas has
   * it on her receipt.
   */
  private async contribute(em: EntityManager, { session, activity, participant }: AttendedIdeathon, before: StandingEntry | null, text: string, now: Date): Promise<string | null> {
    if (!text) {
      if (before?.contributionId) await this.provenance.update(em, before.contributionId, { visibility: 'internal' });
      return null;
    }
    if (before?.contributionId && before.participantId === participant.id) {
      await this.provenance.addVersion(em, { contributionId: before.contributionId, text, at: now });
      return before.contributionId;
    }
    const id = newId();
    await this.provenance.writeContributions(em, [
      {
        id, kind: 'note', participantId: participant.id, personId: participant.personId, sessionId: session.id, processId: session.processId, activityId: activity.id,
        language: participant.language, text, createdAt: now, visibility: session.visibility,
      },
    ]);
    if (before?.contributionId) await this.provenance.link(em, [{ fromId: before.contributionId, toId: id, kind: 'merged-into' }], participant.personId);
    return id;
  }
}
