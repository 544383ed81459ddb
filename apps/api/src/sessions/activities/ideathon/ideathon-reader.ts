import { Injectable } from '@nestjs/common';
import { type ReportIdeathon, type ReportTeam, type RoomIdeathon, stagesOf, type TeamWords } from '@spolu/contracts/activities/ideathon';
import type { ReportVote } from '@spolu/contracts/activities/dot-vote';
import type { SessionState } from '@spolu/contracts/sessions';
import type { EntityManager } from 'typeorm';
import type { SessionFindings } from '../../report-findings.ts';
import type { ReadActivity } from '../../room-state.ts';
import type { KindReader } from '../kind-reader.ts';
import { type TeamEntry, wordsOnCanvases } from './canvas.ts';
import { Ideathon } from './ideathon.entity.ts';
import { settingsOf } from './ideathon-rules.ts';
import { reportJury, roomJury } from './jury/jury-reader.ts';
import { inOrder } from './pitch-order.ts';
import { VoteCounts } from '../dot-vote/vote-counts.ts';
import { Vote } from '../dot-vote/vote.entity.ts';
import { mergedInto, teamsOf } from './teams.ts';

/** How far it is and which teams there are; in the report what became of them. */
@Injectable()
export class IdeathonReader implements KindReader<'ideathon'> {
  constructor(private readonly counts: VoteCounts) {}

  async roomPart(em: EntityManager, activity: ReadActivity): Promise<RoomIdeathon> {
    const settings = settingsOf(activity);
    const { challenge, brief, goodProposal, teamMin, teamMax, fields, audience } = settings;
    const { stage, pitchOrder, pitchedTeamIds, pitchingTeamId, toldAt } = await em.findOneByOrFail(Ideathon, { activityId: activity.id });
    const teams = await teamsOf(em, activity.id);
    const known = new Set(teams.map(({ id }) => id));
    const vote = (await em.existsBy(Vote, { activityId: activity.id })) ? await this.counts.roomVote(em, { id: activity.id, settings: activity.settings, resultShownAt: toldAt }, known) : null;
    return {
      settings: { challenge, brief, goodProposal, teamMin, teamMax, fields, audience },
      stage,
      stages: stagesOf(settings),
      teams,
      pitches: {
        teamId: pitchingTeamId !== null && known.has(pitchingTeamId) ? pitchingTeamId : null,
        order: inOrder([...known], pitchOrder),
        doneIds: pitchedTeamIds.filter((id) => known.has(id)),
      },
      vote: vote && { ...vote, options: vote.options.filter(({ id }) => known.has(id)) },
      jury: await roomJury(em, activity, settings, stage),
    };
  }

  async reportPart(em: EntityManager, activity: ReadActivity, { authorOf, sessionState }: SessionFindings): Promise<ReportIdeathon | null> {
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
    return { challenge, brief, goodProposal, stage: ideathon.stage, audience: await this.audience(em, ideathon, sessionState), teams, jury: await reportJury(em, activity.id, settings) };
  }

  /** Like the count of every vote: not before it is told, or the session is closed (SEC-46). */
  private async audience(em: EntityManager, { activityId, toldAt }: Ideathon, sessionState: SessionState): Promise<ReportVote | null> {
    if ((!toldAt && sessionState !== 'closed') || !(await em.existsBy(Vote, { activityId }))) return null;
    const standing = new Set((await teamsOf(em, activityId)).map(({ id }) => id));
    return { ...(await this.counts.rulesOf(em, activityId)), secrecy: 'blind', round: 1, earlier: [], sectors: [], result: await this.counts.resultOf(em, activityId, standing) };
  }
}

function wordsOf(entry: TeamEntry | undefined, authorOf: SessionFindings['authorOf']): TeamWords | null {
  if (!entry?.text) return null;
  const { contributionId, text, language, participantIds } = entry;
  return { contributionId, text, language, authors: participantIds.flatMap((id) => authorOf(id) ?? []) };
}
