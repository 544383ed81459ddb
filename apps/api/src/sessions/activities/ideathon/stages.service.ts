import { Injectable } from '@nestjs/common';
import type { MoveStage } from '@spolu/contracts/activities/ideathon';
import { type EntityManager, IsNull } from 'typeorm';
import type { Viewer } from '../../../http/viewer.ts';
import { Activity } from '../../session.entity.ts';
import { runSession } from '../../sessions.policy.ts';
import { Vote } from '../dot-vote/vote.entity.ts';
import { beginAudience } from './audience.ts';
import { Ideathon } from './ideathon.entity.ts';
import { IdeathonAccess } from './ideathon-access.ts';
import { IdeathonJuryResult } from './jury/jury.entity.ts';
import { moved } from './stage.ts';

/** How far an ideathon is. */
@Injectable()
export class StagesService {
  constructor(private readonly ideathons: IdeathonAccess) {}

  /** On to another stage or back. @throws Problem `changed-meanwhile`, `conflict` for a stage that does not take place, `vote/result-shown` */
  async move(me: Viewer, activityId: string, input: MoveStage): Promise<void> {
    return this.ideathons.steering(me, runSession, activityId, async (em, { ideathon, settings }) => {
      const now = new Date();
      const toldAt = ideathon.toldAt ?? (ideathon.stage === 'results' && (await hasOutcome(em, activityId)) ? now : null);
      const { stage, endsAt } = moved({ ...ideathon, toldAt }, input, settings, now);
      // who was on when the pitches are left has pitched
      const { pitchingTeamId, pitchedTeamIds } = ideathon;
      await em.update(Ideathon, { activityId }, { stage, toldAt, pitchingTeamId: null, pitchedTeamIds: pitchingTeamId === null ? pitchedTeamIds : [...pitchedTeamIds, pitchingTeamId] });
      if (stage === 'audience-vote') await beginAudience(em, ideathon, settings);
      if (stage === 'results' && !toldAt && (await hasOutcome(em, activityId))) await em.update(Ideathon, { activityId }, { toldAt: now });
      await em.update(Activity, { id: activityId }, { endsAt, pausedAt: null });
    });
  }
}

/** Whether its results tell anything that an audience must not know before it votes. */
const hasOutcome = async (em: EntityManager, activityId: string) =>
  (await em.existsBy(Vote, { activityId })) || (await em.existsBy(IdeathonJuryResult, { activityId, reopenedAt: IsNull() }));
