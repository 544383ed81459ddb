import { Injectable } from '@nestjs/common';
import { Problem } from '@spolu/contracts/problems';
import type { Ballot, CastBallot } from '@spolu/contracts/activities/dot-vote';
import { checkBallot, type DotBallot } from '@spolu/deliberation/dot-vote';
import { type EntityManager, QueryFailedError } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Transactions } from '../../../database/transactions.ts';
import type { ClusterTally } from '../../../boards/boards.service.ts';
import { demand } from '../../../http/policy.ts';
import type { Viewer } from '../../../http/viewer.ts';
import { demandRunning } from '../../activity.ts';
import { Rooms } from '../../rooms.ts';
import { SessionAccess } from '../../session-access.ts';
import type { Activity } from '../../session.entity.ts';
import { takePart } from '../../sessions.policy.ts';
import { audienceOptions } from '../ideathon/audience.ts';
import type { ClosedCluster } from '../cluster/harvest.ts';
import { countedDots } from './vote-counts.ts';
import { BallotRow, Dot, Vote, VoteOptionRow } from './vote.entity.ts';

/** Dot votes: blind, changeable until the end, counted when it is over. */
@Injectable()
export class VotesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: SessionAccess,
    private readonly rooms: Rooms,
  ) {}

  /** Fixes rules and options. @throws Problem `vote/no-options` */
  async begin(em: EntityManager, activity: Activity, clusters: readonly ClosedCluster[]): Promise<void> {
    if (activity.settings.kind !== 'dot-vote') return;
    if (clusters.length === 0) throw new Problem('vote/no-options');
    const { dots, perOption } = activity.settings;
    await em.insert(Vote, { activityId: activity.id, dots, perOption: Math.min(perOption ?? dots, dots) });
    await em.insert(VoteOptionRow, clusters.map(({ id, title }, position) => ({ id: newId(), activityId: activity.id, clusterId: id, teamId: null, position, title })));
  }

  /**
   * Replaces the voter's ballot as a whole; an empty one takes it back. Budget and limits are constraints of the table, so that whatever arrives at
   * once, no dot is spent twice (SEC-45).
   * @throws Problem `activity/not-running` once it ended by the server's clock, `vote/over-budget`, `vote/over-limit`, `vote/unknown-option`,
   * `ideathon/not-now` where an audience does not vote now
   */
  async cast(me: Viewer, activityId: string, input: CastBallot): Promise<Ballot> {
    return this.transactions.run(async (em) => {
      const { activity, session, facts } = await this.access.activity(activityId, 'contribute', em);
      demand(takePart, me, facts);
      const { id: participantId } = await this.access.participant(me, session.id, em);
      const vote = await em.findOneBy(Vote, { activityId });
      if (!vote) throw new Problem('activity/not-running');
      demandRunning(activity);
      if (activity.lockedAt) throw new Problem('board/read-only');
      const optionIds = activity.settings.kind === 'ideathon' ? await audienceOptions(em, { id: activityId, settings: activity.settings }, participantId) : (await em.findBy(VoteOptionRow, { activityId })).map(({ id }) => id);
      const ballot = checkBallot(counted(input), { budget: vote.dots, limitPerOption: vote.perOption, optionIds });

      const castAt = new Date();
      await em.upsert(BallotRow, { activityId, participantId, castAt }, ['activityId', 'participantId']);
      await em.delete(Dot, { activityId, participantId });
      const dots = Object.entries(ballot).flatMap(([optionId, count]) => Array.from({ length: count }, (_, i) => ({ optionId, numberOnOption: i + 1 })));
      if (dots.length === 0) await em.delete(BallotRow, { activityId, participantId });
      else await insertDots(em, dots.map((dot, i) => ({ ...dot, activityId, participantId, number: i + 1, dots: vote.dots, perOption: vote.perOption })));
      this.transactions.afterCommit(() => this.rooms.countsChanged(session.id));
      return { activityId, castAt: dots.length === 0 ? null : castAt.toISOString(), dots: asList(ballot) };
    });
  }

  /** What a vote came to, by the clusters on the board that were voted on. For a vote whose result is shown. */
  async tallies(em: EntityManager, activityId: string): Promise<ClusterTally[]> {
    return em.query(
      `select c.board_cluster_id as "clusterId", o.title, (select count(*)::int from dot d where d.option_id = o.id) as votes
        from vote_option o join cluster c on c.id = o.cluster_id where o.activity_id = $1`,
      [activityId],
    );
  }

  /** The viewer's own; nobody else's is ever answered. */
  async own(me: Viewer, activityId: string): Promise<Ballot> {
    const { session, facts } = await this.access.activity(activityId);
    demand(takePart, me, facts);
    const { id: participantId } = await this.access.participant(me, session.id);
    const em = this.transactions.manager;
    const ballot = await em.findOneBy(BallotRow, { activityId, participantId });
    const dots = await countedDots(em, activityId, participantId);
    return { activityId, castAt: ballot?.castAt.toISOString() ?? null, dots: asList(dots[0]?.ballot ?? {}) };
  }
}

/** @throws Problem `invalid-input` for an option that is named twice */
function counted({ dots }: CastBallot): DotBallot {
  const ballot: Record<string, number> = {};
  dots.forEach(({ optionId, count }, i) => {
    if (ballot[optionId] !== undefined) throw new Problem('invalid-input', {}, [{ path: `dots.${i}.optionId`, code: 'not-allowed' }]);
    ballot[optionId] = count;
  });
  return ballot;
}

const asList = (ballot: DotBallot): CastBallot['dots'] => Object.entries(ballot).map(([optionId, count]) => ({ optionId, count }));

async function insertDots(em: EntityManager, dots: Dot[]): Promise<void> {
  try {
    await em.insert(Dot, dots);
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
