import { Injectable } from '@nestjs/common';
import { type ReportIdeathon, type RoomIdeathon, stagesOf } from '@spolu/contracts/activities/ideathon';
import type { EntityManager } from 'typeorm';
import type { ReadActivity } from '../../room-state.ts';
import type { KindReader } from '../kind-reader.ts';
import { Ideathon } from './ideathon.entity.ts';
import { settingsOf } from './ideathon-rules.ts';
import { reportJury, roomJury } from './jury/jury-reader.ts';
import { teamsOf } from './teams.ts';

/** How far it is and which teams there are; in the report what became of them. */
@Injectable()
export class IdeathonReader implements KindReader<'ideathon'> {
  async roomPart(em: EntityManager, activity: ReadActivity): Promise<RoomIdeathon> {
    const settings = settingsOf(activity);
    const { challenge, brief, goodProposal, teamMin, teamMax, fields } = settings;
    const { stage } = await em.findOneByOrFail(Ideathon, { activityId: activity.id });
    return {
      settings: { challenge, brief, goodProposal, teamMin, teamMax, fields },
      stage,
      stages: stagesOf(settings),
      teams: await teamsOf(em, activity.id),
      jury: await roomJury(em, activity.id, settings, stage),
    };
  }

  async reportPart(em: EntityManager, activity: ReadActivity): Promise<ReportIdeathon | null> {
    const ideathon = await em.findOneBy(Ideathon, { activityId: activity.id });
    if (!ideathon) return null;
    const settings = settingsOf(activity);
    const { challenge, brief, goodProposal } = settings;
    const teams = await teamsOf(em, activity.id);
    return { challenge, brief, goodProposal, stage: ideathon.stage, teams: teams.map(({ version: _, ...team }) => team), jury: await reportJury(em, activity.id, settings) };
  }
}
