import { Injectable } from '@nestjs/common';
import type { ClusterEvidence } from '@spolu/contracts/ideas';
import type { RoomVote, VoteOption, VoteResult } from '@spolu/contracts/activities/dot-vote';
import type { SessionState } from '@spolu/contracts/sessions';
import { type DotBallot, tally } from '@spolu/deliberation/dot-vote';
import type { EntityManager } from 'typeorm';
import { ProvenanceService } from '../../../provenance/provenance.service.ts';
import { isCounted } from '../../activity.ts';
import type { Activity } from '../../session.entity.ts';
import { eligibleFor } from '../eligible.ts';
import { BallotRow, Vote, VoteOptionRow } from './vote.entity.ts';

/** Texts of an option's notes that the screens show. */
const NOTE_TEXTS_MAX = 50;

type ClusterVote = NonNullable<ClusterEvidence['vote']>;

/** What may be told of votes: how many have voted while one runs, the count once it is over. */
@Injectable()
export class VoteCounts {
  constructor(private readonly provenance: ProvenanceService) {}

  /** What the screens know of a vote: what is asked, how many have voted, and the result once it is shown. */
  async roomVote(em: EntityManager, activity: Pick<Activity, 'id' | 'resultShownAt'>, standing?: ReadonlySet<string>): Promise<RoomVote> {
    const vote = await em.findOneByOrFail(Vote, { activityId: activity.id });
    const options = await this.optionsOf(em, activity.id);
    const votedCount = await em.countBy(BallotRow, { activityId: activity.id });
    const eligibleCount = await eligibleFor(em, activity.id);
    return {
      dots: vote.dots,
      perOption: vote.perOption === vote.dots ? null : vote.perOption,
      options,
      votedCount,
      eligibleCount,
      result: activity.resultShownAt ? await this.resultOf(em, activity.id, standing) : null,
    };
  }

  /**
   * Counts a vote that is over.
   * @param standing options that still stand; dots on others count for nobody. Left out: all of them
   */
  async resultOf(em: EntityManager, activityId: string, standing?: ReadonlySet<string>): Promise<VoteResult> {
    const stands = (optionId: string) => standing?.has(optionId) ?? true;
    const options = (await em.find(VoteOptionRow, { where: { activityId }, order: { position: 'ASC' } })).filter(({ id }) => stands(id));
    const ballots = await countedDots(em, activityId);
    const eligibleCount = await eligibleFor(em, activityId);
    const rules = { budget: Infinity, limitPerOption: null, optionIds: options.map(({ id }) => id) };
    const counted = tally(ballots.map(({ ballot }) => Object.fromEntries(Object.entries(ballot).filter(([optionId]) => stands(optionId)))), rules, eligibleCount);
    const titles = new Map(options.map(({ id, title }) => [id, title]));
    return {
      options: counted.options.map(({ optionId, dots, voterCount, rank }) => ({ optionId, title: titles.get(optionId) ?? '', dots, voters: voterCount, rank })),
      eligibleCount,
      votedCount: counted.ballotCount,
      abstainedCount: eligibleCount - counted.ballotCount,
    };
  }

  /** The rules by which a vote was held. */
  async rulesOf(em: EntityManager, activityId: string): Promise<{ dots: number; perOption: number | null }> {
    const vote = await em.findOneByOrFail(Vote, { activityId });
    return { dots: vote.dots, perOption: vote.perOption === vote.dots ? null : vote.perOption };
  }

  /** The newest vote on each of these clusters; those that nobody voted on are missing. `counted` is null while nothing may be told of it. */
  async onClusters(em: EntityManager, clusterIds: readonly string[]): Promise<Map<string, { running: boolean; counted: ClusterVote | null }>> {
    if (clusterIds.length === 0) return new Map();
    const rows = await em.query<(Pick<Activity, 'state' | 'resultShownAt'> & ClusterVote & { clusterId: string; sessionState: SessionState })[]>(
      `select distinct on (o.cluster_id) o.cluster_id as "clusterId", a.state, a.result_shown_at as "resultShownAt", s.state as "sessionState",
          (select count(*)::int from dot d where d.option_id = o.id) as dots,
          (select count(distinct d.participant_id)::int from dot d where d.option_id = o.id) as voters,
          (select count(*)::int from dot d where d.activity_id = a.id) as "ofDots",
          (select count(*)::int from ballot b where b.activity_id = a.id) as "ofVoters"
        from vote_option o join activity a on a.id = o.activity_id join session s on s.id = a.session_id
        where o.cluster_id = any($1)
        order by o.cluster_id, a.started_at desc`,
      [clusterIds],
    );
    return new Map(
      rows.map(({ clusterId, state, resultShownAt, sessionState, ...vote }) => [
        clusterId,
        { running: state === 'running', counted: isCounted({ state, resultShownAt }, sessionState) ? vote : null },
      ]),
    );
  }

  private async optionsOf(em: EntityManager, activityId: string): Promise<VoteOption[]> {
    const options = await em.query<{ id: string; title: string; contributionIds: string[] }[]>(
      `select o.id, o.title,
          array(select contribution_id from cluster_note n where n.cluster_id = o.cluster_id order by position limit $2) as "contributionIds"
        from vote_option o where o.activity_id = $1 order by o.position`,
      [activityId, NOTE_TEXTS_MAX],
    );
    const words = new Map(
      (await this.provenance.contributionsOf(em, [...new Set(options.flatMap(({ contributionIds }) => contributionIds))])).map(({ id, text }) => [id, text]),
    );
    return options.map(({ id, title, contributionIds }) => ({ id, title, noteTexts: contributionIds.flatMap((noteId) => words.get(noteId) ?? []) }));
  }
}

/** Each voter's dots by option, without the voter. */
export async function countedDots(em: EntityManager, activityId: string, participantId?: string): Promise<{ ballot: DotBallot }[]> {
  return em.query(
    `select json_object_agg(option_id, count) as ballot
      from (select participant_id, option_id, count(*)::int as count from dot
        where activity_id = $1 and ($2::uuid is null or participant_id = $2) group by participant_id, option_id) as given
      group by participant_id`,
    [activityId, participantId ?? null],
  );
}
