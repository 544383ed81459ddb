import { Injectable } from '@nestjs/common';
import type { Language } from '@spolu/contracts/common';
import { Problem } from '@spolu/contracts/problems';
import { type Ballot, type CastBallot, type CastSecretBallot, type NamedBallot, voteSecrecyOf } from '@spolu/contracts/activities/dot-vote';
import { checkBallot, type DotBallot } from '@spolu/deliberation/dot-vote';
import { type EntityManager, QueryFailedError } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Transactions } from '../../../database/transactions.ts';
import type { ClusterTally } from '../../../boards/boards.service.ts';
import { demand } from '../../../http/policy.ts';
import type { Viewer } from '../../../http/viewer.ts';
import { demandRunning, isCounted } from '../../activity.ts';
import { Rooms } from '../../rooms.ts';
import { type FoundActivity, SessionAccess } from '../../session-access.ts';
import type { Activity } from '../../session.entity.ts';
import { enterRoom, takePart } from '../../sessions.policy.ts';
import { SecretAnswerGiven } from '../answers/answer.entity.ts';
import { REPORT_WORDS } from '../../report/report-words.ts';
import { layIn, spend } from '../answers/secret-box.ts';
import { audienceOptions } from '../ideathon/audience.ts';
import type { ClosedCluster } from '../cluster/harvest.ts';
import { arrive, saidMoment } from '../late/arrival.ts';
import { LateTray } from '../late/late-tray.ts';
import { GIVEN_DOTS } from './given-dots.ts';
import { optionTitles } from './option-titles.ts';
import { countedDots } from './vote-counts.ts';
import { BallotRow, Dot, Vote, VoteOptionRow } from './vote.entity.ts';

