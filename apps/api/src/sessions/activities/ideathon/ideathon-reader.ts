import { Injectable } from '@nestjs/common';
import { type ReportIdeathon, type ReportTeam, type RoomIdeathon, stagesOf, type TeamWords } from '@spolu/contracts/activities/ideathon';
import type { EntityManager } from 'typeorm';
import type { SessionFindings } from '../../report-findings.ts';
import type { ReadActivity } from '../../room-state.ts';
import type { KindReader } from '../kind-reader.ts';
import { type TeamEntry, wordsOnCanvases } from './canvas.ts';
import { Ideathon } from './ideathon.entity.ts';
import { settingsOf } from './ideathon-rules.ts';
import { reportJury, roomJury } from './jury/jury-reader.ts';
import { mergedInto, teamsOf } from './teams.ts';

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

  async reportPart(em: EntityManager, activity: ReadActivity, { authorOf }: SessionFindings): Promise<ReportIdeathon | null> {
    const ideathon = await em.findOneBy(Ideathon, { activityId: activity.id });
    if (!ideathon) return null;
    const settings = settingsOf(activity);
    const { challenge, brief, goodProposal, fields } = settings;
    const merged = await mergedInto(em, activity.id);
    const entries = await wordsOnCanvases(em, activity.id);
    const teams = (await teamsOf(em, activity.id)).map(({ id, number, name, idea, memberCount }): ReportTeam => ({
      id, number, name, idea, memberCount,
      merged: merged.get(id) ?? [],
      canvas: fields.map(({ title, required }, field) => ({ title, required, words: wordsOf(entries.find((entry) => entry.teamId === id && entry.field === field), authorOf) })),
    }));
    return { challenge, brief, goodProposal, stage: ideathon.stage, teams, jury: await reportJury(em, activity.id, settings) };
  }
}

function wordsOf(entry: TeamEntry | undefined, authorOf: SessionFindings['authorOf']): TeamWords | null {
  if (!entry?.text) return null;
  const { contributionId, text, language, participantIds } = entry;
  return { contributionId, text, language, authors: participantIds.flatMap((id) => authorOf(id) ?? []) };
}
