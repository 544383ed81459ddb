import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { OrderPitches, Pitch } from '@spolu/contracts/activities/ideathon';
import { Problem } from '@spolu/contracts/problems';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '../../../http/viewer.ts';
import { Activity } from '../../session.entity.ts';
import { runSession } from '../../sessions.policy.ts';
import { IdeathonAccess } from './ideathon-access.ts';
import { Ideathon } from './ideathon.entity.ts';
import { drawn, inOrder } from './pitch-order.ts';
import { demandStage, minutesFrom } from './stage.ts';
import { teamOf, teamsOf } from './teams.ts';

/** Who pitches when, and for how long. */
@Injectable()
export class PitchesService {
  constructor(private readonly ideathons: IdeathonAccess) {}

  /** @throws Problem `changed-meanwhile` where the order or the teams are others than she saw */
  async order(me: Viewer, activityId: string, { teamIds, before }: OrderPitches): Promise<void> {
    return this.ideathons.steering(me, runSession, activityId, async (em, { ideathon }) => {
      const order = await orderOf(em, ideathon);
      if (order.join() !== before.join() || [...order].sort().join() !== [...teamIds].sort().join()) throw new Problem('changed-meanwhile');
      await em.update(Ideathon, { activityId }, { pitchOrder: teamIds });
    });
  }

  /** By lot, among those who have not pitched yet. */
  async draw(me: Viewer, activityId: string): Promise<void> {
    return this.ideathons.steering(me, runSession, activityId, async (em, { ideathon }) => {
      const done = new Set([...ideathon.pitchedTeamIds, ideathon.pitchingTeamId]);
      await em.update(Ideathon, { activityId }, { pitchOrder: drawn(await orderOf(em, ideathon), (id) => done.has(id), (limit) => randomInt(limit)) });
    });
  }

  /** A team is on, and who was on before has pitched. @throws Problem `ideathon/not-now`, `changed-meanwhile` where somebody else is on than she saw, `not-found` */
  async pitch(me: Viewer, activityId: string, { teamId, seen }: Pitch): Promise<void> {
    return this.ideathons.steering(me, runSession, activityId, async (em, { ideathon, settings }) => {
      demandStage(ideathon.stage, 'pitches');
      const { pitchingTeamId, pitchedTeamIds } = ideathon;
      // one that is no team any more is on for nobody who looks
      const onId = pitchingTeamId !== null && (await orderOf(em, ideathon)).includes(pitchingTeamId) ? pitchingTeamId : null;
      if (onId !== seen) throw new Problem('changed-meanwhile');
      if (teamId !== null) await teamOf(em, activityId, teamId);
      const done = [...pitchedTeamIds, ...(onId === null ? [] : [onId])].filter((id) => id !== teamId);
      await em.update(Ideathon, { activityId }, { pitchingTeamId: teamId, pitchedTeamIds: [...new Set(done)] });
      await em.update(Activity, { id: activityId }, { endsAt: teamId === null ? null : minutesFrom(new Date(), settings.pitchMinutes), pausedAt: null });
    });
  }
}

/** All teams, in the order in which they pitch. */
const orderOf = async (em: EntityManager, { activityId, pitchOrder }: Ideathon): Promise<string[]> => inOrder((await teamsOf(em, activityId)).map(({ id }) => id), pitchOrder);
