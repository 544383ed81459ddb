import { Injectable } from '@nestjs/common';
import type { Sector } from '@spolu/contracts/common';
import type { ClusterEvidence } from '@spolu/contracts/ideas';
import { type ReportVote, type RoomVote, type VoteHeld, type VoteOption, type VoteResult, voteSecrecyOf } from '@spolu/contracts/activities/dot-vote';
import type { SessionState } from '@spolu/contracts/sessions';
import { type DotBallot, tally } from '@spolu/deliberation/dot-vote';
import { tellableSectors } from '@spolu/deliberation/sectors';
import type { EntityManager } from 'typeorm';
import { ProvenanceService } from '../../../provenance/provenance.service.ts';
import { isCounted } from '../../activity.ts';
import type { Activity } from '../../session.entity.ts';
import { SecretAnswerGiven } from '../answers/answer.entity.ts';
import { roundsUntil } from '../answers/round.ts';
import { eligibleFor } from '../eligible.ts';
import { GIVEN_DOTS } from './given-dots.ts';
import { BallotRow, Vote, VoteOptionRow } from './vote.entity.ts';

/** Texts of an option's notes that the screens show. */
const NOTE_TEXTS_MAX = 50;

type ClusterVote = NonNullable<ClusterEvidence['vote']>;

/** What may be told of votes: how many have voted while one runs, the count once it is over. */
@Injectable()
export class VoteCounts {
  constructor(private readonly provenance: ProvenanceService) {}

  /** What the screens know of a vote: what is asked, how many have voted, and the result once it is shown. */
  async roomVote(em: EntityManager, activity: Pick<Activity, 'id' | 'settings' | 'resultShownAt'>, standing?: ReadonlySet<string>): Promise<RoomVote> {
    const vote = await em.findOneByOrFail(Vote, { activityId: activity.id });
    const options = await this.optionsOf(em, activity.id);
    const votedCount = (await em.countBy(BallotRow, { activityId: activity.id })) + (await em.countBy(SecretAnswerGiven, { activityId: activity.id }));
    const eligibleCount = await eligibleFor(em, activity.id);
    return {
      ...(await this.heldOf(em, activity, activity.resultShownAt ? 'open' : null)),
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
    const ballots = (await ballotsIn(em, activityId)).map(({ ballot }) => ballot);
    return this.counted(options, ballots, await eligibleFor(em, activityId), stands);
  }

  private counted(options: readonly VoteOptionRow[], ballots: readonly DotBallot[], eligibleCount: number, stands: (optionId: string) => boolean): VoteResult {
    const rules = { budget: Infinity, limitPerOption: null, optionIds: options.map(({ id }) => id) };
    const counted = tally(ballots.map((ballot) => Object.fromEntries(Object.entries(ballot).filter(([optionId]) => stands(optionId)))), rules, eligibleCount);
    const titles = new Map(options.map(({ id, title }) => [id, title]));
    return {
      options: counted.options.map(({ optionId, dots, voterCount, rank }) => ({ optionId, title: titles.get(optionId) ?? '', dots, voters: voterCount, rank })),
      eligibleCount,
      votedCount: counted.ballotCount,
      abstainedCount: eligibleCount - counted.ballotCount,
    };
  }

  /** Results of sectors that may be told; in a secret vote none is known. */
  async sectorsOf(em: EntityManager, activityId: string): Promise<ReportVote['sectors']> {
    const options = await em.find(VoteOptionRow, { where: { activityId }, order: { position: 'ASC' } });
    const ballots = (await ballotsIn(em, activityId)).filter(({ isSecret }) => !isSecret);
    return tellableSectors(ballots).map(({ sector, ballots: of }) => ({ sector, result: this.counted(options, of, of.length, () => true) }));
  }

  /** @param sessionState null: nothing of earlier rounds is told now */
  async heldOf(em: EntityManager, { id, settings }: Pick<Activity, 'id' | 'settings'>, sessionState: SessionState | null): Promise<VoteHeld> {
    if (settings.kind !== 'dot-vote') return { secrecy: 'blind', round: 1, earlier: [] };
    const rounds = await roundsUntil(em, id);
    const earlier: VoteHeld['earlier'] = [];
    for (const [i, round] of rounds.entries()) {
      if (sessionState && isCounted(round, sessionState)) earlier.push({ activityId: round.id, number: i + 1, result: await this.resultOf(em, round.id) });
    }
    return { secrecy: voteSecrecyOf(settings), round: rounds.length + 1, earlier };
  }

  /** The rules by which a vote was held. */
  async rulesOf(em: EntityManager, activityId: string): Promise<{ dots: number; perOption: number | null }> {
    const vote = await em.findOneByOrFail(Vote, { activityId });
    return { dots: vote.dots, perOption: vote.perOption === vote.dots ? null : vote.perOption };
  }

  /**
   * The votes on each of these clusters; those that nobody voted on are missing. `running`: the newest of them. `counted` is the newest that may be told, so that
   * a round begun anew does not take away what the first one said; null while nothing may be told of any.
   */
  async onClusters(em: EntityManager, clusterIds: readonly string[]): Promise<Map<string, { running: boolean; counted: ClusterVote | null }>> {
    if (clusterIds.length === 0) return new Map();
    const rows = await em.query<(Pick<Activity, 'state' | 'resultShownAt'> & ClusterVote & { clusterId: string; sessionState: SessionState })[]>(
      `select o.cluster_id as "clusterId", a.state, a.result_shown_at as "resultShownAt", s.state as "sessionState",
          (select coalesce(sum(d.count), 0)::int from ${GIVEN_DOTS} d where d.option_id = o.id and d.activity_id = a.id) as dots,
          (select count(distinct d.voter)::int from ${GIVEN_DOTS} d where d.option_id = o.id and d.activity_id = a.id) as voters,
          (select coalesce(sum(d.count), 0)::int from ${GIVEN_DOTS} d where d.activity_id = a.id) as "ofDots",
          (select count(distinct d.voter)::int from ${GIVEN_DOTS} d where d.activity_id = a.id) as "ofVoters"
        from vote_option o join activity a on a.id = o.activity_id join session s on s.id = a.session_id
        where o.cluster_id = any($1)
        order by o.cluster_id, a.started_at desc`,
      [clusterIds],
    );
    const newest = new Map<string, { running: boolean; counted: ClusterVote | null }>();
    for (const { clusterId, state, resultShownAt, sessionState, ...vote } of rows) {
      const { running, counted } = newest.get(clusterId) ?? { running: state === 'running', counted: null };
      newest.set(clusterId, { running, counted: counted ?? (isCounted({ state, resultShownAt }, sessionState) ? vote : null) });
    }
    return newest;
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

/** All ballots, in an order that says nothing of who cast them or when. */
const ballotsIn = (em: EntityManager, activityId: string): Promise<{ ballot: DotBallot; sector: Sector | null; isSecret: boolean }[]> =>
  em.query(
    `select json_object_agg(d.option_id, d.count) as ballot, p.sector, p.id is null as "isSecret" from ${GIVEN_DOTS} d left join participant p on p.id = d.voter
      where d.activity_id = $1 group by d.voter, p.id order by p.sector, d.voter`,
    [activityId],
  );

/** One voter's dots by option. */
export async function countedDots(em: EntityManager, activityId: string, participantId: string): Promise<{ ballot: DotBallot }[]> {
  return em.query(
    `select json_object_agg(option_id, count) as ballot
      from (select option_id, count(*)::int as count from dot where activity_id = $1 and participant_id = $2 group by option_id) as given having count(*) > 0`,
    [activityId, participantId],
  );
}