/** Dot votes: changeable until the end unless they are secret, counted when it is over. */
@Injectable()
export class VotesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: SessionAccess,
    private readonly rooms: Rooms,
    private readonly late: LateTray,
  ) {}

  /** Fixes rules and options. @throws Problem `vote/no-options` */
  async begin(em: EntityManager, activity: Activity, clusters: readonly Pick<ClosedCluster, 'id' | 'title'>[], language: Language): Promise<void> {
    if (activity.settings.kind !== 'dot-vote') return;
    if (clusters.length === 0) throw new Problem('vote/no-options');
    const { dots, perOption } = activity.settings;
    const titles = optionTitles(clusters.map(({ title }) => title), REPORT_WORDS[language].unnamed);
    await em.insert(Vote, { activityId: activity.id, dots, perOption: Math.min(perOption ?? dots, dots) });
    await em.insert(VoteOptionRow, clusters.map(({ id }, position) => ({ id: newId(), activityId: activity.id, clusterId: id, teamId: null, position, title: titles[position]! })));
  }

  /**
   * Replaces the voter's ballot as a whole; an empty one takes it back. Budget and limits are constraints of the table, so that whatever arrives at
   * once, no dot is spent twice (SEC-45). What was made before the end may come a little later, and what is too late waits for the facilitator.
   * @throws Problem `activity/not-running`, `board/read-only` while locked, `vote/too-late`, `vote/over-budget`, `vote/over-limit`, `vote/unknown-option`,
   * `conflict` in a secret vote, `ideathon/not-now` where an audience does not vote now
   */
  async cast(me: Viewer, activityId: string, { dots, madeAt }: CastBallot): Promise<Ballot> {
    return this.transactions.run(async (em) => {
      const found = await this.access.activity(activityId, 'contribute', em);
      const { activity, session } = found;
      demand(takePart, me, found.facts);
      const participant = await this.access.participant(me, session.id, em);
      const vote = await rulesOf(em, activityId);
      if (!vote) throw new Problem('activity/not-running');
      if (activity.settings.kind === 'ideathon') demandRunning(activity);
      else if (isSecret(activity)) throw new Problem('conflict', { secrecy: 'secret' });
      const now = new Date();
      const { isLate, madeAt: saidAt } = arrive(activity, saidMoment(madeAt, participant, now), now);
      const optionIds = activity.settings.kind === 'ideathon' ? await audienceOptions(em, { id: activityId, settings: activity.settings }, participant.id) : vote.optionIds;
      const ballot = checkBallot(counted(dots), { budget: vote.dots, limitPerOption: vote.perOption, optionIds });
      if (isLate || isCounted(activity, session.state)) {
        await this.late.lay(em, found, participant, asList(ballot));
        return this.ownOf(em, found, participant.id);
      }
      const castAt = await this.put(em, vote, participant.id, ballot);
      await this.late.forgetBefore(em, activityId, participant.id, saidAt);
      this.transactions.afterCommit(() => this.rooms.countsChanged(session.id));
      return { activityId, castAt: castAt?.toISOString() ?? null, dots: asList(ballot) };
    });
  }

  /**
   * Takes a secret ballot, once and for good: see `AnswersService.giveSecretly`. It is one value and given once, so nothing can race it over its budget.
   * @throws Problem `answer/already-given`, `activity/not-running`, `vote/too-late`, `board/read-only` while locked, `conflict` in another vote, and what `cast` refuses
   */
  async castSecretly(me: Viewer, activityId: string, command: string, { dots }: CastSecretBallot): Promise<Ballot> {
    return this.transactions.run(async (em) => {
      const { activity, session, facts } = await this.access.activity(activityId, 'contribute', em);
      demand(takePart, me, facts);
      const { id: participantId } = await this.access.participant(me, session.id, em);
      const given: Ballot = { activityId, castAt: null, dots: [], given: true };
      if (!(await spend(em, activityId, participantId, command))) return given;
      if (!isSecret(activity)) throw new Problem('conflict', { kind: activity.kind });
      if (activity.state === 'ended') throw new Problem('vote/too-late');
      demandRunning(activity);
      if (activity.lockedAt) throw new Problem('board/read-only');
      const vote = await rulesOf(em, activityId);
      if (!vote) throw new Problem('activity/not-running');
      const ballot = asList(checkBallot(counted(dots), { budget: vote.dots, limitPerOption: vote.perOption, optionIds: vote.optionIds }));
      if (ballot.length === 0) throw new Problem('invalid-input', {}, [{ path: 'dots', code: 'too-short' }]);
      await layIn(em, activityId, ballot);
      this.transactions.afterCommit(() => this.rooms.countsChanged(session.id));
      return given;
    });
  }

  /** Who gave what in an open vote, by name, once it is counted. @throws Problem `not-found` where no name may be told */
  async named(me: Viewer, activityId: string): Promise<NamedBallot[]> {
    const { activity, session, facts } = await this.access.activity(activityId);
    demand(enterRoom, me, facts);
    const { settings } = activity;
    if (settings.kind !== 'dot-vote' || voteSecrecyOf(settings) !== 'open' || !isCounted(activity, session.state)) throw new Problem('not-found');
    return this.transactions.manager.query(
      `select p.nickname, json_agg(json_build_object('optionId', d.option_id, 'count', d.count) order by d.count desc, o.position) as dots
        from (select participant_id, option_id, count(*)::int as count from dot where activity_id = $1 group by participant_id, option_id) d
          join participant p on p.id = d.participant_id join vote_option o on o.id = d.option_id
        group by p.id order by p.nickname nulls last, p.id`,
      [activityId],
    );
  }

  /** Options of an earlier round, for another one of the same vote. */
  async optionsOf(em: EntityManager, activityId: string): Promise<Pick<ClosedCluster, 'id' | 'title'>[]> {
    const options = await em.find(VoteOptionRow, { where: { activityId }, order: { position: 'ASC' } });
    return options.flatMap(({ clusterId, title }) => (clusterId === null ? [] : [{ id: clusterId, title }]));
  }

  /** Counts what lies in the late tray. @param leftOut what had been left out too */
  async countLate(em: EntityManager, activityId: string, leftOut: boolean): Promise<number> {
    const taken = await this.late.take<Ballot['dots']>(em, activityId, leftOut);
    if (taken.length === 0) return 0;
    const vote = await em.findOneByOrFail(Vote, { activityId });
    for (const { participantId, value } of taken) await this.put(em, vote, participantId, counted(value));
    return taken.length;
  }

  /** When it was cast; null where it was taken back. */
  private async put(em: EntityManager, { activityId, dots: budget, perOption }: Vote, participantId: string, ballot: DotBallot): Promise<Date | null> {
    const castAt = new Date();
    // A hall votes within seconds, nearly everybody for the first time: a row that was not there before has no dots to take back.
    const [row] = await em.query<{ isFirst: boolean }[]>(
      `insert into ballot (activity_id, participant_id, cast_at) values ($1, $2, $3)
        on conflict (activity_id, participant_id) do update set cast_at = excluded.cast_at returning xmax = 0 as "isFirst"`,
      [activityId, participantId, castAt],
    );
    if (!row?.isFirst) await em.delete(Dot, { activityId, participantId });
    const dots = Object.entries(ballot).flatMap(([optionId, count]) => Array.from({ length: count }, (_, i) => ({ optionId, numberOnOption: i + 1 })));
    if (dots.length === 0) {
      await em.delete(BallotRow, { activityId, participantId });
      return null;
    }
    await insertDots(em, [activityId, participantId, budget, perOption, dots.map(({ optionId }) => optionId), dots.map(({ numberOnOption }) => numberOnOption)]);
    return castAt;
  }

  /** What a vote came to, by the clusters on the board that were voted on. For a vote whose result is shown. */
  async tallies(em: EntityManager, activityId: string): Promise<ClusterTally[]> {
    return em.query(
      `select c.board_cluster_id as "clusterId", c.title, (select coalesce(sum(d.count), 0)::int from ${GIVEN_DOTS} d where d.option_id = o.id and d.activity_id = o.activity_id) as votes
        from vote_option o join cluster c on c.id = o.cluster_id where o.activity_id = $1`,
      [activityId],
    );
  }

  /** The viewer's own; nobody else's is ever answered. */
  async own(me: Viewer, activityId: string): Promise<Ballot> {
    const found = await this.access.activity(activityId);
    demand(takePart, me, found.facts);
    const { id: participantId } = await this.access.participant(me, found.session.id);
    return this.ownOf(this.transactions.manager, found, participantId);
  }

  private async ownOf(em: EntityManager, found: FoundActivity, participantId: string): Promise<Ballot> {
    const { id: activityId } = found.activity;
    const ballot = await em.findOneBy(BallotRow, { activityId, participantId });
    const dots = await countedDots(em, activityId, participantId);
    const late = await this.late.stateOf(em, found, participantId);
    if (await em.existsBy(SecretAnswerGiven, { activityId, participantId })) return { activityId, castAt: null, dots: [], given: true };
    return { activityId, castAt: ballot?.castAt.toISOString() ?? null, dots: asList(dots[0]?.ballot ?? {}), ...(late && { late }) };
  }
}

/** Its rules and the options one may choose from; undefined for what was never begun. */
async function rulesOf(em: EntityManager, activityId: string): Promise<(Vote & { optionIds: string[] }) | undefined> {
  const [rules] = await em.query<(Vote & { optionIds: string[] })[]>(
    `select activity_id as "activityId", dots, per_option as "perOption", array(select id from vote_option o where o.activity_id = v.activity_id) as "optionIds" from vote v where activity_id = $1`,
    [activityId],
  );
  return rules;
}

const isSecret = ({ settings }: Activity) => settings.kind === 'dot-vote' && voteSecrecyOf(settings) === 'secret';

/** @throws Problem `invalid-input` for an option that is named twice */
function counted(dots: Ballot['dots']): DotBallot {
  const ballot: Record<string, number> = {};
  dots.forEach(({ optionId, count }, i) => {
    if (ballot[optionId] !== undefined) throw new Problem('invalid-input', {}, [{ path: `dots.${i}.optionId`, code: 'not-allowed' }]);
    ballot[optionId] = count;
  });
  return ballot;
}

const asList = (ballot: DotBallot): Ballot['dots'] => Object.entries(ballot).map(([optionId, count]) => ({ optionId, count }));

async function insertDots(em: EntityManager, values: [activityId: string, participantId: string, dots: number, perOption: number, optionIds: string[], numbersOnOption: number[]]): Promise<void> {
  try {
    await em.query(
      `insert into dot (activity_id, participant_id, number, option_id, number_on_option, dots, per_option)
        select $1, $2, given.number, given.option_id, given.number_on_option, $3, $4 from unnest($5::uuid[], $6::int[]) with ordinality as given (option_id, number_on_option, number)`,
      values,
    );
  } catch (error) {
    throw refusal(error) ?? error;
  }
}

/** What a broken constraint says to the voter; the rules were checked before, so only a race gets here. */
function refusal(error: unknown): Problem | undefined {
  if (!(error instanceof QueryFailedError)) return undefined;
  switch ((error.driverError as { constraint?: string }).constraint) {
    case 'dot_within_budget':
    case 'dot_pkey':
      return new Problem('vote/over-budget');
    case 'dot_within_option':
    case 'dot_once_on_option':
      return new Problem('vote/over-limit');
    default:
      return undefined;
  }
}
